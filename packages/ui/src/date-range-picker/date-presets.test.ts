import { addDays, countDays } from '@adpane/contract'
import { assert, constantFrom, integer, property } from 'fast-check'
import { expect, it } from 'vitest'
import { datePresets, isDatePreset, rangeOfPreset } from './date-presets.ts'

const today = '2026-11-23'

it.each([
  ['today', '2026-11-23', '2026-11-23'],
  ['yesterday', '2026-11-22', '2026-11-22'],
  ['last_7_days', '2026-11-17', '2026-11-23'],
  ['last_30_days', '2026-10-25', '2026-11-23'],
  ['this_month', '2026-11-01', '2026-11-23'],
  ['last_month', '2026-10-01', '2026-10-31'],
] as const)('reads %s as %s to %s', (preset, since, until) => {
  expect(rangeOfPreset(preset, today)).toEqual({ preset, since, until })
})

it('finds last month across the turn of a year and in a leap year', () => {
  expect(rangeOfPreset('last_month', '2026-01-01')).toMatchObject({ since: '2025-12-01', until: '2025-12-31' })
  expect(rangeOfPreset('last_month', '2024-03-31')).toMatchObject({ since: '2024-02-01', until: '2024-02-29' })
})

it('never looks into the future and never runs backwards', () => {
  const anyDay = integer({ min: 0, max: 20_000 }).map((count) => addDays('2000-01-01', count))
  assert(
    property(anyDay, constantFrom(...datePresets), (day, preset) => {
      const { since, until } = rangeOfPreset(preset, day)
      expect(until <= day && countDays(since, until) >= 1).toBe(true)
    }),
  )
})

it('knows its presets by name', () => {
  expect(isDatePreset('last_month')).toBe(true)
  expect(isDatePreset('last_eon')).toBe(false)
})
