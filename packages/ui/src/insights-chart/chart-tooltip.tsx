import type { MetricName, MetricValue } from '@adpane/contract'
import { type CSSProperties, type ReactElement, useCallback } from 'react'
import { formatMetric } from '../format/format-metric.ts'
import { toNumber } from '../format/to-number.ts'
import { useMessages } from '../messages/use-messages.ts'
import { changeBetween, Delta } from '../primitives/delta.tsx'
import { useAdpane } from '../provider/adpane-context.ts'
import type { ChartGeometry } from './chart-geometry.ts'
import { Swatch } from './chart-legend.tsx'
import type { ChartPoint } from './chart-points.ts'
import type { ChartView } from './chart-view.ts'
import { periodText } from './point-text.ts'

export interface ChartTooltipProps {
  view: ChartView
  geometry: ChartGeometry
  index: number
}

/** One card for all series of a day, in the order they are drawn from the top, each beside the compared day. */
export function ChartTooltip({ view, geometry, index }: ChartTooltipProps): ReactElement | null {
  const { locale } = useAdpane()
  const { common, chart } = useMessages()
  const point = view.points[index]
  if (!point) return null
  const { increment } = view
  return (
    <div className="ap-tip" aria-hidden="true" style={geometry.small ? undefined : place(view, geometry, index)}>
      <div className="ap-tip-head">
        <bdi>{periodText(point, increment, locale)}</bdi>
        {point.unfinished && <span>{chart.unfinished}</span>}
        {point.compare && view.show.compare && (
          <span>{common.versus(periodText(point.compare, increment, locale))}</span>
        )}
      </div>
      {point.missing || point.future ? (
        <p>{chart.noData}</p>
      ) : (
        <div className="ap-tip-rows">
          {seriesOf(view, point).map((row) => (
            <SeriesRow key={row.series} view={view} point={point} {...row} />
          ))}
        </div>
      )}
    </div>
  )
}

interface SeriesValue {
  series: 'bar' | 'line'
  metric: MetricName
  value: MetricValue
  before: MetricValue | undefined
}

function SeriesRow({
  view,
  point,
  series,
  metric,
  value,
  before,
}: SeriesValue & { view: ChartView; point: ChartPoint }): ReactElement {
  const { locale } = useAdpane()
  const { metrics: names } = useMessages()
  const format = { currency: view.currency, locale }
  const change = point.unfinished ? undefined : changeOf(value, before)
  return (
    <>
      <Swatch series={series} />
      <span className="ap-tip-name">{names[metric]}</span>
      <span className="ap-tip-value ap-num">{formatMetric(metric, value, format)}</span>
      <span className="ap-tip-before ap-num">{before === undefined ? '' : formatMetric(metric, before, format)}</span>
      <span className="ap-tip-delta">
        <Delta metric={metric} change={change} />
      </span>
    </>
  )
}

/** A point in words, for the slider's value: everything the tooltip shows. */
export function usePointWords(view: ChartView): (point: ChartPoint) => string {
  const { locale } = useAdpane()
  const { common, chart, metrics: names } = useMessages()
  return useCallback(
    (point) => {
      const date = periodText(point, view.increment, locale)
      if (point.missing || point.future) return `${date}: ${chart.noData}`
      const format = { currency: view.currency, locale }
      const series = seriesOf(view, point).map(({ metric, value, before }) => {
        const now = `${names[metric]} ${value === null ? common.unknown : formatMetric(metric, value, format)}`
        return before === undefined || before === null
          ? now
          : `${now}, ${common.versus(formatMetric(metric, before, format))}`
      })
      return `${date}${point.unfinished ? `, ${chart.unfinished}` : ''}: ${series.join('; ')}`
    },
    [view, locale, common, chart, names],
  )
}

/** The legend's order, which is also the order from left to right of what a person reads. */
function seriesOf({ metrics, show }: ChartView, { bar, line, compare }: ChartPoint): readonly SeriesValue[] {
  const before = show.compare ? compare : undefined
  const rows: SeriesValue[] = []
  if (show.bar) rows.push({ series: 'bar', metric: metrics[0], value: bar, before: before?.bar })
  if (show.line) rows.push({ series: 'line', metric: metrics[1], value: line, before: before?.line })
  return rows
}

function changeOf(value: MetricValue, before: MetricValue | undefined) {
  const [now, then] = [toNumber(value), toNumber(before)]
  return now === null || then === null ? undefined : changeBetween(now, then)
}

const TIP_WIDTH = 330
const TIP_HEIGHT = 84

/** Beside the column, on the side with more room, just below the lines it would otherwise cover. */
function place(view: ChartView, geometry: ChartGeometry, index: number): CSSProperties {
  const { width, left, right, column, direction, top, bottom } = geometry
  const start = (direction === 'rtl' ? width - right : left) + (index + 1) * column + 8
  const flips = start + TIP_WIDTH > width
  const covered = Math.ceil(TIP_WIDTH / Math.max(1, column))
  const near = view.points.slice(flips ? Math.max(0, index - covered) : index, flips ? index + 1 : index + covered)
  const lows = near
    .flatMap((point) => [toNumber(point.line), toNumber(point.compare?.line)])
    .filter((value) => value !== null)
  const below = view.show.line && lows.length > 0 ? geometry.yLine(Math.min(...lows)) + 12 : top + 8
  const inline = flips ? { insetInlineEnd: width - start + column + 16 } : { insetInlineStart: start }
  return { ...inline, insetBlockStart: Math.min(below, bottom - TIP_HEIGHT) }
}
