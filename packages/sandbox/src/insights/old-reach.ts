import type { LocalMoment } from '../world/clock.ts'
import { addMonths } from '../world/day.ts'
import type { InsightsQuery } from './insights-query.ts'

// Since 2025-06-10; further back, broken-down reach is for a few report runs a day.
const monthsKept = 13

/** True when a question asks for broken-down reach from more than 13 months back. */
export function asksOldReach(query: InsightsQuery, { today }: LocalMoment): boolean {
  const since = Math.min(...query.periods.map((period) => period.since))
  return query.breakdowns.length > 0 && since < addMonths(today, -monthsKept) && query.fields.some(isReach)
}

/** The question without what counts people of long ago. */
export function withoutReach(query: InsightsQuery): InsightsQuery {
  const { rules } = query
  return { ...query, rules: { ...rules, isDropped: (field) => isReach(field) || rules.isDropped(field) } }
}

export const reachBudgetSpent = 'Reach-related metric breakdowns are unavailable due to rate limit threshold.'

function isReach(field: string): boolean {
  return field === 'reach' || field === 'frequency' || field === 'cpp'
}
