import fc from 'fast-check'
import { expect, it } from 'vitest'
import { instantMs, wireTime } from './wire-time.ts'

const noon = Date.parse('2026-11-23T12:00:00Z')

it.each([
  [noon / 1000],
  [String(noon / 1000)],
  [new Date(noon)],
  ['2026-11-23T12:00:00+0000'],
  ['2026-11-23T12:00:00Z'],
  ['2026-11-23 04:00:00-08:00'],
  ['2026-11-23 04:00:00 PST'],
  ['2026-11-23T13:00:00'],
  ['2026-11-23 13:00'],
])('reads %s as the same instant in Berlin', (value) => {
  expect(instantMs(value, 'Europe/Berlin')).toBe(noon)
})

it.each(['', 'soon', '2026-13-01', '2026-02-30T00:00:00+0000', '2026-11-23T25:00:00', '2026-11-23T12:00:00 XYZ'])(
  'does not read %j',
  (value) => {
    expect(instantMs(value, 'UTC')).toBeUndefined()
  },
)

it('writes an instant in the zone of the account', () => {
  expect(wireTime(noon, 'Europe/Berlin')).toBe('2026-11-23T13:00:00+0100')
  expect(wireTime(noon + 999, 'America/New_York')).toBe('2026-11-23T07:00:00-0500')
})

it('reads back every instant that it writes, in any zone', () => {
  const zones = fc.constantFrom('UTC', 'America/New_York', 'Asia/Kolkata', 'Australia/Sydney', 'Asia/Tokyo')
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_102_444_800 }), zones, (seconds, zone) => {
      expect(instantMs(wireTime(seconds * 1000, zone), 'Europe/Berlin')).toBe(seconds * 1000)
    }),
  )
})
