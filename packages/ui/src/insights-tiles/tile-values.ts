import {
  type Day,
  type InsightsRow,
  isMetricName,
  metricDefinition,
  type MetricName,
  type MetricValue,
} from '@adpane/contract'
import { toNumber } from '../format/to-number.ts'
import { changeBetween } from '../primitives/delta.tsx'

/** The metrics to ask for: those shown, and what their ratios follow from. */
export function withComponents(metrics: readonly MetricName[]): readonly MetricName[] {
  const parts = metrics.flatMap((metric) => {
    const { formula } = metricDefinition(metric)
    return formula ? [formula.numerator, formula.denominator].filter(isMetricName) : []
  })
  return [...new Set([...metrics, ...parts])]
}

/** Metrics that count people: only an answer over the exact range knows them. */
export function peopleAmong(metrics: readonly MetricName[]): readonly MetricName[] {
  return metrics.filter((metric) => dependsOnPeople(metric))
}

/**
 * A metric over several rows: sums are added, ratios are ratios of sums, never averages.
 *
 * For arrows and percentages only, hence a float. Undefined when it cannot be known this way.
 */
export function valueOver(metric: MetricName, rows: readonly InsightsRow[]): number | undefined {
  const { additivity, formula } = metricDefinition(metric)
  if (additivity === 'deduplicated') return undefined
  if (!formula) return sumOf(metric, rows)
  const [above, below] = [formula.numerator, formula.denominator].map((name) =>
    isMetricName(name) ? valueOver(name, rows) : undefined,
  )
  return above === undefined || below === undefined || below === 0 ? undefined : (above / below) * formula.per
}

/**
 * Relative change over the days that are over, the same number of days on both sides.
 *
 * @param current - One row a day, in order of days; days without delivery may be absent.
 * @param finished - The last finished day of each side.
 */
export function changeOver(
  metric: MetricName,
  current: readonly InsightsRow[],
  previous: readonly InsightsRow[],
  finished: { current: Day; previous: Day },
): number | 'new' | undefined {
  const upTo = (rows: readonly InsightsRow[], day: Day) => rows.filter((row) => (row.day ?? '') <= day)
  const now = valueOver(metric, upTo(current, finished.current))
  const before = valueOver(metric, upTo(previous, finished.previous))
  // A ratio without anything to divide by earlier is new, as long as the number itself exists now.
  if (now !== undefined && before === undefined && previous.length === 0) return 'new'
  return changeBetween(now, before)
}

/** One value a day for a sparkline, gaps as null. */
export function dailyValues(metric: MetricName, rows: readonly InsightsRow[], days: readonly Day[]): (number | null)[] {
  const byDay = new Map(rows.map((row) => [row.day, row.metrics[metric]]))
  return days.map((day): number | null => {
    const value: MetricValue | undefined = byDay.get(day)
    return value === undefined && metricDefinition(metric).additivity === 'sum' ? 0 : toNumber(value)
  })
}

function sumOf(metric: MetricName, rows: readonly InsightsRow[]): number | undefined {
  let sum = 0
  for (const row of rows) {
    const value = toNumber(row.metrics[metric])
    if (value === null) return undefined
    sum += value
  }
  return sum
}

function dependsOnPeople(metric: MetricName): boolean {
  const { additivity, formula } = metricDefinition(metric)
  if (additivity === 'deduplicated') return true
  return formula ? [formula.numerator, formula.denominator].filter(isMetricName).some(dependsOnPeople) : false
}
