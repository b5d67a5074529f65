import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addMonths, calendarOf, formatDay, parseDay } from './day.ts'

it('reads back every day it writes', () => {
  fc.assert(
    fc.property(fc.integer({ min: -100_000, max: 100_000 }), (day) => {
      expect(parseDay(formatDay(day))).toBe(day)
    }),
  )
})

it.each(['2025-02-30', '2025-13-01', '2025-2-3', '2023-02-29', '', 'yesterday', '2025-01-01T00:00:00Z'])(
  'refuses %s',
  (text) => {
    expect(parseDay(text)).toBeUndefined()
  },
)

it('keeps the date when adding months, or takes the last day of a shorter one', () => {
  expect(formatDay(addMonths(parseDay('2026-03-31') ?? 0, -1))).toBe('2026-02-28')
  expect(formatDay(addMonths(parseDay('2026-11-23') ?? 0, -37))).toBe('2023-10-23')
})

it('counts Monday as the first day of the week', () => {
  expect(calendarOf(parseDay('2026-11-23') ?? 0).weekday).toBe(0)
})
