import { addDays, countDays } from '@adpane/contract'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { finishedSides } from './finished-sides.ts'

const current = { since: '2026-10-25', until: '2026-11-23' }
const earlier = { since: '2026-09-25', until: '2026-10-24' }

describe('finishedSides', () => {
  it('compares whole ranges that are over', () => {
    expect(finishedSides(current, earlier, undefined)).toEqual({ current, earlier })
    expect(finishedSides(current, earlier, '2026-11-24')).toEqual({ current, earlier })
  })

  it('leaves the unfinished day out on both sides: 29 days against 29', () => {
    expect(finishedSides(current, earlier, '2026-11-23')).toEqual({
      current: { since: '2026-10-25', until: '2026-11-22' },
      earlier: { since: '2026-09-25', until: '2026-10-23' },
    })
  })

  it('compares nothing on the first day, or without a range to compare with', () => {
    expect(finishedSides({ since: '2026-11-23', until: '2026-11-23' }, earlier, '2026-11-23')).toBeUndefined()
    expect(finishedSides(current, undefined, '2026-11-23')).toBeUndefined()
  })

  it('has equally many days on both sides of equal ranges, whichever day is unfinished', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 90 }), fc.integer({ min: -5, max: 95 }), (days, offset) => {
        const now = { since: '2026-06-01', until: addDays('2026-06-01', days - 1) }
        const before = { since: addDays('2026-06-01', -days), until: '2026-05-31' }
        const sides = finishedSides(now, before, addDays(now.since, offset))
        if (sides)
          expect(countDays(sides.current.since, sides.current.until)).toBe(
            countDays(sides.earlier.since, sides.earlier.until),
          )
        else expect(offset).toBeLessThanOrEqual(0)
      }),
    )
  })
})
