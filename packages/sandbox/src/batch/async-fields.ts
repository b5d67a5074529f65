import type { Node } from '../graph/node.ts'
import { wireTime } from '../objects/wire-time.ts'
import { isCompleted, statusOf, type AsyncSet, type AsyncStatus } from './async-set.ts'
import { isSuccess } from './run-item.ts'

type NodeOf<Type extends Node['type']> = Extract<Node, { type: Type }>
type Reader<N extends Node> = (node: N, context: { now: Date }) => unknown
type SetNode = NodeOf<'AdAsyncRequestSet'>
type RequestNode = NodeOf<'AdAsyncRequest'>
type SessionNode = NodeOf<'AsyncSession'>

/** Fields of a request set. Ids are text: as numbers, those of a sandbox would lose digits. */
export const asyncSetFields: Readonly<Record<string, Reader<SetNode>>> = {
  owner_id: ({ account }) => account.id.slice('act_'.length),
  name: ({ set }) => set.name,
  is_completed: ({ set }) => isCompleted(set),
  total_count: ({ set }) => set.requests.length,
  initial_count: ({ set }, { now }) => count(set, now, ['INITIAL']),
  in_progress_count: ({ set }, { now }) => count(set, now, ['IN_PROGRESS']),
  success_count: ({ set }, { now }) => count(set, now, ['SUCCESS']),
  error_count: ({ set }, { now }) => count(set, now, ['ERROR', 'ERROR_DEPENDENCY']),
  canceled_count: ({ set }, { now }) => count(set, now, ['CANCELED', 'CANCELED_DEPENDENCY']),
  notification_mode: ({ set }) => set.notification.mode,
  notification_uri: ({ set }) => set.notification.uri,
  notification_status: ({ set }) => set.notification.status,
  notification_result: ({ set }) => set.notification.result,
  created_time: ({ set, account }) => wireTime(set.createdAtMs, account.timezone),
  updated_time: ({ set, account }) => wireTime(set.updatedAtMs, account.timezone),
}

/** Fields of a request of a set. */
export const asyncRequestFields: Readonly<Record<string, Reader<RequestNode>>> = {
  scope_object_id: ({ request }) => request.scopeObjectId,
  status: ({ request, set }, { now }) => statusOf(request, set, now.getTime()),
  result: ({ request }) => resultOf(request),
  input: ({ request }) => request.input,
  type: ({ set }) => (set.kind === 'batch' ? 'BATCH_API' : 'ASYNC_ADGROUP_CREATION'),
  async_request_set: ({ set, account }): Node => ({ type: 'AdAsyncRequestSet', id: set.id, account, set }),
  created_time: ({ set, account }) => wireTime(set.createdAtMs, account.timezone),
  updated_time: ({ request, set, account }) => wireTime(request.finishedAtMs ?? set.createdAtMs, account.timezone),
}

/** Fields of a session of `asyncbatch`. Its status words are those Meta publishes for other asynchronous requests. */
export const asyncSessionFields: Readonly<Record<string, Reader<SessionNode>>> = {
  name: ({ request }) => request.item.name,
  method: ({ request }) => request.item.method,
  uri: ({ request }) => request.item.pathname,
  status: ({ request, set }, { now }) => sessionStatus(statusOf(request, set, now.getTime())),
  complete: ({ request }) => request.outcome !== undefined,
  complete_time: ({ request }) => completeTime(request),
  result: ({ request }) => (request.outcome?.kind === 'answered' ? request.outcome.reply.body : undefined),
  error_code: ({ request }) => errorOf(request)?.error_code,
  exception: ({ request }) => errorOf(request)?.error_message,
}

function count(set: AsyncSet, now: Date, statuses: readonly AsyncStatus[]): number {
  return set.requests.filter((request) => statuses.includes(statusOf(request, set, now.getTime()))).length
}

/** What the call would have been answered at once; of an error its code and message only. */
function resultOf(request: RequestNode['request']): unknown {
  const { outcome } = request
  if (!outcome) return undefined
  if (outcome.kind === 'answered' && isSuccess(outcome)) return JSON.parse(outcome.reply.body)
  return errorOf(request)
}

function errorOf({ outcome }: RequestNode['request']): { error_code: number; error_message: string } | undefined {
  if (!outcome || isSuccess(outcome)) return undefined
  if (outcome.kind === 'skipped') return { error_code: 1, error_message: 'A request it depends on did not succeed.' }
  if (outcome.kind === 'unfinished') return { error_code: 1, error_message: 'An unknown error occurred' }
  const { error }: { error: { code?: number; message: string } } = JSON.parse(outcome.reply.body)
  return { error_code: error.code ?? 1, error_message: error.message }
}

function sessionStatus(status: AsyncStatus): string {
  if (status === 'INITIAL') return 'INITIALIZED'
  if (status === 'IN_PROGRESS') return 'EXECUTING'
  return status === 'SUCCESS' ? 'FINISHED' : 'ERROR'
}

function completeTime({ finishedAtMs }: RequestNode['request']): string | undefined {
  return finishedAtMs === undefined ? undefined : wireTime(finishedAtMs, 'UTC')
}
