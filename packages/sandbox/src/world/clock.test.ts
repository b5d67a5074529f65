import { expect, it, vi } from 'vitest'
import { ClockError, createClock, graphTime, instantAt, localMoment } from './clock.ts'
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

const noon = new Date('2026-11-23T12:00:00Z')
const isoNow = (clock: { now(): Date }) => clock.now().toISOString()

it('stands still while frozen and moves only when told', () => {
  const clock = createClock(noon, true)
  clock.advance(90_000)
  expect(isoNow(clock)).toBe('2026-11-23T12:01:30.000Z')
  clock.set(new Date('2026-12-24T00:00:00Z'))
  expect(isoNow(clock)).toBe('2026-12-24T00:00:00.000Z')
})

it('tells who listens that it was moved', () => {
  const clock = createClock(noon, true)
  const heard: string[] = []
  clock.onMove(() => heard.push(isoNow(clock)))
  clock.advance(1000)
  expect(() => clock.advance(-1)).toThrow('never runs backwards')
  expect(heard).toEqual(['2026-11-23T12:00:01.000Z'])
})

it('runs on with real time from where it was frozen, set or advanced', () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  try {
    const clock = createClock(noon, false)
    vi.advanceTimersByTime(1000)
    clock.freeze()
    vi.advanceTimersByTime(60_000)
    expect(isoNow(clock)).toBe('2026-11-23T12:00:01.000Z')
    clock.resume()
    vi.advanceTimersByTime(2000)
    clock.advance(3_600_000)
    vi.advanceTimersByTime(500)
    expect(isoNow(clock)).toBe('2026-11-23T13:00:03.500Z')
    expect(clock.isFrozen).toBe(false)
  } finally {
    vi.useRealTimers()
  }
})

it.each([
  ['backwards', (clock: ReturnType<typeof createClock>) => clock.advance(-1)],
  ['to an earlier instant', (clock: ReturnType<typeof createClock>) => clock.set(new Date('2026-11-23T11:59:59Z'))],
  ['to no instant at all', (clock: ReturnType<typeof createClock>) => clock.set(new Date('soon'))],
  [
    'on by more than twenty years',
    (clock: ReturnType<typeof createClock>) => clock.set(new Date('2046-11-24T12:00:00Z')),
  ],
  ['past the end of time', (clock: ReturnType<typeof createClock>) => clock.advance(Infinity)],
])('refuses to move %s and stays where it was', (_, move) => {
  const clock = createClock(noon, true)
  expect(() => move(clock)).toThrow(ClockError)
  expect(clock.now()).toEqual(noon)
})
