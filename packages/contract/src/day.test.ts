import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, countDays, dayAt, eachDay, isDay, previousRange } from './day.ts'

const days = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('days', () => {
  it('moves over leap days and month ends', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2025-02-28', 1)).toBe('2025-03-01')
    expect(addDays('2025-01-01', -1)).toBe('2024-12-31')
  })

  it('comes back from any move', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
        expect(addDays(addDays(day, count), -count)).toBe(day)
      }),
    )
  })

  it('lists as many days as it counts, each a day after the one before', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 400 }), (since, length) => {
        const list = eachDay(since, addDays(since, length))
        expect(list).toHaveLength(countDays(since, addDays(since, length)))
        expect(list.every((day, index) => index === 0 || day === addDays(list[index - 1] ?? '', 1))).toBe(true)
      }),
    )
  })

  it('puts an equally long range right before another', () => {
    expect(previousRange('2025-03-01', '2025-03-30')).toEqual({ since: '2025-01-30', until: '2025-02-28' })
  })

  it('knows what day it is elsewhere', () => {
    const instant = new Date('2025-03-01T03:30:00Z')
    expect(dayAt(instant, 'America/New_York')).toBe('2025-02-28')
    expect(dayAt(instant, 'Pacific/Kiritimati')).toBe('2025-03-01')
    expect(dayAt(new Date('2025-03-01T10:30:00Z'), 'Pacific/Kiritimati')).toBe('2025-03-02')
    expect(dayAt(new Date('2025-03-01T10:30:00Z'), 'Pacific/Pago_Pago')).toBe('2025-02-28')
  })

  it('tells real days from text that looks like one', () => {
    expect(['2024-02-29', '2025-12-31'].every(isDay)).toBe(true)
    expect(
      [
        '2025-02-29',
        '2025-02-30',
        '2025-13-01',
        '2025-1-1',
        '20250101',
        '',
        'today',
        '2025-01-01T00:00',
        '0000-01-01',
        '1999-12-31',
        '9999-12-31',
      ].some(isDay),
    ).toBe(false)
  })
})
