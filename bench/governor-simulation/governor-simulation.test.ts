import { expect, it } from 'vitest'
import { refillIntervalMs } from './quota-server.ts'
import { contendedApp, simulateGoverned, simulateNaive } from './simulate.ts'

// One hour holds the learning second and a whole window of the quota; the benchmark goes on for a second one.
const scenario = { ...contendedApp, hours: 1 }

// Hundreds of thousands of decisions, which a busy machine takes its time for.
const timeout = 120_000

it(
  'keeps a flood of 100,000 calls from Meta’s limits and from the other tenants, and uses what there is',
  { timeout },
  async () => {
    const { throttledLater, others, usedShare } = await simulateGoverned(scenario)
    expect(throttledLater).toBe(0)
    expect(others.done).toBeGreaterThan(35_000)
    expect(others.done / others.wanted).toBeGreaterThan(0.999)
    expect(others.waitsMs[Math.floor(others.waitsMs.length * 0.95)]).toBeLessThanOrEqual(refillIntervalMs)
    expect(usedShare).toBeGreaterThanOrEqual(0.9)
  },
)

it('would have been refused thousands of times without', { timeout }, async () => {
  const { throttledLater, others } = await simulateNaive(scenario)
  expect(throttledLater).toBeGreaterThan(10_000)
  expect(others.done / others.wanted).toBeLessThan(0.8)
})
