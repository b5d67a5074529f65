import type { Benchmark } from '../benchmark.ts'
import { startChild } from '../child.ts'
import type { CallCost } from './measure-calls.ts'

const rounds = 5

/** Asks for one small page after the other: our client against `fetch` and `JSON.parse` alone. */
export const callOverhead: Benchmark = {
  title: 'call overhead: one page of 25 campaigns at a time',
  figures: [{ name: 'call_overhead', meaning: "time of one call of ours ÷ bare fetch's", promise: { atMost: 1.25 } }],
  async run(note) {
    const server = startChild<{ origin: string }>(new URL('./page-server.ts', import.meta.url))
    try {
      const { origin } = await server.firstMessage
      const ours: CallCost[] = []
      const bare: CallCost[] = []
      // In turns, so that a slow spell of the machine hits both.
      for (let round = 1; round <= rounds; round++) {
        ours.push(await measure(new URL('./call-with-adpane.ts', import.meta.url), origin))
        bare.push(await measure(new URL('./call-with-fetch.ts', import.meta.url), origin))
        note(`round ${round}: Adpane ${describe(ours.at(-1))}, fetch ${describe(bare.at(-1))}`)
      }
      const contents = new Set([...ours, ...bare].map(({ budget }) => budget))
      if (contents.size !== 1) throw new Error(`The sides read different rows: ${[...contents].join('; ')}.`)
      return { call_overhead: median(ours.map(({ ms }) => ms)) / median(bare.map(({ ms }) => ms)) }
    } finally {
      await server.stop()
    }
  },
}

async function measure(script: URL, origin: string): Promise<CallCost> {
  const caller = startChild<CallCost>(script, [origin])
  try {
    return await caller.firstMessage
  } finally {
    await caller.stop()
  }
}

function describe(cost: CallCost | undefined): string {
  return cost === undefined ? '–' : `${(cost.ms * 1000).toFixed(0)} µs a call`
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
