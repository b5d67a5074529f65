import { AdsError } from '@adpane/core'

/** The request carries no session, or none that is good. */
export class SessionError extends AdsError {
  override readonly name = 'SessionError'

  constructor(code: keyof typeof messages) {
    super(code, messages[code])
  }
}

const messages = {
  session_missing: 'This request carries no session. Send one as "Authorization: Bearer …".',
  session_invalid: 'This session is not valid: it was changed, or signed by somebody else. Sign in again.',
  session_expired: 'This session has expired. Ask for a new one.',
} as const
