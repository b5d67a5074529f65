import type { GraphError } from '../graph/graph-error.ts'
import { pageId } from '../world/object-ids.ts'
import type { AdAccount } from '../world/objects.ts'
import type { AccessToken } from './access-tokens.ts'
import { checkProof } from './app-secret-proof.ts'
import { appTokenProblem, isAppToken } from './app-token.ts'
import type { Caller } from './caller.ts'
import { hasLapsed, scopesInForce } from './grant.ts'
import type { Identity, TokenAttempt } from './identity.ts'
import { basicPermission } from './permissions.ts'
import { endedSession, expiredSession, malformedToken, missingToken, unreadableToken } from './token-errors.ts'

/** What reading a token takes of an identity. */
export type TokenReader = Pick<
  Identity,
  'appId' | 'appName' | 'appSecret' | 'tier' | 'tokens' | 'requireAppSecretProof'
>

/** {@inheritDoc Identity.authenticate} */
export function authenticate(reader: TokenReader, { token, proof, isAboutMe, now }: TokenAttempt): Caller {
  if (token === undefined || token === '') throw missingToken(isAboutMe)
  const caller = isAppToken(token) ? appCaller(reader, token, isAboutMe) : userCaller(reader, token, now)
  checkProof(token, reader.appSecret, proof, reader.requireAppSecretProof)
  return caller
}

function appCaller(reader: TokenReader, token: string, isAboutMe: boolean): Caller {
  const problem = appTokenProblem(reader, token)
  if (problem) throw problem
  // The app is nobody's "me".
  if (isAboutMe) throw missingToken(true)
  return {
    kind: 'APP',
    id: reader.appId,
    name: reader.appName,
    appId: reader.appId,
    scopes: new Set(),
    accounts: [],
    canSee: () => false,
    tier: reader.tier,
  }
}

function userCaller(reader: TokenReader, value: string, now: Date): Caller {
  const token = readToken(reader, value)
  const problem = tokenProblem(reader, token, now)
  if (problem) throw problem
  return callerOf(reader, token, now)
}

/** @throws {GraphError} 190 without subcode: there is no such token. */
export function readToken({ tokens }: Pick<TokenReader, 'tokens'>, value: string): AccessToken {
  const token = tokens.find(value)
  if (token) return token
  throw /^[\w|.%-]*$/.test(value) ? unreadableToken() : malformedToken()
}

/** Why a known token is worth nothing now, in the order Meta would notice; undefined for a good one. */
export function tokenProblem(
  { appId }: Pick<TokenReader, 'appId'>,
  { user, serial, isRevoked, expiresAtMs }: AccessToken,
  now: Date,
): GraphError | undefined {
  if (user.ended && serial <= user.ended.serial) return endedSession(user.ended.reason, appId)
  if (!user.grant) return endedSession('app_removed', appId)
  if (isRevoked) return endedSession('logged_out', appId)
  if (expiresAtMs !== undefined && now.getTime() >= expiresAtMs) return expiredSession(new Date(expiresAtMs), now)
  return undefined
}

// A caller stays true while the grant it was made from stands; making one per request would cost thousands of accounts.
const callers = new WeakMap<AccessToken, { grant: unknown; isLapsed: boolean; caller: Caller }>()

function callerOf(reader: TokenReader, token: AccessToken, now: Date): Caller {
  const { grant } = token.user
  const isLapsed = grant !== undefined && hasLapsed(grant, now.getTime())
  const known = callers.get(token)
  if (known && known.grant === grant && known.isLapsed === isLapsed) return known.caller
  const caller = createCaller(reader, token, now)
  callers.set(token, { grant, isLapsed, caller })
  reader.tokens.remember(caller, token)
  return caller
}

function createCaller({ appId, tier }: TokenReader, token: AccessToken, now: Date): Caller {
  const { kind, user, page } = token
  const accounts = accountsOf(token)
  const scopes = new Set(scopesOf(token, now))
  return {
    kind,
    id: page ? pageId(page.index) : user.id,
    name: page ? page.business.name : user.name,
    appId,
    ...(kind === 'USER' && user.email !== undefined && scopes.has('email') ? { email: user.email } : {}),
    scopes,
    accounts,
    canSee: (account) => setOf(accounts).has(account),
    tier,
  }
}

/** The permissions a token carries now: what it was issued with and its user has not taken back since. */
export function scopesOf({ user, scopes }: AccessToken, now: Date): readonly string[] {
  if (!user.grant) return [basicPermission]
  const inForce = new Set(scopesInForce(user.grant, now.getTime()))
  return scopes.filter((scope) => inForce.has(scope))
}

function accountsOf({ user, page }: AccessToken): readonly AdAccount[] {
  const granted = user.grant?.accounts ?? user.accounts
  if (!page) return granted
  return granted.includes(page) ? [page] : []
}

// Tokens of one user share their list of accounts, and so the set of it.
const sets = new WeakMap<readonly AdAccount[], ReadonlySet<AdAccount>>()

function setOf(accounts: readonly AdAccount[]): ReadonlySet<AdAccount> {
  const known = sets.get(accounts) ?? new Set(accounts)
  sets.set(accounts, known)
  return known
}
