import { eachDay } from '@adpane/contract'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseTicks, type TickQuestion } from './choose-ticks.ts'

describe('chooseTicks', () => {
  it('writes Mondays in a month of days, and names the unfinished day', () => {
    const ticks = chooseTicks(month({ room: 12, named: 29, namedSpan: 3 }))
    expect(ticks).toEqual([1, 8, 15, 22, 29])
  })

  it('writes three dates when small', () => {
    expect(chooseTicks(month({ room: 3, named: 29, namedSpan: 9 }))).toEqual([1, 15, 29])
  })

  it('writes every day of a week', () => {
    expect(chooseTicks(month({ days: eachDay('2026-11-16', '2026-11-22'), room: 12 }))).toEqual([0, 1, 2, 3, 4, 5, 6])
  })

  it('writes first days of months in a year', () => {
    const days = eachDay('2026-01-01', '2026-12-31')
    expect(chooseTicks(month({ days, room: 12 })).map((index) => days[index]?.slice(5))).toEqual(
      Array.from({ length: 12 }, (_, index) => `${String(index + 1).padStart(2, '0')}-01`),
    )
  })

  it('never writes more than there is room for, and never crowds the named one', () => {
    const anyQuestion = fc.record({
      length: fc.integer({ min: 1, max: 800 }),
      room: fc.integer({ min: 2, max: 20 }),
      namedSpan: fc.integer({ min: 0, max: 40 }),
    })
    fc.assert(
      fc.property(anyQuestion, ({ length, room, namedSpan }) => {
        const days = eachDay('2024-01-01', '2026-12-31').slice(0, length)
        const ticks = chooseTicks({ days, increment: '1', room, named: length - 1, namedSpan })
        expect(ticks.length).toBeLessThanOrEqual(room)
        expect(ticks.at(-1)).toBe(length - 1)
        expect(ticks.slice(0, -1).every((index) => length - 1 - index > namedSpan)).toBe(true)
      }),
    )
  })
})

function month(over: Partial<TickQuestion> = {}): TickQuestion {
  const days = eachDay('2026-10-25', '2026-11-23')
  return { days, increment: '1', room: 12, named: undefined, namedSpan: 0, ...over }
}
