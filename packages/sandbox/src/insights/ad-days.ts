import { dayStartMs, type LocalMoment } from '../world/clock.ts'
import { deliveredShare, type Activity } from '../world/delivered-share.ts'
import { at, measureCount, type FactBlock } from '../world/facts.ts'
import { mixed } from '../world/mix.ts'
import type { Ad, AdAccount } from '../world/objects.ts'
import { reportedCount, settledShares, settlingDays } from '../world/settling.ts'
import type { EpochDay } from '../world/day.ts'
import { offMetaMeasures } from './measure-layout.ts'
import type { Period } from './periods.ts'

/** One ad's day as it is reported at a moment. The same object is used for day after day. */
export interface AdDay {
  day: EpochDay
  block: FactBlock
  /** Position of the day inside the block. */
  index: number
  /** What is reported of the day; the first numbers of a longer vector. */
  vector: Float64Array
  /** True when all of the day is reported and it changes no more. */
  isWhole: boolean
  activity: Activity | undefined
  /** Minutes of the day that have passed: 1440 for days gone by. */
  passedMinutes: number
  /** What happened later is not reported yet. */
  untilMs: number
}

/** Visits the days of an ad within a period that have anything to report. Days after today hold nothing. */
export function eachAdDay(
  account: AdAccount,
  ad: Ad,
  adSeed: number,
  period: Period,
  moment: LocalMoment,
  vector: Float64Array,
  visit: (adDay: AdDay) => void,
): void {
  const facts = account.facts()
  const until = Math.min(period.until, moment.today)
  const activity = facts.activity(ad)
  for (const block of facts.blocks(ad, period.since, until)) {
    const first = Math.max(period.since, block.firstDay)
    const last = Math.min(until, block.firstDay + block.days - 1)
    const untilMs = moment.nowMs
    const adDay: AdDay = { day: first, block, index: 0, vector, isWhole: true, activity, passedMinutes: 1440, untilMs }
    for (let day = first; day <= last; day++) {
      const index = day - block.firstDay
      if (isEmptyDay(block, index)) continue
      const delivered = deliveredOn(activity, day, account.timezone, moment)
      if (delivered === 0) continue
      adDay.day = day
      adDay.index = index
      adDay.passedMinutes = day === moment.today ? (moment.nowMs - dayStartMs(day, account.timezone)) / 60_000 : 1440
      const age = facts.isSettling ? ageOf(day, moment) : Number.POSITIVE_INFINITY
      adDay.isWhole = delivered >= 1 && age >= settlingDays
      if (adDay.isWhole) copyDay(vector, block, index)
      // One phase for the whole day: what is at most something else stays so.
      else fillPart(vector, block, index, delivered, age, mixed(adSeed, day, 1))
      visit(adDay)
    }
  }
}

function isEmptyDay({ totals }: FactBlock, index: number): boolean {
  const offset = index * measureCount
  for (let measure = 0; measure < measureCount; measure++) if (totals[offset + measure] !== 0) return false
  return true
}

function deliveredOn(activity: Activity | undefined, day: EpochDay, timezone: string, moment: LocalMoment): number {
  if (activity) return deliveredShare(activity, day, timezone, moment.nowMs)
  return day === moment.today ? moment.delivered : 1
}

/** Days since a day ended, as far as today has got. */
function ageOf(day: EpochDay, { today, delivered }: LocalMoment): number {
  return Math.max(0, today - day - 1 + delivered)
}

function copyDay(vector: Float64Array, { totals }: FactBlock, index: number): void {
  const offset = index * measureCount
  for (let measure = 0; measure < measureCount; measure++) vector[measure] = totals[offset + measure] ?? 0
}

function fillPart(
  vector: Float64Array,
  { totals }: FactBlock,
  index: number,
  delivered: number,
  age: number,
  phase: number,
): void {
  const offset = index * measureCount
  const { delivery, conversions } = settledShares(age)
  for (let measure = 0; measure < measureCount; measure++) {
    const share = delivered * (isConversion[measure] ? conversions : delivery)
    vector[measure] = reportedCount(totals[offset + measure] ?? 0, share, phase)
  }
  // Value follows the purchases already counted, so that no order has half its price.
  const purchases = totals[offset + at.purchases] ?? 0
  const value = totals[offset + at.purchaseValue] ?? 0
  vector[at.purchaseValue] = purchases === 0 ? 0 : Math.floor((value * (vector[at.purchases] ?? 0)) / purchases)
}

const isConversion: readonly boolean[] = (() => {
  const late = Array.from({ length: measureCount }, () => false)
  for (const measure of [...offMetaMeasures, 'leads'] as const) late[at[measure]] = true
  return late
})()
