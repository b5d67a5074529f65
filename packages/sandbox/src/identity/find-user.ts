import type { GraphCall } from '../graph/graph-call.ts'
import type { Node } from '../graph/node.ts'
import type { Caller } from './caller.ts'
import { basicPermission } from './permissions.ts'
import { scopesInForce } from './grant.ts'
import type { AppUser } from './users.ts'

/**
 * The node of a user other than the caller. The app and its developer see everyone who uses the app; whoever manages a
 * business sees its system users. To all others it does not exist.
 */
export function findUser({ sandbox, caller, now }: GraphCall, id: string): Node | undefined {
  const { users, tokens } = sandbox.identity
  const user = users.find(id)
  const asker = tokens.of(caller)?.user
  if (!user || !mayKnow(caller, asker, user)) return undefined
  return { type: user.kind === 'USER' ? 'User' : 'SystemUser', id, caller: asCaller(user, caller, now) }
}

function mayKnow(caller: Caller, asker: AppUser | undefined, user: AppUser): boolean {
  if (caller.kind === 'APP') return user.grant !== undefined || user.ended !== undefined
  // A page token acts for the page: the person behind it stays out of its reach.
  if (!asker || caller.kind === 'PAGE') return false
  if (asker.isDeveloper || asker === user) return true
  return user.kind === 'SYSTEM_USER' && user.tenantId === asker.tenantId && caller.scopes.has('business_management')
}

function asCaller({ id, kind, name, grant, accounts }: AppUser, { appId, tier }: Caller, now: Date): Caller {
  const granted = grant ? (grant.accounts ?? accounts) : []
  return {
    kind,
    id,
    name,
    appId,
    tier,
    scopes: new Set(grant ? scopesInForce(grant, now.getTime()) : [basicPermission]),
    accounts: granted,
    canSee: (account) => granted.includes(account),
  }
}
