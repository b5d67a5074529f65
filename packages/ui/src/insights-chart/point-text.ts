import type { Day } from '@adpane/contract'
import { formatDay, formatRange } from '../format/format-day.ts'
import type { Increment } from '../ranges/periods.ts'

interface Period {
  since: Day
  until: Day
}

/** A point's dates in full: `Fri Oct 30`, `Oct 26 – Nov 1`. */
export function periodText({ since, until }: Period, increment: Increment, locale: string): string {
  return increment === '1' ? formatDay(since, locale, { weekday: true }) : formatRange(since, until, locale)
}

/** A point's date as a tick says it: `Oct 30`, a month by its name, January with its year. */
export function tickText({ since }: Period, increment: Increment, locale: string): string {
  if (increment !== 'monthly') return formatDay(since, locale)
  return formatDay(since, locale, { month: true, near: since.slice(5, 7) === '01' ? '' : since })
}
