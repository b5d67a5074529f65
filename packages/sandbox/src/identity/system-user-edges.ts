import { plainList } from '../account-edges/plain-list.ts'
import type { EdgeCall, EdgeHandlers, GraphCall } from '../graph/graph-call.ts'
import type { Node } from '../graph/node.ts'
import { invalidParam, missingParam, notOneOf, unknownObject } from '../graph/graph-error.ts'
import { listParam, requiredParam } from '../graph/params.ts'
import { enumValues } from '../schema/graph-schema.ts'
import { missingProof } from './app-secret-proof.ts'
import { lastingGrant, scopesInForce } from './grant.ts'
import { longLivedMs } from './oauth-access-token.ts'
import { unknownApp } from './oauth-errors.ts'
import { basicPermission, permissions } from './permissions.ts'
import { requirePermission } from './require-permission.ts'
import { userOf } from './user-edges.ts'
import type { AppUser } from './users.ts'

type UserNode = Extract<Node, { type: 'User' | 'SystemUser' }>
type BusinessNode = Extract<Node, { type: 'Business' }>

/** System users of a business: made, given the app, given tokens. */
export const systemUserEdges: EdgeHandlers = {
  'Business GET system_users': listSystemUsers,
  'Business POST system_users': addSystemUser,
  'Business POST system_user_access_tokens': mintForBusiness,
  'SystemUser POST applications': installApp,
  'SystemUser POST access_tokens': mintToken,
  'SystemUser DELETE access_tokens': endTokens,
}

function listSystemUsers(call: EdgeCall<BusinessNode>): unknown {
  requirePermission(call.caller, 'business_management')
  const users = call.sandbox.identity.users.systemUsersOfBusiness(call.node.id)
  const rows = users.map(({ id, name, role }) => ({ id, name, role }))
  return plainList(call, 'system_users', 'SystemUser', rows, ({ id }) => String(id))
}

function addSystemUser(call: EdgeCall<BusinessNode>): unknown {
  requirePermission(call.caller, 'business_management')
  const name = requiredParam(call.params, 'name')
  const role = call.params.get('role') ?? 'EMPLOYEE'
  const roles = enumValues('SystemUser.role')
  if (!roles.includes(role)) throw notOneOf('role', roles, role)
  const user = call.sandbox.identity.users.addSystemUser(call.node.id, name.slice(0, 200), role)
  if (!user) throw unknownObject(call.node.id, call.method)
  return { id: user.id }
}

function installApp(call: EdgeCall<UserNode>): unknown {
  const user = ownedSystemUser(call)
  requireApp(call)
  user.grant ??= lastingGrant([basicPermission], call.now.getTime())
  return { success: true }
}

function mintToken(call: EdgeCall<UserNode>): unknown {
  const user = ownedSystemUser(call)
  requireApp(call)
  // Required here whatever the app's setting: a stolen token must not mint others.
  if (!call.params.has('appsecret_proof')) throw missingProof()
  return { access_token: mint(call, user) }
}

function mintForBusiness(call: EdgeCall<BusinessNode>): unknown {
  requirePermission(call.caller, 'business_management')
  const id = call.params.get('system_user_id')
  const users = call.sandbox.identity.users.systemUsersOfBusiness(call.node.id)
  const user = id === undefined ? users[0] : users.find((known) => known.id === id)
  if (!user) throw invalidParam('Param system_user_id must be a system user of this business')
  return { access_token: mint(call, user) }
}

function endTokens(call: EdgeCall<UserNode>): unknown {
  const user = ownedSystemUser(call)
  call.sandbox.identity.tokens.endAll(user, 'password_changed')
  return { success: true }
}

function mint(call: GraphCall, user: AppUser): string {
  // Meta's text for this is not public.
  if (!user.grant) throw invalidParam('The app is not installed for this system user')
  const scopes = readScopes(call)
  const granted = new Set([...scopesInForce(user.grant, call.now.getTime()), ...scopes])
  user.grant = lastingGrant(granted, call.now.getTime())
  const expires = /^(true|1)$/i.test(call.params.get('set_token_expires_in_60_days') ?? '')
  const { value } = call.sandbox.identity.tokens.issue({
    kind: 'SYSTEM_USER',
    user,
    scopes: [basicPermission, ...scopes.filter((scope) => scope !== basicPermission)],
    issuedAtMs: call.now.getTime(),
    isLongLived: true,
    ...(expires ? { expiresAtMs: call.now.getTime() + longLivedMs } : {}),
  })
  return value
}

function readScopes(call: GraphCall): readonly string[] {
  const scopes = listParam(call.params, 'scope')
  if (scopes.length === 0) throw missingParam('scope')
  for (const [index, scope] of scopes.entries()) {
    if (!permissions.has(scope)) throw notOneOf(`scope[${index}]`, permissions.keys(), scope)
  }
  return scopes
}

/** @throws {GraphError} 200 unless the caller manages the system user's business; 100/33 for people. */
function ownedSystemUser(call: EdgeCall<UserNode>): AppUser {
  const user = userOf(call)
  if (user.kind !== 'SYSTEM_USER') throw unknownObject(user.id, call.method)
  requirePermission(call.caller, 'business_management')
  return user
}

function requireApp(call: GraphCall): void {
  const { appId } = call.sandbox.identity
  if (requiredParam(call.params, 'business_app') === appId) return
  throw unknownApp()
}
