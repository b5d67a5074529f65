import { type Day, dayAt, type Freshness } from '@adpane/contract'
import { formatTime } from '../format/format-day.ts'

/** The day that was still running when Meta was last read, and until when its numbers reach. */
export interface UnfinishedDay {
  day: Day
  /** `14:05`, in the account's time zone. */
  time: string
}

/** Derived from the data, never from the device's clock: numbers of yesterday evening leave yesterday unfinished. */
export function unfinishedDay(freshness: Freshness, timeZone: string, locale: string): UnfinishedDay | undefined {
  if (freshness.final || freshness.syncedAt === null) return undefined
  const instant = new Date(freshness.syncedAt)
  return { day: dayAt(instant, timeZone), time: formatTime(instant, timeZone, locale) }
}
