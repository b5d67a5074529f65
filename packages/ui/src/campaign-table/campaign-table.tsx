import type { Day, MetricName } from '@adpane/contract'
import { type ReactElement, useCallback, useId, useRef, useState } from 'react'
import { Card } from '../primitives/card.tsx'
import { Widget } from '../widget/widget.tsx'
import { type ColumnVisibility, defaultMetrics } from './columns.tsx'
import type { TableLevel } from './drill-path.ts'
import { LevelTabs } from './level-tabs.tsx'
import { ObjectPanel } from './object-panel.tsx'
import { SearchBox } from './search-box.tsx'
import { trendMetricOf } from './trend-metric.ts'
import { useAnnouncer } from './use-announcer.ts'
import { useContainerForm } from './use-container-form.ts'
import { useLevelCounts } from './use-table-query.ts'
import { useTableView } from './use-table-view.ts'

export interface CampaignTableProps {
  /** `act_…` */
  accountId: string
  /** First day, in the account's time zone. */
  since: Day
  /** Last day, included. */
  until: Day
  /** Shows changes against the range of equal length before, or against one of your choice. @default false */
  compare?: boolean | { since: Day; until: Day }
  /** The numbers beside name, status and budget. @default purchases, cost per purchase, ROAS, spend, CTR and reach */
  columns?: readonly MetricName[]
  /** The level shown; a change moves the table there. @default 'campaign' */
  level?: TableLevel
  /** Called when a person goes to another level. */
  onLevelChange?: (level: TableLevel) => void
  /** Rows a page, 1–1000. @default 50 */
  pageSize?: number
  /** Whether names can be searched. @default true */
  search?: boolean
}

/** Campaigns, ad sets and ads of an account with their status, budget and results. */
export function CampaignTable(props: CampaignTableProps): ReactElement {
  return (
    <Widget>
      <CampaignTableCard {...props} />
    </Widget>
  )
}

function CampaignTableCard(props: CampaignTableProps): ReactElement {
  const { accountId, since, until, compare = false, columns = defaultMetrics, pageSize = 50, search = true } = props
  const id = useId()
  const card = useRef<HTMLElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const form = useContainerForm(card)
  const [visibility, setVisibility] = useState<ColumnVisibility>({})
  const { view, actions } = useTableView(props.level ?? 'campaign', props.onLevelChange, props)
  const { announcement, announce } = useAnnouncer()
  const question = { accountId, since, until, metrics: columns, trendMetric: trendMetricOf(columns), pageSize, view }
  const counts = useLevelCounts(question)
  const { level, steps } = view.path
  // The button that was pressed goes away with its row; focus waits where the new rows arrive.
  const onLeave = useCallback(() => panel.current?.focus(), [])
  return (
    <Card ref={card} className="ap-ct">
      <div className="ap-ct-head">
        <LevelTabs id={id} level={level} counts={counts} onLevel={actions.goTo} />
        {search && <SearchBox value={view.search} onSearch={actions.search} />}
      </div>
      <div
        ref={panel}
        id={`${id}-panel`}
        className="ap-ct-panel"
        role="tabpanel"
        aria-labelledby={`${id}-${level}`}
        tabIndex={-1}
      >
        <ObjectPanel
          // Another level or parent is another table: its rows must never stand under the wrong heading.
          key={`${accountId} ${level} ${steps.at(-1)?.id}`}
          question={question}
          compare={compare}
          form={form}
          expectedRows={counts[level]}
          actions={actions}
          visibility={visibility}
          onVisibility={setVisibility}
          announce={announce}
          onLeave={onLeave}
        />
      </div>
      <p className="ap-sr" role="status">
        {announcement}
      </p>
    </Card>
  )
}
