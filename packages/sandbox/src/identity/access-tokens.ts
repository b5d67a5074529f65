import { pageId } from '../world/object-ids.ts'
import type { AdAccount } from '../world/objects.ts'
import type { Caller } from './caller.ts'
import { secretToken } from './secrets.ts'
import type { AppUser } from './users.ts'

/** A token of a user, a system user or a page. App tokens are not kept: they are the app's id and secret. */
export interface AccessToken {
  readonly value: string
  /** Grows with every token; what ends a user's sessions ends all tokens up to one. */
  readonly serial: number
  readonly kind: 'USER' | 'SYSTEM_USER' | 'PAGE'
  /** Who granted it; of a page token the person it acts for. */
  readonly user: AppUser
  /** Of a page token: the account whose page it is. */
  readonly page?: AdAccount
  readonly scopes: readonly string[]
  readonly issuedAtMs: number
  /** Absent for tokens that never expire. */
  readonly expiresAtMs?: number
  /** Lives for 60 days or for ever, rather than an hour or two. */
  readonly isLongLived: boolean
  isRevoked: boolean
}

export type TokenDraft = Omit<AccessToken, 'value' | 'serial' | 'isRevoked'>

export interface AccessTokens {
  find(value: string): AccessToken | undefined
  issue(draft: TokenDraft): AccessToken
  /** The token of an account's page for whoever holds a token; the same one when asked again. */
  ofPage(account: AdAccount, owner: AccessToken, now: Date): AccessToken
  /** Kills every token this user has so far. */
  endAll(user: AppUser, reason: NonNullable<AppUser['ended']>['reason']): void
  /** The token a caller came with; undefined for the app itself. */
  of(caller: Caller): AccessToken | undefined
  remember(caller: Caller, token: AccessToken): void
  /** Those that exist from the start. */
  readonly fixed: Iterable<AccessToken>
  /** Those issued since the start, oldest first. */
  readonly issued: Iterable<AccessToken>
  /** Serial of the newest token. */
  serial: number
  /** Takes in a token of an earlier run. */
  restore(token: AccessToken): void
}

// Clients that refresh in a loop would otherwise fill the memory.
const kept = 20_000

/** @param fixed - Tokens that exist from the start, by value. */
export function createAccessTokens(seed: number, fixed: ReadonlyMap<string, AccessToken>): AccessTokens {
  const issued = new Map<string, AccessToken>()
  const owners = new WeakMap<Caller, AccessToken>()
  const add = (token: AccessToken) => {
    issued.set(token.value, token)
    const [oldest] = issued.keys()
    if (issued.size > kept && oldest !== undefined) issued.delete(oldest)
    return token
  }
  const tokens: AccessTokens = {
    serial: 0,
    find: (value) => fixed.get(value) ?? issued.get(value),
    issue(draft) {
      const serial = ++tokens.serial
      return add({ ...draft, value: secretToken(seed, `issued/${serial}`), serial, isRevoked: false })
    },
    ofPage(account, owner, now) {
      const value = secretToken(seed, `page/${pageId(account.index)}/${owner.user.id}/${owner.serial}`)
      return issued.get(value) ?? add(pageToken(value, account, owner, now))
    },
    endAll(user, reason) {
      user.ended = { serial: tokens.serial, reason }
    },
    of: (caller) => owners.get(caller),
    remember: (caller, token) => owners.set(caller, token),
    fixed: { [Symbol.iterator]: () => fixed.values() },
    issued: { [Symbol.iterator]: () => issued.values() },
    restore: (token) => add(token),
  }
  return tokens
}

// A page token from a long-lived user token does not expire; from a short-lived one it ends with that.
function pageToken(value: string, account: AdAccount, owner: AccessToken, now: Date): AccessToken {
  const { serial, user, scopes, expiresAtMs, isLongLived } = owner
  return {
    value,
    serial,
    kind: 'PAGE',
    user,
    page: account,
    scopes,
    issuedAtMs: now.getTime(),
    isLongLived,
    isRevoked: false,
    ...(isLongLived || expiresAtMs === undefined ? {} : { expiresAtMs }),
  }
}
