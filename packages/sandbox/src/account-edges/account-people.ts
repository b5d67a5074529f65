import type { AccountCall } from '../assets/account-call.ts'
import type { EdgeCall } from '../graph/graph-call.ts'
import { GraphError, missingParam, notOneOf } from '../graph/graph-error.ts'
import type { Node } from '../graph/node.ts'
import { textOf } from '../objects/loose-values.ts'
import { enumValues } from '../schema/graph-schema.ts'
import type { AdAccount } from '../world/objects.ts'
import { plainList } from './plain-list.ts'

/** `GET act_…/users`: who works on an account. */
export function accountUsers(call: AccountCall): unknown {
  const rows = peopleOf(call).map(({ id, name, tasks }) => ({ id, name, tasks }))
  return plainList(call, 'users', 'AdAccountUser', rows, ({ id }) => String(id))
}

/** `GET act_…/assigned_users` and `GET /<pixel>/assigned_users`: the same people, as a business sees them. */
export function assignedUsers(call: EdgeCall<Extract<Node, { type: 'AdAccount' | 'AdsPixel' }>>): unknown {
  const { business } = call.node.account
  const rows = peopleOf(call)
    .filter(() => call.input.business === undefined || textOf(call.input.business) === business.id)
    .map(({ id, name, tasks, user_type }) => ({ id, name, tasks, user_type, business }))
  return plainList(call, 'assigned_users', 'AssignedUser', rows, ({ id }) => String(id), ['id', 'name', 'tasks'])
}

/** `POST act_…/assigned_users` */
export function assignUser(call: AccountCall): unknown {
  const { account } = call.node
  const { user, tasks } = call.input
  if (user === undefined) throw missingParam('user')
  if (!Array.isArray(tasks) || tasks.length === 0) throw missingParam('tasks')
  const allowed = enumValues('AdAccount.tasks')
  const unknown = tasks.find((task) => !allowed.includes(String(task)))
  if (unknown !== undefined) throw notOneOf('tasks', allowed, String(unknown))
  const others = assignedTo(account).filter(({ id }) => id !== textOf(user))
  account.values['assigned_people'] = [...others, { id: textOf(user), name: `User ${textOf(user)}`, tasks }]
  return { success: true }
}

/** `DELETE act_…/assigned_users` */
export function unassignUser({ node, input }: AccountCall): unknown {
  const { account } = node
  const own = assignedTo(account)
  if (!own.some(({ id }) => id === String(input.user))) {
    throw new GraphError('(#2620) Invalid call to update account permissions', { type: 'OAuthException', code: 2620 })
  }
  account.values['assigned_people'] = own.filter(({ id }) => id !== String(input.user))
  return { success: true }
}

/** `GET /<business>/business_users`: the invented people who work there. */
export function businessUsers(call: EdgeCall<Extract<Node, { type: 'Business' }>>): unknown {
  const { users } = call.sandbox.identity
  const rows = users.peopleOfBusiness(call.node.id).map(({ id, name, email }) => ({ id, name, role: 'ADMIN', email }))
  return plainList(call, 'business_users', 'BusinessUser', rows, ({ id }) => String(id), ['id', 'name'])
}

interface Person {
  id: string
  name: string
  tasks: readonly unknown[]
  user_type?: string
}

function peopleOf({ caller, node }: EdgeCall<Extract<Node, { type: 'AdAccount' | 'AdsPixel' }>>): readonly Person[] {
  const isSystem = caller.kind === 'SYSTEM_USER'
  const own = {
    id: caller.id,
    name: caller.name,
    tasks: ['DRAFT', 'ANALYZE', 'ADVERTISE', 'MANAGE'],
    user_type: isSystem ? 'SYSTEM_USER' : 'BUSINESS_USER',
  }
  return [own, ...assignedTo(node.account).filter(({ id }) => id !== caller.id)]
}

function assignedTo({ values }: AdAccount): readonly Person[] {
  const stored = values['assigned_people']
  return Array.isArray(stored) ? (stored as Person[]) : []
}
