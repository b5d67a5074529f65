import { accountNotGranted, GraphError } from '../graph/graph-error.ts'
import type { Caller } from './caller.ts'

/**
 * Refuses callers without one permission.
 *
 * @throws {GraphError} 200, HTTP 403.
 */
export function requirePermission(caller: Caller, permission: string): void {
  if (!caller.scopes.has(permission)) throw missingPermission(permission)
}

/**
 * Refuses callers that may not read an ad account, or not change it: `ads_read` or `ads_management` for a GET,
 * `ads_management` for everything else.
 *
 * @throws {GraphError} HTTP 403: 200 without either, 294 for a change without the second.
 */
export function requireAdsPermission(caller: Caller, method: 'GET' | 'POST' | 'DELETE'): void {
  if (caller.scopes.has('ads_management')) return
  if (!caller.scopes.has('ads_read')) throw accountNotGranted()
  if (method !== 'GET') throw noManagement()
}

// The code is the reference's, the text the one commonly seen with it.
function noManagement(): GraphError {
  return new GraphError(
    '(#294) Managing advertisements requires an access token with the extended permission for ads_management',
    { type: 'OAuthException', code: 294, kind: 'insufficient_scope' },
    403,
  )
}

/** @throws {GraphError} 15 for callers that are not the app itself. */
export function requireAppToken(caller: Caller): void {
  if (caller.kind === 'APP') return
  throw new GraphError('(#15) This method must be called with an app access_token.', {
    type: 'OAuthException',
    code: 15,
  })
}

// The known text is business_management's; the others are assumed to follow its pattern.
function missingPermission(permission: string): GraphError {
  return new GraphError(
    `(#200) Requires ${permission} permission to manage the object`,
    { type: 'OAuthException', code: 200, kind: 'insufficient_scope' },
    403,
  )
}
