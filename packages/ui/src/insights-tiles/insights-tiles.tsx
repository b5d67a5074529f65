import type { Day, MetricName } from '@adpane/contract'
import type { ReactElement } from 'react'
import { useMessages } from '../messages/use-messages.ts'
import { classNames } from '../primitives/class-names.ts'
import { useInsights } from '../queries/use-insights.ts'
import { compareRange, type DayRange } from '../ranges/compare-range.ts'
import { StateNotice } from '../widget/state-notice.tsx'
import { StateStrip } from '../widget/state-strip.tsx'
import { isPartial } from '../widget/is-partial.ts'
import { useWidgetState } from '../widget/use-widget-state.ts'
import { Widget } from '../widget/widget.tsx'
import { Tile } from './tile.tsx'
import { TileSkeletons } from './tile-skeletons.tsx'
import { peopleAmong, withComponents } from './tile-values.ts'
import { useTileView } from './use-tile-view.ts'

export interface InsightsTilesProps {
  /** `act_…`, one of the session's accounts. */
  accountId: string
  /** First day, in the account's time zone. */
  since: Day
  /** Last day, included. */
  until: Day
  /** One tile each, in this order. @default ['spend', 'purchases', 'cost_per_purchase', 'roas', 'ctr'] */
  metrics?: readonly MetricName[]
  /** `true` compares with the range just before, or name another. @default true */
  compare?: boolean | DayRange
}

const DEFAULT_METRICS = ['spend', 'purchases', 'cost_per_purchase', 'roas', 'ctr'] as const

/** The numbers of a range at a glance: totals, their change over finished days, and a trend. */
export function InsightsTiles(props: InsightsTilesProps): ReactElement {
  return (
    <Widget>
      <Tiles {...props} />
    </Widget>
  )
}

function Tiles(props: InsightsTilesProps): ReactElement {
  const { accountId, since, until, metrics = DEFAULT_METRICS, compare = true } = props
  const { tiles } = useMessages()
  const range = { since, until }
  const before = compareRange(range, compare)
  const people = peopleAmong(metrics)
  const daily = {
    metrics: withComponents(metrics),
    increment: '1',
    level: 'account',
    sort: 'day',
    limit: 1000,
  } as const
  const current = useInsights(accountId, { ...daily, ...range })
  const previous = useInsights(accountId, { ...daily, ...(before ?? range) }, { enabled: before !== undefined })
  const exact = useInsights(accountId, { metrics: people, level: 'account', ...range }, { enabled: people.length > 0 })
  // Zero spend is a number worth showing, but not while a report has yet to bring its first day.
  const isUnread = isPartial(current.data) && current.data?.rows.length === 0
  const state = useWidgetState(accountId, current, isUnread)
  const view = useTileView(metrics, current.data, before && previous.data, exact.data)
  const retry = () => void Promise.all([current.refetch(), before && previous.refetch()])
  return (
    <section className="ap-card ap-kpis-box" aria-label={tiles.label} aria-busy={state.name === 'loading'}>
      {current.data && state.showsData && (
        <StateStrip
          state={state}
          accountId={accountId}
          freshness={current.data.freshness}
          timeZone={current.data.timezone}
          onRetry={retry}
        />
      )}
      {view && state.showsData ? (
        <ul
          className={classNames(
            'ap-kpis',
            metrics.length === 5 && 'ap-kpis-5',
            state.name === 'session-expired' && 'ap-dim',
          )}
        >
          {metrics.map((metric, index) => (
            <Tile
              key={metric}
              metric={metric}
              view={view}
              color={index === 0 ? 'var(--ap-c1)' : metric === 'roas' ? 'var(--ap-c2)' : undefined}
            />
          ))}
        </ul>
      ) : (
        <div className="ap-kpis-none">
          <TileSkeletons count={metrics.length} shown={state.name === 'loading'} />
          <StateNotice state={state} accountId={accountId} what={tiles.what} onRetry={retry} empty={null} />
        </div>
      )}
    </section>
  )
}
