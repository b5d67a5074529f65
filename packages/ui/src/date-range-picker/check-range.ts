import { addDays, type Day, isDay } from '@adpane/contract'

/** Which end of a custom range is wrong, and how. */
export interface RangeProblem {
  field: 'since' | 'until'
  problem: 'missing' | 'in_future' | 'too_early' | 'reversed'
}

/** Meta keeps 37 months of results; earlier days cannot be asked for. */
const KEPT_DAYS = 1157

/** The first day Meta still knows. */
export function firstKnownDay(today: Day): Day {
  return addDays(today, 1 - KEPT_DAYS)
}

/** Finds the first thing wrong with the two ends of a custom range; undefined when it can be asked. */
export function checkRange(since: string, until: string, today: Day): RangeProblem | undefined {
  if (!isDay(since)) return { field: 'since', problem: 'missing' }
  if (!isDay(until)) return { field: 'until', problem: 'missing' }
  if (since > today) return { field: 'since', problem: 'in_future' }
  if (until > today) return { field: 'until', problem: 'in_future' }
  if (since > until) return { field: 'until', problem: 'reversed' }
  if (since < firstKnownDay(today)) return { field: 'since', problem: 'too_early' }
  return undefined
}
