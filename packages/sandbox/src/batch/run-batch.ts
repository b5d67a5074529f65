import type { GraphReply, GraphRequest, SandboxState } from '../graph/graph-call.ts'
import { batchEntry, type BatchEntry } from './batch-entry.ts'
import { planBatch, syncLimits, type PlannedItem } from './plan-batch.ts'
import { isSuccess, runItem, type BatchContext, type Outcome } from './run-item.ts'

/** Performs one call; see `graph/perform.ts`. */
export type Perform = (request: GraphRequest, sandbox: SandboxState) => Promise<GraphReply>

/**
 * Answers a call with `batch`: one slot for each item, in order. `null` stands for a success that nobody asked to
 * see, for an item whose parent failed, and for one that was not finished in time.
 *
 * @returns The JSON of the body.
 * @throws {GraphError} `GraphBatchException`, without a code, when the list as a whole cannot be run.
 */
export async function runBatch(
  carrier: GraphRequest,
  sandbox: SandboxState,
  perform: Perform,
): Promise<readonly (BatchEntry | null)[]> {
  const items = planBatch(carrier.params.get('batch') ?? '', carrier.pathname, syncLimits)
  const context: BatchContext = {
    carrier,
    perform: (request) => perform(request, sandbox),
    nextTraceId: () => sandbox.nextTraceId(),
  }
  const hasHeaders = !/^(false|0)$/.test(carrier.params.get('include_headers') ?? '')
  const outcomes = await runInOrder(items, context, sandbox.batchTimeoutMs)
  return items.map((item, index) => entryOf(item, outcomes[index], hasHeaders))
}

async function runInOrder(
  items: readonly PlannedItem[],
  context: BatchContext,
  timeoutMs: number,
): Promise<readonly Outcome[]> {
  const endMs = performance.now() + timeoutMs
  const outcomes: Outcome[] = []
  let isTimeUp = false
  for (const item of items) {
    isTimeUp ||= performance.now() >= endMs
    const outcome: Outcome = isTimeUp ? { kind: 'unfinished' } : await runItem(item, outcomes, context)
    isTimeUp ||= !(await hasArrived(outcome, endMs))
    outcomes.push(isTimeUp ? { kind: 'unfinished' } : outcome)
  }
  return outcomes
}

/** Waits for a slow item; false when time is up before it. */
async function hasArrived(outcome: Outcome, endMs: number): Promise<boolean> {
  const fault = outcome.kind === 'answered' ? outcome.reply.fault : undefined
  if (fault?.kind !== 'slow') return true
  const leftMs = Math.max(0, endMs - performance.now())
  await new Promise((resolve) => setTimeout(resolve, Math.min(fault.delayMs, leftMs)))
  return fault.delayMs <= leftMs
}

function entryOf(item: PlannedItem, outcome: Outcome | undefined, hasHeaders: boolean): BatchEntry | null {
  if (outcome?.kind !== 'answered') return null
  const isOmitted = item.omitsSuccess ?? (item.name !== undefined && item.isNeeded)
  return isOmitted && isSuccess(outcome) ? null : batchEntry(outcome.reply, hasHeaders)
}
