import {
  addDays,
  countDays,
  type Day,
  eachDay,
  type MetricName,
  type MissingReasons,
  type MetricValues,
} from '@adpane/contract'
import { useMemo } from 'react'
import { formatRange } from '../format/format-day.ts'
import { useAdpane } from '../provider/adpane-context.ts'
import type { InsightsAnswer } from '../queries/use-insights.ts'
import { unfinishedDay } from '../ranges/unfinished-day.ts'
import { isPartial } from '../widget/is-partial.ts'
import { changeOver, dailyValues } from './tile-values.ts'

/** What the tiles share: totals, and what they are compared with. */
export interface TileView {
  /** ISO 4217. */
  currency: string
  values: MetricValues
  reasons: MissingReasons
  /** Whether totals are "so far". */
  isPartial: boolean
  changes: Partial<Record<MetricName, number | 'new' | undefined>>
  trends: Partial<Record<MetricName, readonly (number | null)[]>>
  /** The finished days and those they are compared with, as text; undefined without a comparison. */
  compared: { range: string; previous: string } | undefined
}

export function useTileView(
  metrics: readonly MetricName[],
  current: InsightsAnswer | undefined,
  previous: InsightsAnswer | undefined,
  exact: InsightsAnswer | undefined,
): TileView | undefined {
  const { locale } = useAdpane()
  return useMemo(() => {
    if (!current) return undefined
    const { since, until } = current.asked
    const today = unfinishedDay(current.freshness, current.timezone, locale)?.day
    const last = today !== undefined && until >= today ? addDays(today, -1) : until
    const days = last >= since ? eachDay(since, last) : []
    const then = previous && comparedDays(previous.asked, days.length)
    // Sums of half a report say nothing about the change.
    const comparable = previous && then && days.length > 0 && !isPartial(current) && !isPartial(previous)
    const change = (metric: MetricName) =>
      comparable ? changeOver(metric, current.rows, previous.rows, { current: last, previous: then.until }) : undefined
    return {
      currency: current.currency,
      values: { ...current.totals.metrics, ...exact?.totals.metrics },
      reasons: { ...current.totals.reasons, ...exact?.totals.reasons },
      isPartial: isPartial(current),
      changes: Object.fromEntries(metrics.map((metric) => [metric, change(metric)])),
      trends: Object.fromEntries(metrics.map((metric) => [metric, dailyValues(metric, current.rows, days)])),
      compared: comparable
        ? { range: formatRange(since, last, locale), previous: formatRange(then.since, then.until, locale) }
        : undefined,
    }
  }, [metrics, current, previous, exact, locale])
}

/** As many days from the start of the compared range as are over in this one. */
function comparedDays(asked: { since: Day; until: Day }, count: number): { since: Day; until: Day } | undefined {
  if (count === 0) return undefined
  const length = Math.min(count, countDays(asked.since, asked.until))
  return { since: asked.since, until: addDays(asked.since, length - 1) }
}
