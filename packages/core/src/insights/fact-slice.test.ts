import { addDays, countDays } from '@adpane/contract'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { periodsOf } from './fact-slice.ts'

describe('periods', () => {
  it('cuts weeks and months short at the ends of the range', () => {
    const range = { since: '2024-02-20', until: '2024-03-03' }
    expect(periodsOf({ ...range, increment: '7' })).toEqual([
      { since: '2024-02-20', until: '2024-02-26' },
      { since: '2024-02-27', until: '2024-03-03' },
    ])
    expect(periodsOf({ ...range, increment: 'monthly' })).toEqual([
      { since: '2024-02-20', until: '2024-02-29' },
      { since: '2024-03-01', until: '2024-03-03' },
    ])
  })

  it('covers every day of a range once, whatever the increment', () => {
    const increments = fc.constantFrom('1' as const, '7' as const, 'monthly' as const, 'all' as const)
    fc.assert(
      fc.property(
        increments,
        fc.integer({ min: 0, max: 900 }),
        fc.integer({ min: 0, max: 400 }),
        (increment, start, length) => {
          const since = addDays('2023-06-01', start)
          const until = addDays(since, length)
          const periods = periodsOf({ since, until, increment })
          expect(periods[0]?.since).toBe(since)
          expect(periods.at(-1)?.until).toBe(until)
          expect(
            periods.every(
              (period, index) => index === 0 || period.since === addDays(periods[index - 1]?.until ?? '', 1),
            ),
          ).toBe(true)
          expect(periods.reduce((sum, period) => sum + countDays(period.since, period.until), 0)).toBe(length + 1)
        },
      ),
    )
  })
})
