import type { MetricName } from '@adpane/contract'
import type { ReactElement } from 'react'
import { formatMetric, metricParts, SHORTENED_FROM } from '../format/format-metric.ts'
import { reasonFor } from '../insights-chart/chart-legend.tsx'
import { useMessages } from '../messages/use-messages.ts'
import { Delta } from '../primitives/delta.tsx'
import { Sparkline } from '../primitives/sparkline.tsx'
import { Tooltip } from '../primitives/tooltip.tsx'
import { Unknown } from '../primitives/unknown.tsx'
import { useAdpane } from '../provider/adpane-context.ts'
import type { TileView } from './use-tile-view.ts'

export interface TileProps {
  metric: MetricName
  view: TileView
  /** CSS colour of the trend. @default the third text colour */
  color: string | undefined
}

/** One number with its unit smaller beside it, its change over finished days, and its trend. */
export function Tile({ metric, view, color }: TileProps): ReactElement {
  const { metrics: names, common, reasons } = useMessages()
  const value = view.values[metric]
  const isKnown = value !== null && value !== undefined
  return (
    <li className="ap-kpi">
      <span className="ap-kpi-label">
        {names[metric]}
        {view.isPartial && isKnown && <span className="ap-muted">{common.soFar}</span>}
      </span>
      <span className="ap-kpi-main">
        <span className="ap-kpi-value">
          {isKnown ? (
            <TileValue metric={metric} value={value} currency={view.currency} />
          ) : (
            <Unknown
              reason={reasonFor(metric, view.reasons[metric], reasons)}
              isPending={view.reasons[metric] === 'pending'}
            />
          )}
        </span>
        {isKnown && (
          <Sparkline
            className="ap-kpi-spark ap-spark"
            values={view.trends[metric] ?? []}
            height={28}
            {...(color && { color })}
          />
        )}
      </span>
      <Comparison metric={metric} view={view} isKnown={isKnown} />
    </li>
  )
}

function TileValue({
  metric,
  value,
  currency,
}: {
  metric: MetricName
  value: number | string
  currency: string
}): ReactElement {
  const { locale } = useAdpane()
  const exact = formatMetric(metric, value, { currency, locale })
  const parts = metricParts(metric, value, { currency, locale, form: 'compact' })
  const text = (
    <>
      <span aria-hidden="true">
        {parts?.sign}
        {parts?.before && <span className="ap-kpi-unit">{parts.before}</span>}
        {parts?.digits}
        {parts?.after && <span className="ap-kpi-unit ap-kpi-unit-after">{parts.after}</span>}
      </span>
      <span className="ap-sr">{exact}</span>
    </>
  )
  if (Math.abs(Number(value)) < SHORTENED_FROM)
    return (
      <span className="ap-num" title={exact}>
        {text}
      </span>
    )
  // Digits are left out, so every hand can ask for them: pointer, finger and keyboard.
  return (
    <Tooltip content={<span className="ap-num">{exact}</span>} delayMs={150} press="open">
      {(trigger) => (
        <button type="button" className="ap-num ap-kpi-short" {...trigger}>
          {text}
        </button>
      )}
    </Tooltip>
  )
}

function Comparison({ metric, view, isKnown }: { metric: MetricName; view: TileView; isKnown: boolean }): ReactElement {
  const { common, tiles } = useMessages()
  const { compared } = view
  const change = view.changes[metric]
  if (!compared || change === undefined || !isKnown) return <span className="ap-kpi-delta" />
  return (
    <span className="ap-kpi-delta" title={tiles.finishedDays(compared.range, compared.previous)}>
      <Delta metric={metric} change={change} />
      <span className="ap-kpi-versus">{common.versus(compared.previous)}</span>
    </span>
  )
}
