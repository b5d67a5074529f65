import { addDays, type Day } from '@adpane/contract'
import type { DayRange } from './compare-range.ts'

/** A step of a chart: days, weeks counted from the first day, or calendar months. */
export type Increment = '1' | '7' | 'monthly'

/** Cuts a range into the periods the BFF answers with, each named by its first day. Ends may be cut short. */
export function periodsOf({ since, until }: DayRange, increment: Increment): readonly DayRange[] {
  const periods: DayRange[] = []
  for (let day = since; day <= until;) {
    const end = lastDayOf(day, increment)
    const cut = end < until ? end : until
    periods.push({ since: day, until: cut })
    day = addDays(cut, 1)
  }
  return periods
}

function lastDayOf(day: Day, increment: Increment): Day {
  if (increment === '1') return day
  if (increment === '7') return addDays(day, 6)
  // Four days past the 28th is always the next month.
  return addDays(`${addDays(`${day.slice(0, 7)}-28`, 4).slice(0, 7)}-01`, -1)
}
