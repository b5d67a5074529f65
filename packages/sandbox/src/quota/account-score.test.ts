import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addPoints, currentPoints, emptyScore, refusesPoints, scorePercent, secondsToReset } from './account-score.ts'
import { tierLimits } from './quota-tiers.ts'

const limited = tierLimits.development_access
const full = tierLimits.standard_access

describe('the score of an ad account', () => {
  it('leaks a fifth of a point a second on the limited tier, thirty on the full one', () => {
    for (const [limits, cost, left] of [
      [limited, 30, 28],
      [full, 3000, 2700],
    ] as const) {
      const score = emptyScore()
      addPoints(score, limits, cost, 1_000_000)
      expect(currentPoints(score, limits, 1_010_000)).toBeCloseTo(left, 6)
    }
  })

  it('closes the account for five minutes, or one minute on the full tier, when a call does not fit', () => {
    for (const [limits, blockMs] of [
      [limited, 300_000],
      [full, 60_000],
    ] as const) {
      const score = emptyScore()
      addPoints(score, limits, limits.maxScore - 2, 0)
      expect(refusesPoints(score, limits, 1, 0)).toBe(false)
      expect(refusesPoints(score, limits, 3, 0)).toBe(true)
      expect(refusesPoints(score, limits, 1, blockMs - 1)).toBe(true)
      expect(scorePercent(score, limits, blockMs - 1)).toBe(100)
      expect(refusesPoints(score, limits, 1, blockMs)).toBe(false)
    }
  })

  it('stays between zero and its maximum, and lets in whoever waits as told', () => {
    const calls = fc.array(fc.record({ waitMs: fc.nat(40_000), cost: fc.constantFrom(1, 3) }), { maxLength: 200 })
    fc.assert(
      fc.property(fc.constantFrom(limited, full), calls, (limits, steps) => {
        const score = emptyScore()
        let nowMs = 1_700_000_000_000
        for (const { waitMs, cost } of steps) {
          nowMs += waitMs
          addPoints(score, limits, refusesPoints(score, limits, cost, nowMs) ? 1 : cost, nowMs)
          const points = currentPoints(score, limits, nowMs)
          expect(points).toBeGreaterThanOrEqual(0)
          expect(points).toBeLessThanOrEqual(limits.maxScore)
        }
        const later = nowMs + secondsToReset(score, limits, nowMs) * 1000
        expect(currentPoints(score, limits, later)).toBeCloseTo(0, 6)
        expect(refusesPoints(score, limits, 3, later)).toBe(false)
      }),
    )
  })

  it('counts what a higher tier had gathered as full', () => {
    const score = emptyScore()
    addPoints(score, full, 8000, 0)
    expect(currentPoints(score, limited, 0)).toBe(60)
  })
})
