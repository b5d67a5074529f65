import type { Caller } from '../identity/caller.ts'
import type { GraphRequest, SandboxState } from '../graph/graph-call.ts'
import type { BatchItem } from './batch-item.ts'
import { planBatch } from './plan-batch.ts'

/**
 * Answers a call with `asyncbatch`: every item becomes a session that is carried out later.
 *
 * @throws {GraphError} `GraphBatchException` for a list that cannot be run.
 */
export function runAsyncBatch(
  carrier: GraphRequest,
  sandbox: SandboxState,
  caller: Caller,
): { async_sessions: readonly { id: string; name?: string }[] } {
  const items = planBatch(carrier.params.get('asyncbatch') ?? '', carrier.pathname, { items: 50, ads: Infinity })
  const { requests } = sandbox.asyncRequests.add({
    kind: 'sessions',
    callerId: caller.id,
    carrier: { ...carrier, params: new Map([...carrier.params].filter(([name]) => name !== 'asyncbatch')) },
    name: '',
    notification: { mode: 'OFF', status: 'not_sent' },
    requests: items.map((item) => ({ item, input: {}, scopeObjectId: scopeOf(item) })),
  })
  return {
    async_sessions: requests.map(({ id, item: { name } }) => (name === undefined ? { id } : { id, name })),
  }
}

/** The id a path begins with, digits only. */
export function scopeOf({ pathname }: Pick<BatchItem, 'pathname'>): string {
  return /^(?:\/v\d+\.\d+)?\/(?:act_)?(\d+)/.exec(pathname)?.[1] ?? ''
}
