import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AXIS_STEPS, axisEnd } from './chart-scale.ts'

describe('axisEnd', () => {
  it('gives a day of spend twice its room, in steps people read', () => {
    expect(axisEnd(2990, 0.52)).toBe(6000)
  })

  it('lets a line stand out a hair rather than doubling its axis', () => {
    expect(axisEnd(4.05, 1.02)).toBe(4)
  })

  it('still has an axis when there is nothing', () => {
    expect(axisEnd(0, 0.5)).toBe(AXIS_STEPS)
    expect(axisEnd(Number.NaN, 0.5)).toBe(AXIS_STEPS)
  })

  it('always holds the largest value within its share, without wasting more than half', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e12, noNaN: true }), (largest) => {
        const end = axisEnd(largest, 0.5)
        expect(largest / end).toBeLessThanOrEqual(0.5 * (1 + 1e-6))
        expect(largest / end).toBeGreaterThan(0.25)
      }),
    )
  })
})
