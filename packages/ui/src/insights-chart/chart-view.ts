import type { InsightsTotals, MetricName } from '@adpane/contract'
import type { DayRange } from '../ranges/compare-range.ts'
import type { Increment } from '../ranges/periods.ts'
import type { UnfinishedDay } from '../ranges/unfinished-day.ts'
import type { ChartNote } from './chart-notes.tsx'
import type { ChartPoint } from './chart-points.ts'

/** What the legend switches. */
export type Series = 'bar' | 'line' | 'compare'

/** Everything the parts of one chart share: read from the answers once, drawn many times. */
export interface ChartView {
  points: readonly ChartPoint[]
  metrics: readonly [bar: MetricName, line: MetricName]
  increment: Increment
  range: DayRange
  rangeText: string
  compareText: string | undefined
  /** ISO 4217. */
  currency: string
  /** IANA name, of the ad account. */
  timezone: string
  totals: InsightsTotals
  /** Whether totals are "so far". */
  isPartial: boolean
  unfinished: UnfinishedDay | undefined
  notes: readonly ChartNote[]
  /** Whether the line's metric is known at all. */
  hasLine: boolean
  show: Record<Series, boolean>
}

/** Which series are drawn: switched on, and there to be drawn. */
export function shown(hidden: ReadonlySet<Series>, hasLine: boolean, hasCompare: boolean): Record<Series, boolean> {
  return {
    bar: !hidden.has('bar'),
    line: hasLine && !hidden.has('line'),
    compare: hasCompare && !hidden.has('compare'),
  }
}
