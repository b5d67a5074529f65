import { expect, it } from 'vitest'
import { graphTime, instantAt, localMoment } from './clock.ts'
import { formatDay, parseDay } from './day.ts'

it('knows the day of each time zone', () => {
  const now = new Date('2026-11-23T22:30:00Z')
  expect(formatDay(localMoment(now, 'America/New_York').today)).toBe('2026-11-23')
  expect(formatDay(localMoment(now, 'Asia/Tokyo').today)).toBe('2026-11-24')
})

it('lets today grow from nothing to a whole day', () => {
  const hours = Array.from({ length: 24 }, (_, hour) => new Date(Date.UTC(2026, 10, 23, hour)))
  const delivered = hours.map((now) => localMoment(now, 'UTC').delivered)
  expect(delivered[0]).toBe(0)
  expect(delivered).toEqual([...delivered].sort((a, b) => a - b))
  expect(localMoment(new Date('2026-11-23T23:59:00Z'), 'UTC').delivered).toBeLessThanOrEqual(1)
})

it('writes times with the offset of that day', () => {
  expect(graphTime(parseDay('2026-07-01') ?? 0, 540, 'Europe/Berlin')).toBe('2026-07-01T09:00:00+0200')
  expect(graphTime(parseDay('2026-12-01') ?? 0, 540, 'Europe/Berlin')).toBe('2026-12-01T09:00:00+0100')
})

it('finds the instant of a local hour', () => {
  expect(instantAt(parseDay('2023-09-01') ?? 0, 12, 'America/New_York').toISOString()).toBe('2023-09-01T16:00:00.000Z')
})
