import { describe, expect, it } from 'vitest'
import { formatCountdown, formatDay, formatRange, formatTime } from './format-day.ts'

describe('formatRange', () => {
  it('joins two days with an en dash', () => {
    expect(formatRange('2026-10-25', '2026-11-23', 'en')).toBe('Oct 25 – Nov 23')
  })

  it('says one day once', () => {
    expect(formatRange('2026-11-20', '2026-11-20', 'en')).toBe('Nov 20')
  })

  it('names the years when the range crosses one', () => {
    expect(formatRange('2025-12-20', '2026-01-05', 'en')).toBe('Dec 20, 2025 – Jan 5, 2026')
  })

  it('keeps Latin digits and the Gregorian calendar in every locale', () => {
    expect(formatRange('2026-10-25', '2026-11-23', 'fa')).toMatch(/25.*–.*23/)
  })
})

describe('formatDay', () => {
  it('is a calendar day, whatever the time zone of the device', () => {
    expect(formatDay('2026-10-30', 'en', { weekday: true })).toBe('Fri Oct 30')
  })
})

describe('formatTime', () => {
  const instant = new Date('2026-11-23T19:05:00Z')

  it('is the time in the account, not on the device', () => {
    expect(formatTime(instant, 'America/New_York', 'en')).toBe('14:05')
    expect(formatTime(instant, 'Asia/Tokyo', 'en')).toBe('04:05')
  })

  it('names the day when it is another one there', () => {
    expect(formatTime(instant, 'America/New_York', 'en', new Date('2026-11-24T19:05:00Z'))).toBe('Nov 23, 14:05')
  })
})

describe('formatCountdown', () => {
  it('counts minutes and seconds, and stops at zero', () => {
    expect(formatCountdown(161_000)).toBe('2:41')
    expect(formatCountdown(400)).toBe('0:01')
    expect(formatCountdown(-5)).toBe('0:00')
  })
})
