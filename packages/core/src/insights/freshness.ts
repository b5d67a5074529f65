import { addDays, countDays, type Day, dayAt } from '@adpane/contract'

/** Days until Meta no longer changes what it reported. @see https://developers.facebook.com/docs/marketing-api/insights/ */
const DAYS_UNTIL_FINAL = 28

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** True when what was read at `syncedAt` about a period ending on `until` will never change. */
export function isFinal(until: Day, syncedAt: Date, timeZone: string): boolean {
  return dayAt(syncedAt, timeZone) > addDays(until, DAYS_UNTIL_FINAL)
}

/** True when a number is old enough to be worth asking Meta again. Recent days change often, older ones seldom. */
export function isStale(until: Day, syncedAt: Date, now: Date, timeZone: string): boolean {
  if (isFinal(until, syncedAt, timeZone)) return false
  return now.getTime() - syncedAt.getTime() > refreshAfterMs(countDays(until, dayAt(now, timeZone)) - 1)
}

function refreshAfterMs(ageDays: number): number {
  if (ageDays <= 3) return 15 * MINUTE_MS
  if (ageDays <= 7) return 6 * HOUR_MS
  return 24 * HOUR_MS
}
