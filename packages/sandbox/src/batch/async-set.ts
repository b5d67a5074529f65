import type { GraphRequest } from '../graph/graph-call.ts'
import type { AdAccount } from '../world/objects.ts'
import type { PlannedItem } from './plan-batch.ts'
import { isSuccess, type Outcome } from './run-item.ts'

/** Calls handed in together, to be carried out later, in order. */
export interface AsyncSet {
  readonly id: string
  /** By the edge that made it; `sessions` come from `asyncbatch`. */
  readonly kind: 'ads' | 'creatives' | 'batch' | 'sessions'
  /** Absent for sessions. */
  readonly account?: AdAccount
  /** Whose token carries the calls out. */
  readonly callerId: string
  carrier: GraphRequest
  readonly createdAtMs: number
  name: string
  updatedAtMs: number
  readonly requests: readonly AsyncRequest[]
  notification: Notification
}

/** One call of a set. Times are milliseconds of the sandbox clock. */
export interface AsyncRequest {
  readonly id: string
  readonly item: PlannedItem
  /** As handed in. */
  readonly input: Readonly<Record<string, unknown>>
  /** Id of the object it works on: an ad set, or what its path names. */
  readonly scopeObjectId: string
  readonly startsAtMs: number
  readonly dueAtMs: number
  isCanceled: boolean
  /** Absent until it was carried out. */
  outcome?: Outcome
  finishedAtMs?: number
}

export interface Notification {
  mode: 'OFF' | 'ON_COMPLETE'
  uri?: string
  status: 'not_sent' | 'sending' | 'sent'
  result?: { status: number; response: string }
}

export type AsyncStatus =
  | 'INITIAL'
  | 'IN_PROGRESS'
  | 'SUCCESS'
  | 'ERROR'
  | 'ERROR_DEPENDENCY'
  | 'CANCELED'
  | 'CANCELED_DEPENDENCY'

export function statusOf(request: AsyncRequest, set: AsyncSet, nowMs: number): AsyncStatus {
  if (request.isCanceled) return 'CANCELED'
  if (!request.outcome) return nowMs < request.startsAtMs ? 'INITIAL' : 'IN_PROGRESS'
  if (isSuccess(request.outcome)) return 'SUCCESS'
  if (request.outcome.kind !== 'skipped') return 'ERROR'
  return parentsOf(request, set).some(isOutByCancel(set, nowMs)) ? 'CANCELED_DEPENDENCY' : 'ERROR_DEPENDENCY'
}

/** True once nothing of it is left to do. */
export function isCompleted({ requests }: AsyncSet): boolean {
  return requests.every(({ outcome, isCanceled }) => outcome !== undefined || isCanceled)
}

/** The earlier requests whose results this one uses. */
export function parentsOf({ item }: AsyncRequest, { requests }: AsyncSet): readonly AsyncRequest[] {
  const positions = [...item.sources.values(), ...(item.waitsFor === undefined ? [] : [item.waitsFor])]
  return positions.flatMap((position) => requests[position] ?? [])
}

function isOutByCancel(set: AsyncSet, nowMs: number): (request: AsyncRequest) => boolean {
  return (request) => statusOf(request, set, nowMs).startsWith('CANCELED')
}
