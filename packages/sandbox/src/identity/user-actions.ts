import type { SandboxState } from '../graph/graph-call.ts'
import type { AdAccount } from '../world/objects.ts'
import type { Grant } from './grant.ts'
import { basicPermission } from './permissions.ts'
import type { AppUser } from './users.ts'

type Actors = Pick<SandboxState, 'identity' | 'webhooks'>

/** What a person answered in the dialog. */
export interface Consent {
  asked: readonly string[]
  granted: ReadonlySet<string>
  /** Absent for all accounts. */
  accounts?: readonly AdAccount[]
  now: Date
}

/** Takes in a consent: it adds to earlier ones, and its choice of accounts replaces theirs. */
export function consent(user: AppUser, { asked, granted, accounts, now }: Consent): Grant {
  const permissions = new Map(user.grant?.permissions)
  permissions.set(basicPermission, 'granted')
  for (const name of asked) {
    if (name !== basicPermission) permissions.set(name, granted.has(name) ? 'granted' : 'declined')
  }
  const isLasting = user.isDeveloper
  user.grant = { permissions, grantedAtMs: now.getTime(), isLasting, ...(accounts ? { accounts } : {}) }
  // The developer's own token comes with the sandbox and cannot be issued anew.
  if (user.isDeveloper) delete user.ended
  return user.grant
}

/** Takes one permission back; tokens keep working without it. */
export function dropPermission(user: AppUser, name: string): void {
  if (!user.grant?.permissions.has(name) || name === basicPermission) return
  user.grant = { ...user.grant, permissions: new Map(user.grant.permissions).set(name, 'declined') }
}

/** Removes the app from a user: every token of theirs dies, and the app is told. */
export function removeApp({ identity, webhooks }: Actors, user: AppUser): void {
  delete user.grant
  identity.tokens.endAll(user, 'app_removed')
  webhooks.deauthorized(user.id)
}
