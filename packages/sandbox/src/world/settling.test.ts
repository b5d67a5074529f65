import fc from 'fast-check'
import { expect, it } from 'vitest'
import { reportedCount, settledShares, settlingDays } from './settling.ts'

const ages = fc.double({ min: 0, max: 40, noNaN: true })
const phases = fc.double({ min: 0, max: 0.999999, noNaN: true })

it('reports everything once a day is 28 days old, and never less as it gets older', () => {
  expect(settledShares(settlingDays)).toEqual({ delivery: 1, conversions: 1 })
  fc.assert(
    fc.property(ages, ages, (a, b) => {
      const [younger, older] = [settledShares(Math.min(a, b)), settledShares(Math.max(a, b))]
      expect(older.delivery).toBeGreaterThanOrEqual(younger.delivery)
      expect(older.conversions).toBeGreaterThanOrEqual(younger.conversions)
    }),
  )
})

it('moves impressions by a fraction of a percent for three days, and lets conversions trickle in', () => {
  expect(settledShares(0).delivery).toBeGreaterThan(0.99)
  expect(settledShares(3).delivery).toBe(1)
  expect(settledShares(0).conversions).toBeCloseTo(0.7)
  expect(settledShares(7).conversions).toBeLessThan(1)
})

it('never takes a reported count back, never exceeds the count, and keeps a part within its whole', () => {
  const shares = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.nat(1_000_000), shares, shares, phases, (a, b, s, t, phase) => {
      const [whole, part] = [Math.max(a, b), Math.min(a, b)]
      const [low, high] = [Math.min(s, t), Math.max(s, t)]
      expect(reportedCount(whole, high, phase)).toBeGreaterThanOrEqual(reportedCount(whole, low, phase))
      expect(reportedCount(whole, high, phase)).toBeLessThanOrEqual(whole)
      // What settles more slowly stays within what it is a part of.
      expect(reportedCount(part, low, phase)).toBeLessThanOrEqual(reportedCount(whole, high, phase))
      expect(reportedCount(whole, 1, phase)).toBe(whole)
    }),
  )
})
