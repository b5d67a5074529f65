/** What reading all rows cost one process. */
export interface ReadingCost {
  rows: number
  /** Sum over all rows, in cents, so that both sides can be held to the same content. */
  spendCents: number
  purchases: number
  ms: number
  /** What stays on the heap after a full collection while all rows are kept. */
  heapBytes: number
}

/** The part of a row the sums look at. */
export interface CountedRow {
  spend?: string | undefined
  actions?: readonly { action_type: string; value: string }[] | undefined
}

const warmUps = 3
const passes = 3

/**
 * Measures a reader in this process and reports to the parent.
 *
 * Beforehand it reads a few times and drops the rows, so that modules are loaded, connections open and code compiled on
 * both sides alike: servers live long, and a cold start would mostly measure the compiler. The time is the median of
 * some passes, the heap that of the last one.
 *
 * @param read - Reads all rows and keeps them.
 */
export async function measureReading(read: () => Promise<readonly CountedRow[]>): Promise<void> {
  for (let pass = 0; pass < warmUps; pass++) await timeOf(read)
  const times: number[] = []
  for (let pass = 1; pass < passes; pass++) times.push(await timeOf(read))
  const heapBefore = heapAfterCollection()
  const startedAt = performance.now()
  const rows = await read()
  times.push(performance.now() - startedAt)
  const heapBytes = heapAfterCollection() - heapBefore
  const ms = times.toSorted((a, b) => a - b)[Math.floor(passes / 2)] ?? Number.NaN
  const cost: ReadingCost = { rows: rows.length, ...sum(rows), ms, heapBytes }
  process.send?.(cost)
}

/** In a frame of its own, so that nothing afterwards still holds the rows; collected, so that nobody pays for others. */
async function timeOf(read: () => Promise<unknown>): Promise<number> {
  heapAfterCollection()
  const startedAt = performance.now()
  await read()
  return performance.now() - startedAt
}

function heapAfterCollection(): number {
  if (globalThis.gc === undefined) throw new Error('Run with --expose-gc.')
  // Twice: finalizers of the first round let go of more.
  globalThis.gc()
  globalThis.gc()
  return process.memoryUsage().heapUsed
}

function sum(rows: readonly CountedRow[]) {
  let spendCents = 0
  let purchases = 0
  for (const { spend = '0', actions = [] } of rows) {
    spendCents += Math.round(Number(spend) * 100)
    purchases += Number(actions.find(({ action_type: type }) => type === 'purchase')?.value ?? 0)
  }
  return { spendCents, purchases }
}
