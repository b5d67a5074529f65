import type { GraphError } from '../graph/graph-error.ts'
import { missingParam } from '../graph/graph-error.ts'
import type { Params } from '../graph/params.ts'
import type { AccessToken } from './access-tokens.ts'
import { appToken, isAppToken, isSame } from './app-token.ts'
import { readToken, tokenProblem } from './authenticate.ts'
import type { Identity } from './identity.ts'
import type { IdentityPathCall } from './identity-paths.ts'
import {
  badCodeFormat,
  missingClientId,
  missingRedirectUri,
  unknownApp,
  unknownGrantType,
  wrongSecret,
} from './oauth-errors.ts'
import { endedSession, invalidToken } from './token-errors.ts'

/** Reply of the token call; seconds, absent for tokens that never expire. */
interface TokenReply {
  access_token: string
  token_type: 'bearer'
  expires_in?: number
}

export const longLivedMs: number = 60 * 86_400_000

/**
 * `oauth/access_token`: a code for a user token, the app's own token, or a longer-lived token for one that still works.
 *
 * @throws {GraphError} 101, 191, 1 or 100 with the subcodes of codes; a failed exchange costs the code.
 */
export function exchangeToken(call: IdentityPathCall): TokenReply {
  try {
    return exchange(call)
  } catch (error) {
    call.sandbox.identity.codes.spend(call.params.get('code') ?? '')
    throw error
  }
}

function exchange(call: IdentityPathCall): TokenReply {
  const { params, sandbox } = call
  const clientId = params.get('client_id') ?? ''
  if (clientId === '') throw missingClientId()
  if (clientId !== sandbox.identity.appId) throw unknownApp()
  const grantType = params.get('grant_type') ?? 'authorization_code'
  switch (grantType) {
    case 'authorization_code':
      return redeemCode(call)
    case 'client_credentials':
      checkSecret(sandbox.identity, params)
      return { access_token: appToken(sandbox.identity), token_type: 'bearer' }
    case 'fb_exchange_token':
      checkSecret(sandbox.identity, params)
      return prolong(call)
    default:
      throw unknownGrantType(grantType)
  }
}

/** @throws {GraphError} 1 without the app's secret. */
export function checkSecret({ appSecret }: Identity, params: Params): void {
  if (!isSame(params.get('client_secret') ?? '', appSecret)) throw wrongSecret()
}

function redeemCode({ sandbox: { identity }, params, now }: IdentityPathCall): TokenReply {
  const redirectUri = params.get('redirect_uri') ?? ''
  if (redirectUri === '') throw missingRedirectUri()
  checkSecret(identity, params)
  const value = params.get('code') ?? ''
  if (value === '') throw badCodeFormat()
  const code = identity.codes.redeem(value, redirectUri, now.getTime())
  const user = identity.users.find(code.userId)
  // Removed between the dialog and the exchange.
  if (!user?.grant) throw endedSession('app_removed', identity.appId)
  return reply(
    identity.tokens.issue({
      kind: 'USER',
      user,
      scopes: code.scopes,
      issuedAtMs: now.getTime(),
      expiresAtMs: now.getTime() + longLivedMs,
      isLongLived: true,
    }),
  )
}

function prolong({ sandbox: { identity }, params, now }: IdentityPathCall): TokenReply {
  const value = params.get('fb_exchange_token') ?? ''
  if (value === '') throw missingParam('fb_exchange_token')
  if (isAppToken(value)) throw invalidToken()
  const old = readToken(identity, value)
  const problem: GraphError | undefined = tokenProblem(identity, old, now)
  if (problem) throw problem
  // The old token lives on to its own end.
  return reply(identity.tokens.issue(prolonged(old, params.get('set_token_expires_in_60_days') ?? '', now)))
}

function prolonged(old: AccessToken, expiresIn60Days: string, now: Date): Parameters<Identity['tokens']['issue']>[0] {
  const { kind, user, page, scopes } = old
  const expires = kind === 'USER' || (kind === 'SYSTEM_USER' && /^(true|1)$/i.test(expiresIn60Days))
  return {
    kind,
    user,
    scopes,
    issuedAtMs: now.getTime(),
    isLongLived: true,
    ...(page ? { page } : {}),
    ...(expires ? { expiresAtMs: now.getTime() + longLivedMs } : {}),
  }
}

function reply({ value, issuedAtMs, expiresAtMs }: AccessToken): TokenReply {
  return {
    access_token: value,
    token_type: 'bearer',
    ...(expiresAtMs === undefined ? {} : { expires_in: Math.round((expiresAtMs - issuedAtMs) / 1000) }),
  }
}
