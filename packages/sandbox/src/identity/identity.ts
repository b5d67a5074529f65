import type { AccessTier, Caller } from './caller.ts'
import type { AccessTokens } from './access-tokens.ts'
import type { AuthorizationCodes } from './authorization-codes.ts'
import type { Subscriptions } from './subscriptions.ts'
import type { Users } from './users.ts'

/** The sandbox's app, its people and every token it honours. */
export interface Identity {
  readonly appId: string
  readonly appName: string
  readonly appSecret: string
  /** Whether the app's setting "Require App Secret" is on. */
  readonly requireAppSecretProof: boolean
  readonly tier: AccessTier
  /** Addresses the dialog may return to; empty lets it return to any https address, and to any on this machine. */
  readonly redirectUris: readonly string[]
  /** The developer's: sees all accounts, never expires. */
  readonly accessToken: string
  /** A tenant's system user; undefined for an unknown tenant id. */
  tokenOfTenant(tenantId: string): string | undefined
  /**
   * Who a token speaks for.
   *
   * @param attempt - Whether it asks for `me` decides the wording of a missing token.
   * @throws {GraphError} 2500 or 104 without a token, 190 with its subcodes for a bad one, 100 for a wrong or missing proof.
   */
  authenticate(attempt: TokenAttempt): Caller
  readonly users: Users
  readonly tokens: AccessTokens
  readonly codes: AuthorizationCodes
  readonly subscriptions: Subscriptions
  /** Everything that consents, logins and calls have changed, as JSON. It holds tokens. */
  exportState(): unknown
  /** @throws {IdentityStateError} It is no exported state. Nothing has changed then. */
  importState(state: unknown): void
}

export interface TokenAttempt {
  token: string | undefined
  /** `appsecret_proof` as sent. */
  proof: string | undefined
  isAboutMe: boolean
  now: Date
}
