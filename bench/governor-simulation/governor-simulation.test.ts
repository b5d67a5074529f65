import { expect, it } from 'vitest'
import { refillIntervalMs } from './quota-server.ts'
import { contendedApp, simulateGoverned, simulateNaive } from './simulate.ts'

// One hour holds the learning second and a whole window of the quota; the benchmark goes on for a second one.
const scenario = { ...contendedApp, hours: 1 }

it('keeps a flood of 100,000 calls from Meta’s limits and from the other tenants, and uses what there is', async () => {
  const { throttledLater, others, usedShare } = await simulateGoverned(scenario)
  expect(throttledLater).toBe(0)
  expect(others.done).toBeGreaterThan(35_000)
  expect(others.done / others.wanted).toBeGreaterThan(0.999)
  expect(others.waitsMs[Math.floor(others.waitsMs.length * 0.95)]).toBeLessThanOrEqual(refillIntervalMs)
  expect(usedShare).toBeGreaterThanOrEqual(0.9)
})

it('would have been refused thousands of times without', async () => {
  const { throttledLater, others } = await simulateNaive(scenario)
  expect(throttledLater).toBeGreaterThan(10_000)
  expect(others.done / others.wanted).toBeLessThan(0.8)
})
