import { GraphError } from '../graph/graph-error.ts'
import { sessionTime } from './session-time.ts'

// None of these texts repeats the token. Meta's "Malformed access token" does; a log is no place for one.

/** @param isAboutMe - Whether the call asks for `me`: the wording depends on it. */
export function missingToken(isAboutMe: boolean): GraphError {
  return isAboutMe
    ? oauth('An active access token must be used to query information about the current user.', 2500)
    : oauth('An access token is required to request this resource.', 104)
}

export function unreadableToken(): GraphError {
  return oauth('Invalid OAuth access token - Cannot parse access token', 190)
}

export function malformedToken(): GraphError {
  return oauth('Malformed access token', 190)
}

/** An app token with the wrong app or secret in it. */
export function invalidToken(): GraphError {
  return oauth('Invalid OAuth access token.', 190)
}

export function expiredSession(expiredAt: Date, now: Date): GraphError {
  return invalidSession(
    `Session has expired on ${sessionTime(expiredAt)}. The current time is ${sessionTime(now)}.`,
    463,
  )
}

/** Why all earlier tokens of a user are worth nothing. */
export type EndReason = 'password_changed' | 'app_removed' | 'logged_out'

export function endedSession(reason: EndReason, appId: string): GraphError {
  switch (reason) {
    case 'password_changed':
      return invalidSession(
        'The session has been invalidated because the user changed their password or Facebook has changed the session for security reasons.',
        460,
      )
    case 'app_removed':
      return invalidSession(`The user has not authorized application ${appId}.`, 458)
    case 'logged_out':
      return invalidSession('The session is invalid because the user logged out.', 467)
  }
}

function invalidSession(text: string, subcode: number): GraphError {
  return oauth(`Error validating access token: ${text}`, 190, subcode)
}

function oauth(message: string, code: number, subcode?: number): GraphError {
  return new GraphError(message, { type: 'OAuthException', code, ...(subcode === undefined ? {} : { subcode }) })
}
