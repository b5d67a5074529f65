import { Temporal } from 'temporal-polyfill'
import type { EpochDay } from './day.ts'

/** Where the sandbox reads the time: it starts at a chosen instant, runs on with real time or stands still, and can be moved. */
export interface SandboxClock {
  now(): Date
  readonly isFrozen: boolean
  /**
   * Moves on at once; what was due by then is due.
   *
   * @param ms - Milliseconds, 0 or more.
   * @throws {ClockError} Backwards, not a number, or more than twenty years past the start.
   */
  advance(ms: number): void
  /** @throws {ClockError} The instant lies before now: what has happened cannot be undone. */
  set(instant: Date): void
  freeze(): void
  /** Runs on with real time from where it stands. */
  resume(): void
  /** Calls back after each advance and set; running on by itself is no move. */
  onMove(listener: () => void): void
}

/** The clock cannot be moved like that; the message says why and what to do. */
export class ClockError extends Error {
  override readonly name = 'ClockError'
}

export function createClock(start: Date, frozen: boolean): SandboxClock {
  let isFrozen = frozen
  const lastMs = start.getTime() + reachMs
  let standMs = start.getTime()
  let stoodAtMs = performance.now()
  const listeners: (() => void)[] = []
  const nowMs = () => standMs + (isFrozen ? 0 : Math.floor(performance.now() - stoodAtMs))
  const standAt = (ms: number) => {
    standMs = ms
    stoodAtMs = performance.now()
  }
  const moveTo = (ms: number) => {
    if (!(ms <= lastMs)) {
      throw new ClockError(
        `The sandbox clock can be moved to ${new Date(lastMs).toISOString()}, twenty years past its start, and no further.`,
      )
    }
    if (ms < nowMs()) {
      throw new ClockError(
        `The sandbox clock stands at ${new Date(nowMs()).toISOString()} and never runs backwards. ` +
          'Start another sandbox with an earlier --now.',
      )
    }
    standAt(ms)
    for (const listener of listeners) listener()
  }
  return {
    now: () => new Date(nowMs()),
    get isFrozen() {
      return isFrozen
    },
    advance: (ms) => moveTo(nowMs() + ms),
    set: (instant) => moveTo(instant.getTime()),
    freeze() {
      standAt(nowMs())
      isFrozen = true
    },
    resume() {
      standAt(nowMs())
      isFrozen = false
    },
    onMove: (listener) => void listeners.push(listener),
  }
}

// What an account has ever spent is added up day by day: centuries of it would keep a call busy for minutes.
const reachMs = 20 * 365.25 * 86_400_000

/** The day it is in a time zone, and how much of that day's delivery has been reported. */
export interface LocalMoment {
  /** Milliseconds of the sandbox clock, to the quarter of an hour in which insights are refreshed. */
  nowMs: number
  today: EpochDay
  /** Share of a usual day's delivery that is already counted, 0–1. */
  delivered: number
}

export function localMoment(now: Date, timezone: string): LocalMoment {
  const local = zoned(now, timezone)
  const today = Date.UTC(local.year, local.month - 1, local.day) / 86_400_000
  // Meta refreshes insights every 15 minutes, so today grows in such steps.
  const quarters = local.hour * 4 + Math.floor(local.minute / 15)
  return { nowMs: now.getTime() - (now.getTime() % 900_000), today, delivered: deliveredByQuarter(quarters) }
}

/** `2026-11-23T09:00:00+0100`, the way Graph writes times. */
export function graphTime(day: EpochDay, minuteOfDay: number, timezone: string): string {
  const local = new Date(day * 86_400_000 + minuteOfDay * 60_000)
  return `${local.toISOString().slice(0, 19)}${offsetText(day, Math.floor(minuteOfDay / 60), timezone)}`
}

// A zone's rules are slow to ask, and thousands of objects share their days.
const offsets = new Map<string, string>()
const offsetsKept = 200_000

/** `+0100`, as it applies to a local wall-clock hour. */
function offsetText(day: EpochDay, hour: number, timezone: string): string {
  const key = `${timezone} ${day} ${hour}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  if (offsets.size >= offsetsKept) offsets.clear()
  const { year, month, day: date } = Temporal.PlainDate.from('1970-01-01').add({ days: day })
  const { offset } = Temporal.ZonedDateTime.from({ year, month, day: date, hour, timeZone: timezone })
  const text = offset.replace(':', '')
  offsets.set(key, text)
  return text
}

/** The zone's distance from UTC right now, in hours. */
export function offsetHours(now: Date, timezone: string): number {
  return zoned(now, timezone).offsetNanoseconds / 3.6e12
}

/** The instant of a local wall-clock hour. */
export function instantAt(day: EpochDay, hour: number, timezone: string): Date {
  const { year, month, day: date } = Temporal.PlainDate.from('1970-01-01').add({ days: day })
  const local = Temporal.ZonedDateTime.from({ year, month, day: date, hour, timeZone: timezone })
  return new Date(local.epochMilliseconds)
}

function zoned(now: Date, timezone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timezone)
}

// People sleep: each hour's share of a day, from midnight on. Sums to 100.
const hourShares = [2, 1, 1, 1, 1, 2, 3, 4, 4, 5, 5, 5, 5, 5, 5, 5, 5, 6, 6, 7, 7, 7, 5, 3]

function deliveredByQuarter(quarters: number): number {
  return dayShareAt(quarters * 15)
}

/** The share of a usual day's delivery that falls before a minute of the day, 0–1. */
export function dayShareAt(minute: number): number {
  const hour = Math.floor(minute / 60)
  const before = hourShares.slice(0, hour).reduce((sum, share) => sum + share, 0)
  return (before + ((hourShares[hour] ?? 0) * (minute % 60)) / 60) / 100
}

/** When a local day begins, in milliseconds. */
export function dayStartMs(day: EpochDay, timezone: string): number {
  const key = `${timezone}/${day}`
  const known = dayStarts.get(key)
  if (known !== undefined) return known
  const startMs = instantAt(day, 0, timezone).getTime()
  if (dayStarts.size > 20_000) dayStarts.clear()
  dayStarts.set(key, startMs)
  return startMs
}

// Time zone arithmetic is slow, and the same few days are asked for again and again.
const dayStarts = new Map<string, number>()
