import type { MetricName, MissingReason } from '@adpane/contract'
import type { ReactElement } from 'react'
import { formatMetric } from '../format/format-metric.ts'
import type { Messages } from '../messages/en.ts'
import { useMessages } from '../messages/use-messages.ts'
import { Unknown } from '../primitives/unknown.tsx'
import { useAdpane } from '../provider/adpane-context.ts'
import type { ChartView, Series } from './chart-view.ts'

export interface ChartLegendProps {
  view: ChartView
  hidden: ReadonlySet<Series>
  onHidden: (hidden: ReadonlySet<Series>) => void
}

/** Series with their totals. The swatch is the mark itself; a click switches, a double click isolates. */
export function ChartLegend({ view, hidden, onHidden }: ChartLegendProps): ReactElement {
  const { chart, metrics: names } = useMessages()
  const present: Series[] = [
    'bar',
    ...(view.hasLine ? (['line'] as const) : []),
    ...(view.compareText ? (['compare'] as const) : []),
  ]
  const entry = (series: Series, text: string, metric?: MetricName) => (
    <LegendEntry
      series={series}
      text={text}
      total={metric && <Total view={view} metric={metric} />}
      isOn={!hidden.has(series)}
      onSwitch={() => onHidden(switched(hidden, series))}
      onIsolate={() => onHidden(isolated(hidden, series, present))}
    />
  )
  const [bar, line] = view.metrics
  return (
    <div className="ap-legend" role="group" aria-label={chart.legend}>
      {entry('bar', names[bar], bar)}
      {view.hasLine ? entry('line', names[line], line) : <UnknownEntry view={view} metric={line} />}
      {view.compareText && entry('compare', chart.previousPeriod)}
    </div>
  )
}

interface LegendEntryProps {
  series: Series
  text: string
  total: ReactElement | undefined
  isOn: boolean
  onSwitch: () => void
  onIsolate: () => void
}

function LegendEntry({ series, text, total, isOn, onSwitch, onIsolate }: LegendEntryProps): ReactElement {
  return (
    <button type="button" className="ap-leg" aria-pressed={isOn} onClick={onSwitch} onDoubleClick={onIsolate}>
      <Swatch series={isOn ? series : 'off'} />
      <span className="ap-leg-text">{text}</span>
      {total}
    </button>
  )
}

function Total({ view, metric }: { view: ChartView; metric: MetricName }): ReactElement {
  const { locale } = useAdpane()
  const { common } = useMessages()
  const value = view.totals.metrics[metric]
  const format = { currency: view.currency, locale }
  return (
    <>
      <b className="ap-num" title={formatMetric(metric, value, format)}>
        {formatMetric(metric, value, { ...format, form: 'compact' })}
      </b>
      {view.isPartial && <span className="ap-muted">{common.soFar}</span>}
    </>
  )
}

function UnknownEntry({ view, metric }: { view: ChartView; metric: MetricName }): ReactElement {
  const { metrics: names, reasons } = useMessages()
  const reason = view.totals.reasons?.[metric]
  return (
    <span className="ap-leg ap-leg-unknown">
      <Swatch series="line" />
      <span>{names[metric]}</span>
      <Unknown reason={reasonFor(metric, reason, reasons)} isPending={reason === 'pending'} />
    </span>
  )
}

/** Why a metric is unknown, in words. A return without tracked value gets a sentence of its own. */
export function reasonFor(metric: MetricName, reason: MissingReason | undefined, reasons: Messages['reasons']): string {
  if ((metric === 'roas' || metric === 'purchase_value') && reason !== 'pending') return reasons.no_value
  return reasons[reason ?? 'not_reported']
}

function switched(hidden: ReadonlySet<Series>, series: Series): ReadonlySet<Series> {
  const next = new Set(hidden)
  if (!next.delete(series)) next.add(series)
  return next
}

/** Alone, or everybody again when it was alone already. The two clicks before have switched it twice. */
function isolated(hidden: ReadonlySet<Series>, series: Series, present: readonly Series[]): ReadonlySet<Series> {
  const others = present.filter((other) => other !== series)
  return others.every((other) => hidden.has(other)) ? new Set() : new Set(others)
}

/** The mark of a series, small. */
export function Swatch({ series }: { series: Series | 'off' }): ReactElement {
  return (
    <svg className={`ap-swatch ap-swatch-${series}`} viewBox="0 0 16 10" aria-hidden="true">
      <path d={swatches[series]} />
    </svg>
  )
}

const swatches = {
  bar: 'M3 1a1 1 0 0 1 1-1h2a1 1 0 0 1 1 1v9H3ZM9 4a1 1 0 0 1 1-1h2a1 1 0 0 1 1 1v6H9Z',
  line: 'M0 5h16',
  compare: 'M0 5h16',
  off: 'M5.5.5h5a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2h-5a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2Z',
}
