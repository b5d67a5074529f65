import { missingParam } from '../graph/graph-error.ts'
import { readToken } from './authenticate.ts'
import type { IdentityPathCall } from './identity-paths.ts'
import { checkSecret } from './oauth-access-token.ts'
import { missingClientId, unknownApp } from './oauth-errors.ts'

/**
 * `oauth/revoke`: kills one token; others of the same user live on.
 *
 * @throws {GraphError} 101 or 1 for a wrong app, 190 or 104 without a token of one's own, 190 for no token to revoke.
 */
export function revokeToken({ sandbox: { identity }, params, headerToken, now }: IdentityPathCall): unknown {
  const clientId = params.get('client_id') ?? ''
  if (clientId === '') throw missingClientId()
  if (clientId !== identity.appId) throw unknownApp()
  checkSecret(identity, params)
  const token = params.get('access_token') ?? headerToken
  identity.authenticate({ token, proof: params.get('appsecret_proof'), isAboutMe: false, now })
  const value = params.get('revoke_token') ?? ''
  if (value === '') throw missingParam('revoke_token')
  readToken(identity, value).isRevoked = true
  return { success: true }
}
