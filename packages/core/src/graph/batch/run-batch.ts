import { retryDelay } from '../retry-delay.ts'
import type { Settings } from '../settings.ts'
import type { TenantToken } from '../tenant-token.ts'
import type { BatchOperation, BatchOptions, BatchOutcome } from './batch-operation.ts'
import { BatchRun } from './batch-run.ts'
import { checkBatchOptions } from './check-batch-options.ts'
import { inParallel } from './in-parallel.ts'
import { packCalls } from './pack-calls.ts'

/**
 * Carries out operations in as few calls as Meta allows and tells what became of each, in order.
 *
 * Works in rounds: whatever can go is packed and sent; what got no answer and can safely be asked again goes into the
 * next round, as does what was too much for one call. Answers of earlier rounds stand in for references to them. A
 * write is sent again only when it was provably not done, or a look-up says so.
 *
 * Once started it never rejects: what was done is worth knowing, however the rest ended.
 *
 * @throws {InvalidRequestError} An operation or an option cannot work; nothing was sent. Or the reason of a signal that
 *   was aborted before.
 */
export async function runBatch(
  settings: Settings,
  token: TenantToken,
  operations: readonly BatchOperation[],
  options: BatchOptions = {},
): Promise<readonly BatchOutcome[]> {
  options.signal?.throwIfAborted()
  const { maxOperations, maxBytes, concurrency } = checkBatchOptions(options)
  const run = new BatchRun(settings, token, operations, options)
  for (let round = 1; ; round++) {
    const ready = run.prepare()
    if (ready.length === 0) return run.book.outcomes()
    const calls = packCalls(ready, {
      operations: maxOperations,
      bytes: maxBytes,
      points: settings.access.pointsPerCall,
    })
    const byIndex = new Map(ready.map((prepared) => [prepared.index, prepared]))
    const waitsMs = await inParallel(calls, concurrency, (call) =>
      run.perform(call.map((index) => byIndex.get(index)).filter((prepared) => prepared !== undefined)),
    )
    const waitMs = Math.max(...waitsMs.map((wait) => wait ?? 0))
    const isRetry = waitsMs.some((wait) => wait !== undefined)
    if (isRetry) await settings.sleep(Math.max(waitMs, retryDelay(round, settings.random)), options.signal)
  }
}
