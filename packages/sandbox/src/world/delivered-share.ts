import { dayStartMs, dayShareAt } from './clock.ts'
import type { EpochDay } from './day.ts'
import { lineage } from './effective-status.ts'
import type { Ad, ConfiguredStatus, DeliveringObject } from './objects.ts'

/** When an ad delivers: as planned at first, in stretches once calls decide. */
export interface Activity {
  /** The planned days, and the instant from which the plan says nothing any more. */
  planned?: { firstDay: EpochDay; lastDay: EpochDay; untilMs: number }
  /** In order; the last may be open, with an end of Infinity. */
  stretches: readonly Stretch[]
}

export interface Stretch {
  fromMs: number
  toMs: number
}

/**
 * What an ad's statuses, reviews and schedule make of its delivery; undefined when no call ever had a say.
 *
 * @param planned - Its planned days; absent for an ad made by a call.
 */
export function activityOf(ad: Ad, planned?: { firstDay: EpochDay; lastDay: EpochDay }): Activity | undefined {
  if (planned && isUntouched(ad)) return undefined
  const chain = lineage(ad)
  const changes = chain.flatMap(({ statusChanges }) => statusChanges.map(({ atMs }) => atMs))
  const schedule = scheduleOf(ad)
  const reviews = reviewGaps(ad)
  // The plan of an ad holds until somebody changes it, or a review comes between.
  const reviewMs = ad.review ? (ad.review.startsAtMs ?? ad.review.endsAtMs) : Infinity
  const decidedMs = planned ? Math.min(...changes, reviewMs) : schedule.fromMs
  const edges = [...changes, ...reviews.flatMap(({ fromMs, toMs }) => [fromMs, toMs]), schedule.fromMs, schedule.toMs]
  const cuts = [...new Set([decidedMs, ...edges])]
    .filter((ms) => ms >= decidedMs && Number.isFinite(ms))
    .sort((a, b) => a - b)
  const stretches = cuts.flatMap((fromMs, index) => {
    const isOn =
      chain.every((object) => statusAt(object, fromMs) === 'ACTIVE') &&
      contains(schedule, fromMs) &&
      !reviews.some((gap) => contains(gap, fromMs))
    return isOn ? [{ fromMs, toMs: cuts[index + 1] ?? Infinity }] : []
  })
  // A planned end is part of the plan; only one that a call set cuts the plan short.
  const untilMs = Math.min(decidedMs, ad.adSet.isChanged ? schedule.toMs : Infinity)
  return { ...(planned ? { planned: { ...planned, untilMs } } : {}), stretches }
}

function isUntouched({ review, statusChanges, adSet }: Ad): boolean {
  const changes = statusChanges.length + adSet.statusChanges.length + adSet.campaign.statusChanges.length
  return changes === 0 && !review && !adSet.isChanged
}

/** The share of a usual day's delivery that fell into an ad's active time of a day and before `untilMs`, 0–1. */
export function deliveredShare(activity: Activity, day: EpochDay, timezone: string, untilMs: number): number {
  return activeParts(activity, day, timezone, untilMs).reduce(
    (sum, { from, to }) => sum + dayShareAt(to) - dayShareAt(from),
    0,
  )
}

/** The parts of a day in which an ad was active, in minutes of that day. */
export function activeParts(
  { planned, stretches }: Activity,
  day: EpochDay,
  timezone: string,
  untilMs: number,
): { from: number; to: number }[] {
  const startMs = dayStartMs(day, timezone)
  const endMs = dayStartMs(day + 1, timezone)
  const minuteOf = (ms: number) => ((ms - startMs) / (endMs - startMs)) * 1440
  const isPlanned = planned !== undefined && day >= planned.firstDay && day <= planned.lastDay
  const all = isPlanned ? [{ fromMs: startMs, toMs: planned.untilMs }, ...stretches] : stretches
  return all.flatMap(({ fromMs, toMs }) => {
    const from = Math.max(fromMs, startMs)
    const to = Math.min(toMs, endMs, untilMs)
    return from < to ? [{ from: minuteOf(from), to: minuteOf(to) }] : []
  })
}

function statusAt({ values, statusChanges }: DeliveringObject, ms: number): ConfiguredStatus {
  const last = statusChanges.findLast(({ atMs }) => atMs <= ms)
  if (last) return last.status
  return statusChanges[0]?.from ?? values.status
}

function scheduleOf({ values, adSet }: Ad): Stretch {
  const createdMs = Date.parse(values.created_time)
  const startMs = timeOf(adSet.values['start_time']) ?? createdMs
  return { fromMs: Math.max(createdMs, startMs), toMs: timeOf(adSet.values['end_time']) ?? Infinity }
}

/** The times in which a review holds an ad back; a rejected one stays back. */
function reviewGaps({ review, values }: Ad): Stretch[] {
  if (!review) return []
  const createdMs = Date.parse(values.created_time)
  const { startsAtMs = createdMs, endsAtMs, outcome } = review
  const gap = { fromMs: startsAtMs, toMs: outcome === 'DISAPPROVED' ? Infinity : endsAtMs }
  // A later review does not undo the first one; that took as long, as far as anybody knows.
  const first = { fromMs: createdMs, toMs: createdMs + endsAtMs - startsAtMs }
  return startsAtMs > createdMs && first.toMs < startsAtMs ? [first, gap] : [gap]
}

function timeOf(value: unknown): number | undefined {
  const ms = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(ms) ? undefined : ms
}

function contains({ fromMs, toMs }: Stretch, ms: number): boolean {
  return fromMs <= ms && ms < toMs
}
