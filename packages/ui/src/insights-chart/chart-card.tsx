import type { MetricName } from '@adpane/contract'
import { type ReactElement, useId, useMemo, useState } from 'react'
import { formatRange } from '../format/format-day.ts'
import { useMessages } from '../messages/use-messages.ts'
import { Card } from '../primitives/card.tsx'
import { FreshnessLabel } from '../primitives/freshness-label.tsx'
import { Segmented } from '../primitives/segmented.tsx'
import { useAdpane } from '../provider/adpane-context.ts'
import type { InsightsAnswer } from '../queries/use-insights.ts'
import type { DayRange } from '../ranges/compare-range.ts'
import type { Increment } from '../ranges/periods.ts'
import { unfinishedDay } from '../ranges/unfinished-day.ts'
import { StateNotice } from '../widget/state-notice.tsx'
import { StateStrip, stripHeight } from '../widget/state-strip.tsx'
import type { WidgetState } from '../widget/widget-state.ts'
import { isPartial } from '../widget/is-partial.ts'
import { ChartEmpty } from './chart-empty.tsx'
import { ChartLegend } from './chart-legend.tsx'
import { type ChartNote } from './chart-notes.tsx'
import { ChartPlot } from './chart-plot.tsx'
import { chartPoints, hasLine } from './chart-points.ts'
import { ChartSkeleton } from './chart-skeleton.tsx'
import { ChartTable } from './chart-table.tsx'
import { type ChartView, type Series, shown } from './chart-view.ts'

export interface ChartCardProps {
  accountId: string
  title: string | undefined
  metrics: readonly [bar: MetricName, line: MetricName]
  /** What is asked for now; the answer may still be to the question before. */
  range: DayRange
  increment: Increment
  onIncrement: (increment: Increment) => void
  state: WidgetState
  answer: InsightsAnswer | undefined
  compareAnswer: InsightsAnswer | undefined
  isFetching: boolean
  onRetry: () => void
  notes: readonly ChartNote[]
  onRangeSuggested: ((range: DayRange) => void) | undefined
}

/** The chart's card in any state, always of the same height. */
export function ChartCard(props: ChartCardProps): ReactElement {
  const { state, answer, metrics } = props
  const { chart, metrics: names } = useMessages()
  const titleId = useId()
  const [hidden, setHidden] = useState<ReadonlySet<Series>>(new Set())
  const view = useChartView(props, hidden)
  const title = props.title ?? chart.title(names[metrics[0]], names[metrics[1]])
  const drawn = state.showsData && view
  const loaded = useLoadedDays(view)
  return (
    <Card className="ap-chart" aria-labelledby={titleId} aria-busy={state.name === 'loading'}>
      <div className="ap-chart-head">
        <div className="ap-chart-title">
          <h2 className="ap-h" id={titleId}>
            {title}
          </h2>
          {drawn ? (
            <ChartLegend view={view} hidden={hidden} onHidden={setHidden} />
          ) : (
            <div className="ap-legend" aria-hidden="true" />
          )}
        </div>
        <div className="ap-chart-ctl">
          {answer && state.name !== 'no-permission' && (
            <FreshnessLabel
              freshness={answer.freshness}
              timeZone={answer.timezone}
              refreshing={props.isFetching || state.name === 'stale'}
            />
          )}
          {state.name !== 'no-permission' && <StepControl {...props} />}
        </div>
      </div>
      {answer && state.showsData && (
        <StateStrip
          state={state}
          accountId={props.accountId}
          freshness={answer.freshness}
          timeZone={answer.timezone}
          onRetry={props.onRetry}
          loaded={loaded}
        />
      )}
      {drawn ? (
        <>
          <ChartPlot
            view={view}
            label={title}
            dim={state.name === 'session-expired'}
            stripHeight={stripHeight(state)}
          />
          <ChartTable view={view} caption={title} />
        </>
      ) : (
        <Undrawn {...props} />
      )}
    </Card>
  )
}

function StepControl({ increment, onIncrement }: ChartCardProps): ReactElement {
  const { chart } = useMessages()
  const options = [
    { value: '1', label: chart.day },
    { value: '7', label: chart.week },
    { value: 'monthly', label: chart.month },
  ] as const
  return <Segmented<Increment> label={chart.step} options={options} value={increment} onChange={onIncrement} />
}

function Undrawn(props: ChartCardProps): ReactElement {
  const { chart } = useMessages()
  const { state, notes } = props
  const form = state.name === 'loading' ? 'skeleton' : state.name === 'empty' ? 'axes' : 'blank'
  return (
    <div className="ap-chart-body">
      <ChartSkeleton form={form} range={props.range} hasNotes={notes.length > 0} />
      <StateNotice
        state={state}
        accountId={props.accountId}
        what={chart.what}
        onRetry={props.onRetry}
        empty={<ChartEmpty range={props.range} onRangeSuggested={props.onRangeSuggested} />}
      />
    </div>
  )
}

/** Reads the answers into what is drawn; undefined before the first answer. */
function useChartView(props: ChartCardProps, hidden: ReadonlySet<Series>): ChartView | undefined {
  const { answer, compareAnswer, metrics, notes } = props
  const { locale } = useAdpane()
  return useMemo(() => {
    if (!answer) return undefined
    const { asked } = answer
    const increment = asked.increment === undefined || asked.increment === 'all' ? '1' : asked.increment
    // While a new question loads, both answers must belong to the same old one to stand side by side.
    const compared = compareAnswer?.asked.increment === asked.increment ? compareAnswer : undefined
    const range = { since: asked.since, until: asked.until }
    const unfinished = unfinishedDay(answer.freshness, answer.timezone, locale)
    const points = chartPoints({
      metrics,
      increment,
      current: { rows: answer.rows, range, pending: isPartial(answer) },
      compare: compared && {
        rows: compared.rows,
        range: { since: compared.asked.since, until: compared.asked.until },
        pending: isPartial(compared),
      },
      unfinished: unfinished?.day,
    })
    const drawsLine = hasLine(points)
    return {
      points,
      metrics,
      increment,
      range,
      rangeText: formatRange(range.since, range.until, locale),
      compareText: compared && formatRange(compared.asked.since, compared.asked.until, locale),
      currency: answer.currency,
      timezone: answer.timezone,
      totals: answer.totals,
      isPartial: isPartial(answer),
      unfinished,
      notes,
      hasLine: drawsLine,
      show: shown(hidden, drawsLine, compared !== undefined),
    }
  }, [answer, compareAnswer, metrics, notes, hidden, locale])
}

/** "26 of 30 days", as far as days are what is drawn. */
function useLoadedDays(view: ChartView | undefined) {
  const { states } = useMessages()
  if (!view || view.increment !== '1') return undefined
  const due = view.points.filter((point) => !point.future)
  const here = due.filter((point) => !point.missing)
  return { text: String(here.length), of: String(due.length), unit: states.partialDays }
}
