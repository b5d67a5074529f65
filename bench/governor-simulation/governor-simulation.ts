import type { Benchmark } from '../benchmark.ts'
import { refillIntervalMs } from './quota-server.ts'
import { contendedApp, simulateGoverned, simulateNaive, type Outcome } from './simulate.ts'

/** A flood on a contended app, on a virtual clock: the governor, and the same calls with nobody in between. */
export const governorSimulation: Benchmark = {
  title: 'governor: 200 tenants × 5 accounts on one app, one of them with 100,000 background calls at once; two hours',
  figures: [
    { name: 'governor_throttled_calls', meaning: "Meta's refusals after the first second", promise: { atMost: 0 } },
    {
      name: 'governor_others_p95_wait',
      meaning: "the other tenants' 95th percentile ÷ the quota's refill interval (60 s)",
      promise: { atMost: 1 },
    },
    { name: 'governor_quota_used', meaning: 'calls made ÷ (quota − reserve)', promise: { atLeast: 0.9 } },
  ],
  async run(note) {
    const governed = await simulateGoverned(contendedApp)
    const naive = await simulateNaive(contendedApp)
    note(`governed:  ${describe(governed)}`)
    note(`naive SDK: ${describe(naive)}`)
    return {
      governor_throttled_calls: governed.throttledLater,
      governor_others_p95_wait: percentile(governed.others.waitsMs, 0.95) / refillIntervalMs,
      governor_quota_used: governed.usedShare,
    }
  },
}

function describe({ throttledWhileLearning, throttledLater, others, flood, usedShare }: Outcome): string {
  const refused = throttledWhileLearning + throttledLater
  return (
    `${refused} calls refused by Meta; others got ${((others.done * 100) / others.wanted).toFixed(1)} % of ` +
    `${others.wanted} calls (p95 wait ${percentile(others.waitsMs, 0.95)} ms), the flood ${flood.done}; ` +
    `${(usedShare * 100).toFixed(1)} % of quota less reserve used`
  )
}

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.floor(sorted.length * share)] ?? Number.NaN
}
