import type { Day, MetricName } from '@adpane/contract'
import { type ReactElement, useState } from 'react'
import { useInsights } from '../queries/use-insights.ts'
import { compareRange, type DayRange } from '../ranges/compare-range.ts'
import type { Increment } from '../ranges/periods.ts'
import { useWidgetState } from '../widget/use-widget-state.ts'
import { Widget } from '../widget/widget.tsx'
import type { ChartNote } from './chart-notes.tsx'
import { ChartCard } from './chart-card.tsx'

export interface InsightsChartProps {
  /** `act_…`, one of the session's accounts. */
  accountId: string
  /** First day, in the account's time zone. */
  since: Day
  /** Last day, included. */
  until: Day
  /** `true` compares with the range just before, or name another. @default false */
  compare?: boolean | DayRange
  /** Drawn as bars below and as a line above. @default ['spend', 'roas'] */
  metrics?: readonly [bar: MetricName, line: MetricName]
  /** The step at first: `1` day, `7` days or `monthly`. People change it inside. @default '1' */
  increment?: Increment
  /** @default the metrics' names */
  title?: string
  /** What happened on a day, pinned under the axis. */
  annotations?: readonly ChartNote[]
  /** Called when an empty chart suggests a longer range. Without it nothing is suggested. */
  onRangeSuggested?: (range: DayRange) => void
}

const DEFAULT_METRICS = ['spend', 'roas'] as const

/** Two metrics over time, one as bars and one as a line, beside the period before. */
export function InsightsChart(props: InsightsChartProps): ReactElement {
  return (
    <Widget>
      <Chart {...props} />
    </Widget>
  )
}

function Chart(props: InsightsChartProps): ReactElement {
  const { accountId, since, until, compare, metrics = DEFAULT_METRICS, annotations = [] } = props
  const [increment, setIncrement] = useState<Increment>(props.increment ?? '1')
  const range = { since, until }
  const before = compareRange(range, compare)
  const ask = { metrics, increment, level: 'account', sort: 'day', limit: 1000 } as const
  const current = useInsights(accountId, { ...ask, ...range })
  const previous = useInsights(accountId, { ...ask, ...(before ?? range) }, { enabled: before !== undefined })
  const isEmpty = current.data !== undefined && isWithoutNumbers(current.data.totals.metrics, metrics)
  const state = useWidgetState(accountId, current, isEmpty)
  return (
    <ChartCard
      accountId={accountId}
      title={props.title}
      metrics={metrics}
      range={range}
      increment={increment}
      onIncrement={setIncrement}
      state={state}
      answer={current.data}
      compareAnswer={before && previous.data}
      isFetching={current.isFetching}
      onRetry={() => void Promise.all([current.refetch(), before && previous.refetch()])}
      notes={annotations}
      onRangeSuggested={props.onRangeSuggested}
    />
  )
}

/** Nothing spent and nothing else to draw. */
function isWithoutNumbers(totals: Partial<Record<MetricName, unknown>>, metrics: readonly MetricName[]): boolean {
  return metrics.every((metric) => Number(totals[metric] ?? 0) === 0)
}
