import { type ReactElement, useMemo } from 'react'
import { FreshnessLabel } from '../primitives/freshness-label.tsx'
import { useAdpane } from '../provider/adpane-context.ts'
import { compareRange } from '../ranges/compare-range.ts'
import { unfinishedDay } from '../ranges/unfinished-day.ts'
import { StateStrip } from '../widget/state-strip.tsx'
import { useWidgetState } from '../widget/use-widget-state.ts'
import type { CampaignTableProps } from './campaign-table.tsx'
import { ColumnsMenu } from './columns-menu.tsx'
import { type ColumnVisibility, columnId, tableColumns } from './columns.tsx'
import { FilterBar } from './filter-bar.tsx'
import { ObjectRows } from './object-rows.tsx'
import { PanelFoot } from './panel-foot.tsx'
import { RowsPlaceholder } from './rows-placeholder.tsx'
import { SortMenu } from './sort-menu.tsx'
import type { Announce } from './use-announcer.ts'
import { useColumnWords } from './use-column-words.ts'
import { useComparedNumbers } from './use-compared-numbers.ts'
import { useLoadedPart } from './use-loaded-part.ts'
import { useRowsAnnouncement } from './use-rows-announcement.ts'
import { type TableQuestion, useTableQuery } from './use-table-query.ts'
import type { TableActions } from './use-table-view.ts'

export interface ObjectPanelProps {
  question: TableQuestion
  compare: NonNullable<CampaignTableProps['compare']>
  form: 'table' | 'cards'
  /** How many rows to expect, if that is known; the skeleton takes their place. */
  expectedRows: number | undefined
  actions: TableActions
  visibility: ColumnVisibility
  onVisibility: (visibility: ColumnVisibility) => void
  announce: Announce
  /** Called when the focused control is about to go away. */
  onLeave: () => void
}

/** One level of the tree below one parent: filters, rows or what stands in their place, and the foot. */
export function ObjectPanel(props: ObjectPanelProps): ReactElement {
  const { question, compare, form, visibility, actions, onLeave } = props
  const { accountId, view, metrics, since, until } = question
  const columns = useMemo(() => tableColumns(metrics), [metrics])
  const answer = useTableQuery(question)
  const { data } = answer
  const { locale } = useAdpane()
  const earlier = useMemo(() => compareRange({ since, until }, compare), [since, until, compare])
  const unfinished = data && unfinishedDay(data.freshness, data.timezone, locale)?.day
  const compareRow = useComparedNumbers(question, data?.rows, earlier, unfinished)
  const state = useWidgetState(accountId, answer, data?.rows.length === 0)
  const words = useColumnWords(view.path.level, data?.currency ?? '', question.trendMetric)
  const loaded = useLoadedPart(view.path.level, view.cursors.length === 0, data)
  useRowsAnnouncement(view, answer.isEarlier ? undefined : data?.totals.of, props.announce)
  const shown = useMemo(() => columns.filter((column) => visibility[columnId(column)] !== false), [columns, visibility])
  const head = { columns: shown, words, sort: view.sort, onSort: actions.toggleSort }
  return (
    <>
      <FilterBar
        view={view}
        onLeaveStep={(level) => [actions.leaveStep(level), onLeave()]}
        onDelivery={actions.deliver}
        onClear={() => [actions.clear(), onLeave()]}
      >
        <>
          {data && state.name !== 'no-permission' && (
            <FreshnessLabel freshness={data.freshness} timeZone={data.timezone} refreshing={answer.isFetching} />
          )}
          {form === 'table' ? (
            <ColumnsMenu columns={columns} words={words} visibility={visibility} onVisibility={props.onVisibility} />
          ) : (
            <SortMenu level={view.path.level} metrics={metrics} sort={view.sort} onSort={actions.sort} />
          )}
        </>
      </FilterBar>
      {data && state.showsData ? (
        <>
          <StateStrip
            state={state}
            accountId={accountId}
            freshness={data.freshness}
            timeZone={data.timezone}
            onRetry={answer.ask}
            loaded={loaded?.strip}
          />
          <ObjectRows
            {...props}
            answer={data}
            columns={columns}
            head={head}
            compareRow={compareRow}
            loading={loaded?.part}
            isUpdating={answer.isEarlier}
            isDim={state.name === 'session-expired'}
          />
          <PanelFoot question={question} answer={data} actions={actions} isUpdating={answer.isEarlier} />
        </>
      ) : (
        <RowsPlaceholder
          state={state}
          accountId={accountId}
          view={view}
          form={form}
          head={head}
          rows={Math.min(props.expectedRows || DEFAULT_ROWS, question.pageSize, MOST_ROWS)}
          onRetry={answer.ask}
          onClear={() => [actions.clear(), onLeave()]}
        />
      )}
    </>
  )
}

/** What a skeleton draws before anything is known, and at most: as many as fit the scroll area. */
const DEFAULT_ROWS = 8
const MOST_ROWS = 14
