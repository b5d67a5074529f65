import type { World } from '../world/create-world.ts'
import { seedOf } from '../world/random.ts'
import { createAccessTokens, type AccessToken } from './access-tokens.ts'
import { authenticate } from './authenticate.ts'
import { createAuthorizationCodes } from './authorization-codes.ts'
import type { AccessTier } from './caller.ts'
import type { Identity } from './identity.ts'
import { exportIdentity, importIdentity } from './identity-state.ts'
import { permissions } from './permissions.ts'
import { secretHex, secretToken } from './secrets.ts'
import { createSubscriptions, type AppCallbacks } from './subscriptions.ts'
import { createUsers, type AppUser } from './users.ts'

export interface IdentityOptions {
  world: World
  /** App secret, tokens and codes follow from it. */
  seed: number
  /** When the sandbox starts, on its own clock. */
  now: Date
  /** @default 'Sandbox App' */
  appName?: string
  /** Refuses every call without `appsecret_proof`. @default false */
  requireAppSecretProof?: boolean
  /** What usage headers name and limits follow. @default 'standard_access' */
  tier?: AccessTier
  /** Addresses the dialog may return to. @default any https address, and any on this machine */
  redirectUris?: readonly string[]
  /** Where removals and deletion requests are told. @default nowhere */
  callbacks?: AppCallbacks
}

/** The app of one sandbox with its developer, one system user per tenant and a few invented people. */
export function createIdentity(options: IdentityOptions): Identity {
  const { world, seed, now } = options
  const users = createUsers(world, now)
  const tenantTokens = new Map(world.tenants.map(({ id }) => [id, secretToken(seed, id)]))
  const accessToken = secretToken(seed, 'developer')
  const fixed = new Map([[accessToken, fixedToken(accessToken, users.developer, now)]])
  for (const [tenantId, value] of tenantTokens) {
    const user = users.systemUserOf(tenantId)
    if (user) fixed.set(value, fixedToken(value, user, now))
  }
  const tokens = createAccessTokens(seed, fixed)
  const identity: Identity = {
    appId: String(1_180_000_000_000_000 + seedOf(seed, 'app')),
    appName: options.appName ?? 'Sandbox App',
    appSecret: secretHex(seed, 'app secret').slice(0, 32),
    requireAppSecretProof: options.requireAppSecretProof ?? false,
    tier: options.tier ?? 'standard_access',
    redirectUris: options.redirectUris ?? [],
    accessToken,
    tokenOfTenant: (tenantId) => tenantTokens.get(tenantId),
    authenticate: (attempt) => authenticate(identity, attempt),
    users,
    tokens,
    codes: createAuthorizationCodes(seed, () => ++tokens.serial),
    subscriptions: createSubscriptions({ ...options.callbacks }),
    exportState: () => exportIdentity(identity),
    importState: (state) => importIdentity(identity, world, state),
  }
  return identity
}

// Serial 0: whatever ends the sessions of these users ends these tokens first.
function fixedToken(value: string, user: AppUser, now: Date): AccessToken {
  return {
    value,
    serial: 0,
    kind: user.kind,
    user,
    scopes: [...permissions.keys()],
    issuedAtMs: now.getTime(),
    isLongLived: true,
    isRevoked: false,
  }
}
