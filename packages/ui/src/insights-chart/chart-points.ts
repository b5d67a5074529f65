import {
  type Day,
  type InsightsRow,
  metricDefinition,
  type MetricName,
  type MetricValue,
  type MetricValues,
} from '@adpane/contract'
import { toNumber } from '../format/to-number.ts'
import type { DayRange } from '../ranges/compare-range.ts'
import { type Increment, periodsOf } from '../ranges/periods.ts'

/** One step of the chart, with what is drawn and what is said. */
export interface ChartPoint {
  index: number
  since: Day
  until: Day
  /** Whether the period was still running when Meta was last read. */
  unfinished: boolean
  /** Whether its numbers are still on their way: a gap. */
  missing: boolean
  /** Lies after the newest numbers; nothing can be there yet. */
  future: boolean
  bar: MetricValue
  line: MetricValue
  /** The period compared with, aligned by index; absent without one. */
  compare?: { since: Day; until: Day; bar: MetricValue; line: MetricValue }
}

export interface ChartAnswer {
  rows: readonly InsightsRow[]
  range: DayRange
  /** Whether a report is still running, so that absent days are unknown rather than without delivery. */
  pending: boolean
}

export interface ChartQuestion {
  metrics: readonly [bar: MetricName, line: MetricName]
  increment: Increment
  current: ChartAnswer
  compare?: ChartAnswer | undefined
  /** The day still running when Meta was last read. */
  unfinished: Day | undefined
}

/** Lays rows out over every period of the range and puts the compared period beside it, first to first. */
export function chartPoints({
  metrics,
  increment,
  current,
  compare,
  unfinished,
}: ChartQuestion): readonly ChartPoint[] {
  const now = byDay(current.rows)
  const before = compare && {
    rows: byDay(compare.rows),
    periods: periodsOf(compare.range, increment),
    pending: compare.pending,
  }
  return periodsOf(current.range, increment).map((period, index) => {
    const row = now.get(period.since)
    const future = unfinished !== undefined && period.since > unfinished
    const missing = !row && current.pending && !future
    const other = before?.periods[index]
    const then = other && before.rows.get(other.since)
    return {
      index,
      ...period,
      unfinished: unfinished !== undefined && period.since <= unfinished && unfinished <= period.until,
      missing,
      future,
      ...valuesOf(metrics, row?.metrics, missing || future),
      ...(other && { compare: { ...other, ...valuesOf(metrics, then?.metrics, before?.pending ?? false) } }),
    }
  })
}

/** Complete answers leave out days without delivery: what adds up was zero there, a ratio has nothing to divide. */
function valuesOf([bar, line]: ChartQuestion['metrics'], values: MetricValues | undefined, unknown: boolean) {
  const read = (metric: MetricName): MetricValue =>
    values ? (values[metric] ?? null) : !unknown && metricDefinition(metric).additivity === 'sum' ? 0 : null
  return { bar: read(bar), line: read(line) }
}

function byDay(rows: readonly InsightsRow[]): Map<Day, InsightsRow> {
  return new Map(rows.flatMap((row) => (row.day === undefined ? [] : [[row.day, row]])))
}

/** Runs of neighbouring points that are still on their way, as index pairs. */
export function missingRuns(points: readonly ChartPoint[]): readonly { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = []
  for (const { index, missing } of points) {
    const open = runs.at(-1)
    if (!missing) continue
    if (open?.to === index - 1) open.to = index
    else runs.push({ from: index, to: index })
  }
  return runs
}

/** The last point whose period is over and known; what a person means by "the latest". */
export function latestFinished(points: readonly ChartPoint[]): number {
  const index = points.findLastIndex((point) => !point.unfinished && !point.future && !point.missing)
  return Math.max(0, index)
}

/** Whether any point says something about the line's metric. */
export function hasLine(points: readonly ChartPoint[]): boolean {
  return points.some((point) => toNumber(point.line) !== null)
}
