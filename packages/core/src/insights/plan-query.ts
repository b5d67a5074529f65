import {
  type BreakdownName,
  type InsightsIncrement,
  type InsightsLevel,
  type MetricName,
  metricDefinition,
} from '@adpane/contract'
import type { FactSlice } from './fact-slice.ts'

/** What decides which facts a question needs. */
export interface FactQuestion {
  tenantId: string
  accountId: string
  level: InsightsLevel
  since: string
  until: string
  increment: InsightsIncrement
  breakdowns?: readonly BreakdownName[] | undefined
  metrics: readonly MetricName[]
  /** Those of them that decide which rows there are, and in which order. */
  rankedBy: readonly MetricName[]
}

export interface FactPlan {
  /** Where everything that adds up comes from. */
  base: FactSlice
  /** Where reach and unique clicks come from, when the base cannot say them. */
  people?: FactSlice
}

/**
 * Chooses the facts behind an answer.
 *
 * Days are kept and added up to any period. People are counted once per period, so each other period is its own question
 * to Meta. Broken-down results are kept by the period asked for: by day they would be many times the rows.
 */
export function planQuery(question: FactQuestion): FactPlan {
  const { tenantId, accountId, level, since, until, increment, metrics } = question
  const breakdowns = [...(question.breakdowns ?? [])].sort().join(',')
  const asked: FactSlice = { tenantId, accountId, level, since, until, increment, breakdowns }
  if (breakdowns !== '' || increment === '1' || (increment === 'all' && since === until)) return { base: asked }
  const base: FactSlice = { ...asked, increment: '1' }
  return metrics.some(countsPeople) ? { base, people: asked } : { base }
}

/** True for reach, unique clicks and whatever follows from them. */
export function countsPeople(name: MetricName): boolean {
  const { additivity, formula } = metricDefinition(name)
  if (!formula) return additivity === 'deduplicated'
  return countsPeople(formula.numerator as MetricName) || countsPeople(formula.denominator as MetricName)
}
