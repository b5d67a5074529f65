import type { Benchmark } from '../benchmark.ts'
import { startChild } from '../child.ts'

/** How fast the governor decides: alone in a process, and over a Redis that others share. */
export const governorDecisions: Benchmark = {
  title: 'governor: decisions a second, each granted over app, account and use case, and settled with usage headers',
  figures: [
    { name: 'governor_decisions_in_process', meaning: 'a second, one process', promise: { atLeast: 20_000 } },
    { name: 'governor_decisions_on_redis', meaning: 'a second, one process and Redis', promise: { atLeast: 2000 } },
  ],
  async run(note) {
    const child = startChild<DecisionRates>(new URL('./decide-many.ts', import.meta.url))
    try {
      const rates = await child.firstMessage
      note(`one decision takes ${micros(rates.inProcess)} µs in process, ${micros(rates.onRedis)} µs over Redis`)
      return { governor_decisions_in_process: rates.inProcess, governor_decisions_on_redis: rates.onRedis }
    } finally {
      await child.stop()
    }
  },
}

/** Decisions a second. */
export interface DecisionRates {
  inProcess: number
  onRedis: number
}

function micros(perSecond: number): string {
  return (1e6 / perSecond).toFixed(1)
}
