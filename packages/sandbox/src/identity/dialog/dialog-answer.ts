import type { Identity } from '../identity.ts'
import { dataAccessExpiresAt, scopesInForce, type Grant } from '../grant.ts'
import type { AppUser } from '../users.ts'
import type { DialogRequest } from './dialog-request.ts'

// "1 to 2 hours", says Meta of tokens that come straight from the dialog.
const shortLivedMs = 2 * 3_600_000

/** Where the browser goes after a consent, with what the app asked for. */
export function grantedAddress(
  { tokens, codes }: Pick<Identity, 'tokens' | 'codes'>,
  { redirectUri, state, responseTypes }: DialogRequest,
  user: AppUser,
  grant: Grant,
  now: Date,
): string {
  const scopes = scopesInForce(grant, now.getTime())
  const issuedAtMs = now.getTime()
  const answer: Record<string, string> = {}
  if (responseTypes.has('token')) {
    const expiresAtMs = issuedAtMs + shortLivedMs
    const token = tokens.issue({ kind: 'USER', user, scopes, issuedAtMs, expiresAtMs, isLongLived: false })
    answer['access_token'] = token.value
    answer['expires_in'] = String(shortLivedMs / 1000)
    answer['data_access_expiration_time'] = String(dataAccessExpiresAt(grant))
  }
  if (responseTypes.has('code')) {
    answer['code'] = codes.issue({ userId: user.id, redirectUri, scopes, issuedAtMs }).value
  }
  if (responseTypes.has('granted_scopes')) {
    answer['granted_scopes'] = scopes.join(',')
    answer['denied_scopes'] = [...grant.permissions.keys()].filter((name) => !scopes.includes(name)).join(',')
  }
  return withAnswer(redirectUri, { ...answer, state }, responseTypes.has('token') ? '#' : '?')
}

/** Where the browser goes when the person says no. */
export function deniedAddress({ redirectUri, state }: DialogRequest): string {
  const answer = { error: 'access_denied', error_reason: 'user_denied', error_description: 'Permissions error', state }
  return withAnswer(redirectUri, answer, '?')
}

/** @param place - Tokens travel in the fragment, which servers and their logs never see. */
function withAnswer(
  redirectUri: string,
  answer: Readonly<Record<string, string | undefined>>,
  place: '?' | '#',
): string {
  const pairs = Object.entries(answer).filter((pair): pair is [string, string] => pair[1] !== undefined)
  const separator = place === '?' && redirectUri.includes('?') ? '&' : place
  return `${redirectUri}${separator}${new URLSearchParams(pairs).toString()}`
}
