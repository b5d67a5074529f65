import type { Benchmark } from '../benchmark.ts'
import { startChild } from '../child.ts'
import type { ReadingCost } from './measure-reading.ts'
import { pageCount, rowsPerPage } from './recorded-pages.ts'

const rounds = 3

/** Reads 10,000 insights rows over HTTP and keeps them all: our client against the SDK's Cursor. */
export const clientRows: Benchmark = {
  title: `client rows: ${pageCount} recorded pages of ${rowsPerPage} insights rows, every row kept`,
  figures: [
    { name: 'client_rows_speedup', meaning: "SDK's time ÷ ours", promise: { atLeast: 20 } },
    { name: 'client_rows_memory_share', meaning: "our heap ÷ the SDK's", promise: { atMost: 0.05 } },
  ],
  async run(note) {
    const server = startChild<{ origin: string }>(new URL('./replay-server.ts', import.meta.url))
    try {
      const { origin } = await server.firstMessage
      const ours: ReadingCost[] = []
      const theirs: ReadingCost[] = []
      // In turns, so that a slow spell of the machine hits both.
      for (let round = 1; round <= rounds; round++) {
        ours.push(await measure(new URL('./read-with-adpane.ts', import.meta.url), origin))
        theirs.push(await measure(new URL('./read-with-sdk.ts', import.meta.url), origin))
        note(`round ${round}: Adpane ${describe(ours.at(-1))}, SDK ${describe(theirs.at(-1))}`)
      }
      checkSameContent([...ours, ...theirs])
      return {
        client_rows_speedup: median(theirs.map(({ ms }) => ms)) / median(ours.map(({ ms }) => ms)),
        client_rows_memory_share:
          median(ours.map(({ heapBytes }) => heapBytes)) / median(theirs.map(({ heapBytes }) => heapBytes)),
      }
    } finally {
      await server.stop()
    }
  },
}

async function measure(script: URL, origin: string): Promise<ReadingCost> {
  const reader = startChild<ReadingCost>(script, [origin])
  try {
    return await reader.firstMessage
  } finally {
    await reader.stop()
  }
}

/** A fast answer that lost rows would not be faster. */
function checkSameContent(costs: readonly ReadingCost[]): void {
  const contents = new Set(costs.map(({ rows, spendCents, purchases }) => `${rows} rows, ${spendCents}, ${purchases}`))
  const isComplete = costs.every(({ rows }) => rows === pageCount * rowsPerPage)
  if (contents.size !== 1 || !isComplete) throw new Error(`The sides read different rows: ${[...contents].join('; ')}.`)
}

function describe(cost: ReadingCost | undefined): string {
  if (cost === undefined) return '–'
  return `${Math.round(cost.ms)} ms, ${(cost.heapBytes / 1e6).toFixed(1)} MB`
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
