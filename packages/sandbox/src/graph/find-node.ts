import { pageId } from '../world/object-ids.ts'
import type { AdAccount } from '../world/objects.ts'
import { findPeriodNode } from '../objects/budget-period-nodes.ts'
import { findAsyncNode } from '../batch/find-async-node.ts'
import { findStudyNode } from '../studies/study-nodes.ts'
import { findUser } from '../identity/find-user.ts'
import { nodeSchema } from '../schema/graph-schema.ts'
import { parseFields } from './fields.ts'
import type { GraphCall } from './graph-call.ts'
import { accountNotGranted, unknownAlias, unknownField, unknownObject, type GraphError } from './graph-error.ts'
import { accountNode, objectNode, type Node } from './node.ts'

/**
 * Finds what an id in a path means to a caller.
 *
 * @throws {GraphError} 803 for words, 200 for an account of someone else, 100/33 for everything unknown or unseen.
 */
export function findNode(call: GraphCall, id: string): Node {
  if (/^act_\d+$/.test(id)) return findAccount(call, id)
  if (!/^\d+(:\w+)?$/.test(id) && id !== 'me') throw unknownAlias(id)
  const found = findKnown(call, id)
  if (!found || ('account' in found && !call.caller.canSee(found.account))) {
    throw misreadAccount(call, id) ?? unknownObject(id, call.method)
  }
  return found
}

/** Graph takes the digits of an account without `act_` for another node, and misses its fields there. */
function misreadAccount({ sandbox, caller, method, path, params }: GraphCall, id: string): GraphError | undefined {
  const account = sandbox.world.account(`act_${id}`)
  if (!account || !caller.canSee(account) || method !== 'GET' || path.length !== 1) return undefined
  // Which node it is nobody tells; a user is one whose digits look alike.
  const known = nodeSchema('User')?.fields
  const missed = parseFields(params.get('fields') ?? '').find(({ name }) => !known?.has(name))
  return missed && unknownField(missed.name, 'User')
}

function findAccount({ sandbox, caller, method }: GraphCall, id: string): Node {
  const account = sandbox.world.account(id)
  if (!account) throw unknownObject(id, method)
  if (!caller.canSee(account)) throw accountNotGranted()
  return accountNode(account)
}

function findKnown(call: GraphCall, id: string): Node | undefined {
  const { sandbox, caller } = call
  if (id === 'me' || id === caller.id) return ownNode(call)
  if (id === sandbox.identity.appId) return { type: 'Application', id, name: sandbox.identity.appName }
  return (
    findUser(call, id) ??
    findRun(call, id) ??
    findAsyncNode(sandbox, id) ??
    findStudyNode(sandbox, id) ??
    findBusiness(call, id) ??
    findInAccount(call, id)
  )
}

function ownNode({ sandbox, caller }: GraphCall): Node | undefined {
  if (caller.kind === 'APP') return { type: 'Application', id: caller.id, name: sandbox.identity.appName }
  if (caller.kind !== 'PAGE') return { type: caller.kind === 'USER' ? 'User' : 'SystemUser', id: caller.id, caller }
  const account = sandbox.world.accountOfObject(caller.id)
  return account && pageNode(account)
}

function findRun({ sandbox }: GraphCall, id: string): Node | undefined {
  const run = sandbox.runs.find(id)
  return run && { type: 'AdReportRun', id, account: run.root.account, run }
}

function findBusiness({ caller }: GraphCall, id: string): Node | undefined {
  // Business ids share a prefix; looking through thousands of accounts for every other id would be slow.
  if (!/^560\d{12}$/.test(id)) return undefined
  const accounts = caller.accounts.filter(({ business }) => business.id === id)
  const [first] = accounts
  return first && { type: 'Business', id, name: first.business.name, accounts }
}

function findInAccount({ sandbox }: GraphCall, id: string): Node | undefined {
  const account = sandbox.world.accountOfObject(id)
  if (!account) return undefined
  if (id === pageId(account.index)) return pageNode(account)
  const object = account.objects().find(id)
  return object ? objectNode(account, object) : findPeriodNode(account, id)
}

/** The page an account advertises for. */
export function pageNode(account: AdAccount): Node {
  return { type: 'Page', id: pageId(account.index), name: account.business.name, account }
}
