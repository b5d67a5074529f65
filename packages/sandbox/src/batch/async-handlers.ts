import { plainList } from '../account-edges/plain-list.ts'
import { linkFor } from '../graph/edge-link.ts'
import type { EdgeCall, EdgeHandlers } from '../graph/graph-call.ts'
import { invalidParam, unknownObject } from '../graph/graph-error.ts'
import type { Node } from '../graph/node.ts'
import { pageOf } from '../graph/paging.ts'
import { listParam } from '../graph/params.ts'
import { readNode, requestedFields } from '../graph/read-node.ts'
import { enumValues } from '../schema/graph-schema.ts'
import { createAdRequests, createBatchSet, createCreativeSet } from './create-async-set.ts'
import { isCompleted, statusOf, type AsyncRequest, type AsyncSet } from './async-set.ts'
import { notificationMode } from './notification-mode.ts'
import { isNotifiable } from './notify-set.ts'

type NodeOf<Type extends Node['type']> = Extract<Node, { type: Type }>
type AccountCall = EdgeCall<NodeOf<'AdAccount'>>
type SetCall = EdgeCall<NodeOf<'AdAsyncRequestSet'>>

/** Asynchronous request sets: made, listed, read, renamed and cancelled. */
export const asyncRequestHandlers: EdgeHandlers = {
  'AdAccount POST asyncadrequestsets': createAdRequests,
  'AdAccount POST asyncadcreatives': createCreativeSet,
  'AdAccount POST async_batch_requests': createBatchSet,
  'AdAccount GET asyncadrequestsets': (call: AccountCall) => listSets(call, 'asyncadrequestsets', 'ads'),
  'AdAccount GET asyncadcreatives': (call: AccountCall) => listSets(call, 'asyncadcreatives', 'creatives'),
  'AdAccount GET async_requests': listAsyncRequests,
  'AdSet GET asyncadrequests': (call: EdgeCall<NodeOf<'AdSet'>>) => listScoped(call, [call.node.id]),
  'Campaign GET asyncadrequests': (call: EdgeCall<NodeOf<'Campaign'>>) => listScoped(call, adSetIds(call.node)),
  'AdAsyncRequestSet GET requests': (call: SetCall) => listRequests(call, 'requests', requestsOf(call.node.set)),
  'AdAsyncRequestSet POST .': updateSet,
  'AdAsyncRequestSet DELETE .': (call: SetCall) => cancel(call, call.node.set, call.node.set.requests),
  'AdAsyncRequest DELETE .': (call: EdgeCall<NodeOf<'AdAsyncRequest'>>) =>
    cancel(call, call.node.set, [call.node.request]),
  'AsyncSession GET .': readSession,
}

function listSets(call: AccountCall, edge: string, kind: AsyncSet['kind']): Record<string, unknown> {
  const { sandbox, node, params } = call
  const sets = sandbox.asyncRequests.setsOf(node.account).filter((set) => set.kind === kind && isWanted(call, set))
  const page = pageOf(sets, ({ id }) => id, params, linkFor(call, node.id, edge, params))
  const fields = requestedFields(params)
  const { account } = node
  return {
    data: page.items.map((set) => readNode(call, { type: 'AdAsyncRequestSet', id: set.id, account, set }, fields)),
    paging: page.paging,
  }
}

function isWanted({ params }: AccountCall, set: AsyncSet): boolean {
  const wanted = params.get('is_completed')
  return wanted === undefined || wanted === '' || /^(true|1)$/.test(wanted) === isCompleted(set)
}

/** All sets in the published form of this edge, whose status and type are numbers: here places in Meta's lists. */
function listAsyncRequests(call: AccountCall): Record<string, unknown> {
  const { sandbox, node, input } = call
  const rows = sandbox.asyncRequests
    .setsOf(node.account)
    .filter((set) => isWanted(call, set))
    .map((set) => ({
      set,
      status: setStatus(set),
      type: set.kind === 'batch' ? 'BATCH_API' : 'ASYNC_ADGROUP_CREATION',
    }))
    .filter(({ status, type }) => fits(input['status'], status) && fits(input['type'], type))
    .map(({ set, status, type }) => ({
      id: set.id,
      owner_id: node.account.id.slice('act_'.length),
      name: set.name,
      is_completed: isCompleted(set),
      status: enumValues('AsyncRequest.status').indexOf(status),
      type: enumValues('AsyncRequest.type').indexOf(type),
      result: '',
    }))
  return plainList(call, 'async_requests', 'AsyncRequest', rows, ({ id }) => String(id))
}

function fits(wanted: unknown, actual: string): boolean {
  return wanted === undefined || wanted === actual
}

function setStatus(set: AsyncSet): string {
  if (isCompleted(set)) return 'FINISHED'
  return set.requests.some(({ outcome }) => outcome) ? 'EXECUTING' : 'INITIALIZED'
}

interface Listed {
  set: AsyncSet
  request: AsyncRequest
}

function requestsOf(set: AsyncSet): Listed[] {
  return set.requests.map((request) => ({ set, request }))
}

function listScoped(call: EdgeCall<NodeOf<'AdSet' | 'Campaign'>>, scopes: readonly string[]): Record<string, unknown> {
  const all = call.sandbox.asyncRequests.setsOf(call.node.account).flatMap(requestsOf)
  return listRequests(
    call,
    'asyncadrequests',
    all.filter(({ request }) => scopes.includes(request.scopeObjectId)),
  )
}

function adSetIds({ id, account, object }: NodeOf<'Campaign'>): string[] {
  return [
    id,
    ...account
      .objects()
      .adSetsOf(object)
      .map((adSet) => adSet.id),
  ]
}

function listRequests(
  call: EdgeCall<NodeOf<'AdSet' | 'Campaign' | 'AdAsyncRequestSet'>>,
  edge: string,
  all: readonly Listed[],
): Record<string, unknown> {
  const { node, params, now } = call
  // The guide calls the parameter `status`, the reference `statuses`.
  const statuses = [...listParam(params, 'statuses'), ...listParam(params, 'status')].map((name) => name.toUpperCase())
  const shown = all.filter(
    ({ request, set }) => statuses.length === 0 || statuses.includes(statusOf(request, set, now.getTime())),
  )
  const page = pageOf(shown, ({ request }) => request.id, params, linkFor(call, node.id, edge, params))
  const fields = requestedFields(params)
  const { account } = node
  return {
    data: page.items.map(({ set, request }) =>
      readNode(call, { type: 'AdAsyncRequest', id: request.id, account, set, request }, fields),
    ),
    paging: page.paging,
  }
}

/** The name at any time, the notification until it went out. */
function updateSet(call: SetCall): { success: true } {
  const { set } = call.node
  const { name, notification_uri: uri } = call.input
  const mode = notificationMode(call.input['notification_mode'])
  if ((uri !== undefined || mode !== undefined) && set.notification.status !== 'not_sent') {
    throw invalidParam('The notification of this request set has already been sent')
  }
  if (typeof name === 'string') set.name = name
  if (typeof uri === 'string') set.notification.uri = uri
  if (mode) set.notification.mode = mode
  if (typeof uri === 'string' && !isNotifiable(uri)) call.note('The sandbox notifies addresses of this machine only.')
  set.updatedAtMs = call.now.getTime()
  return { success: true }
}

/** Stops what has not started; what has goes on. */
function cancel({ now }: EdgeCall, set: AsyncSet, requests: readonly AsyncRequest[]): { success: true } {
  for (const request of requests) {
    if (statusOf(request, set, now.getTime()) === 'INITIAL') request.isCanceled = true
  }
  set.updatedAtMs = now.getTime()
  return { success: true }
}

/** Sessions belong to no ad account, so only who made one may see it. */
function readSession(call: EdgeCall<NodeOf<'AsyncSession'>>): Record<string, unknown> {
  if (call.node.set.callerId !== call.caller.id) throw unknownObject(call.node.id, call.method)
  return readNode(call, call.node, requestedFields(call.params))
}
