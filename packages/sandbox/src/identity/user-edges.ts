import type { EdgeCall, EdgeHandlers } from '../graph/graph-call.ts'
import { pageNode } from '../graph/find-node.ts'
import { linkFor } from '../graph/edge-link.ts'
import type { Node } from '../graph/node.ts'
import { notOneOf, unknownObject } from '../graph/graph-error.ts'
import { pageOf } from '../graph/paging.ts'
import { parseFields, type FieldRequest } from '../graph/fields.ts'
import { readNode } from '../graph/read-node.ts'
import type { AdAccount } from '../world/objects.ts'
import { permissionStatuses } from './grant.ts'
import { dropPermission, removeApp } from './user-actions.ts'
import type { AppUser } from './users.ts'

type UserNode = Extract<Node, { type: 'User' | 'SystemUser' }>
type PageNode = Extract<Node, { type: 'Page' }>

/** What people and pages are asked about themselves. */
export const userEdges: EdgeHandlers = {
  'User GET permissions': listPermissions,
  'SystemUser GET permissions': listPermissions,
  'User DELETE permissions': dropPermissions,
  'SystemUser DELETE permissions': dropPermissions,
  'User GET accounts': listPages,
  'SystemUser GET accounts': listPages,
  'Page GET .': readPage,
}

/** The user a node stands for. @throws {GraphError} 100/33 for one that is gone. */
export function userOf({ sandbox, node, method }: EdgeCall<UserNode>): AppUser {
  const user = sandbox.identity.users.find(node.id)
  if (!user) throw unknownObject(node.id, method)
  return user
}

const statuses = ['granted', 'declined', 'expired']

function listPermissions(call: EdgeCall<UserNode>): unknown {
  const { grant } = userOf(call)
  const permission = call.params.get('permission')
  const status = call.params.get('status')
  if (status !== undefined && !statuses.includes(status)) throw notOneOf('status', statuses, status)
  const all = grant ? permissionStatuses(grant, call.now.getTime()) : []
  return {
    data: all.filter(
      (item) => (permission ?? item.permission) === item.permission && (status ?? item.status) === item.status,
    ),
  }
}

/** `permissions/{name}` or `permission=` drops one; without either the app is removed. */
function dropPermissions(call: EdgeCall<UserNode>): unknown {
  const user = userOf(call)
  const name = call.path[2] ?? call.params.get('permission')
  if (name === undefined || name === '') removeApp(call.sandbox, user)
  else dropPermission(user, name)
  return { success: true }
}

const pageListFields = ['access_token', 'category', 'name', 'id', 'tasks']

/** The pages a user works on, each with a token of its own. Without `pages_show_list` there are none. */
function listPages(call: EdgeCall<UserNode>): unknown {
  const { caller, node, params } = call
  const pages = caller.scopes.has('pages_show_list') ? node.caller.accounts : []
  const { items, paging } = pageOf(pages, ({ id }) => id, params, linkFor(call, node.id, 'accounts', params))
  const fields = fieldsOf(params.get('fields'), pageListFields)
  return { data: items.map((account) => pageJson(call, account, fields)), paging }
}

function readPage(call: EdgeCall<PageNode>): unknown {
  return pageJson(call, call.node.account, fieldsOf(call.params.get('fields'), ['name', 'id']))
}

function fieldsOf(text: string | undefined, names: readonly string[]): readonly FieldRequest[] {
  return parseFields(text === undefined || text.trim() === '' ? names.join(',') : text)
}

/** A page's fields; its token and tasks depend on who asks, so that no table of fields can know them. */
function pageJson(call: EdgeCall, account: AdAccount, fields: readonly FieldRequest[]): Record<string, unknown> {
  const json: Record<string, unknown> = {}
  const own = new Map<string, () => unknown>([
    ['access_token', () => pageToken(call, account)],
    ['tasks', () => pageTasks],
  ])
  for (const field of fields) {
    const value = own.has(field.name) ? own.get(field.name)?.() : readNode(call, pageNode(account), [field])[field.key]
    if (value !== undefined) json[field.key] = value
  }
  const { id } = pageNode(account)
  return { ...json, id }
}

const pageTasks = ['ADVERTISE', 'ANALYZE', 'CREATE_CONTENT', 'MESSAGING', 'MODERATE', 'MANAGE']

function pageToken({ sandbox, caller, now }: EdgeCall, account: AdAccount): string | undefined {
  const { tokens } = sandbox.identity
  const token = tokens.of(caller)
  if (!token || !caller.canSee(account)) return undefined
  return token.kind === 'PAGE' ? token.value : tokens.ofPage(account, token, now).value
}
