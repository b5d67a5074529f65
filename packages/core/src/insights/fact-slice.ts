import { addDays, type Day, eachDay, type InsightsIncrement, type InsightsLevel } from '@adpane/contract'

/** A period, both days included, in the account's time zone. */
export interface Period {
  since: Day
  until: Day
}

/** One question to Meta, and the facts that answer it: a level, a range cut into periods, breakdowns. */
export interface FactSlice extends Period {
  tenantId: string
  accountId: string
  level: InsightsLevel
  /** Comma list in the catalogue's order, '' for none. */
  breakdowns: string
  increment: InsightsIncrement
}

/** The periods of a slice in order. Months and weeks are cut short at its ends, as Meta cuts them. */
export function periodsOf({ since, until, increment }: Pick<FactSlice, 'since' | 'until' | 'increment'>): Period[] {
  if (increment === 'all') return [{ since, until }]
  if (increment === '1') return eachDay(since, until).map((day) => ({ since: day, until: day }))
  const periods: Period[] = []
  for (let start = since; start <= until;) {
    const end = increment === '7' ? addDays(start, 6) : lastDayOfMonth(start)
    periods.push({ since: start, until: end < until ? end : until })
    start = addDays(end, 1)
  }
  return periods
}

/** Names a slice among running jobs. */
export function sliceKey(slice: FactSlice): string {
  return JSON.stringify([
    slice.tenantId,
    slice.accountId,
    slice.level,
    slice.breakdowns,
    slice.increment,
    slice.since,
    slice.until,
  ])
}

function lastDayOfMonth(day: Day): Day {
  const [year = 0, month = 0] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}
