import { previousRange } from '@adpane/contract'
import { type ReactElement, useMemo } from 'react'
import { FreshnessLabel } from '../primitives/freshness-label.tsx'
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
import { useLoadedPart } from './use-loaded-part.ts'
import { useRowsAnnouncement } from './use-rows-announcement.ts'
import { type TableQuestion, useEarlierNumbers, useTableQuery } from './use-table-query.ts'
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
  const range = useMemo(() => rangeOf(compare, since, until), [compare, since, until])
  const earlier = useEarlierNumbers(question, data?.rows, range)
  const state = useWidgetState(accountId, answer, data?.rows.length === 0)
  const words = useColumnWords(view.path.level, data?.currency ?? '', question.trendMetric)
  const loaded = useLoadedPart(view.path.level, data)
  useRowsAnnouncement(view, answer.isPlaceholderData ? undefined : data?.totals.of, props.announce)
  const shown = useMemo(() => columns.filter((column) => visibility[columnId(column)] !== false), [columns, visibility])
  const retry = () => void answer.refetch()
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
            onRetry={retry}
            loaded={loaded?.strip}
          />
          <ObjectRows
            {...props}
            answer={data}
            columns={columns}
            head={head}
            earlier={earlier}
            loading={loaded?.part}
            isUpdating={answer.isPlaceholderData}
            isDim={state.name === 'session-expired'}
          />
          <PanelFoot question={question} answer={data} actions={actions} isUpdating={answer.isPlaceholderData} />
        </>
      ) : (
        <RowsPlaceholder
          state={state}
          accountId={accountId}
          view={view}
          form={form}
          head={head}
          rows={Math.min(props.expectedRows || DEFAULT_ROWS, question.pageSize, MOST_ROWS)}
          onRetry={retry}
          onClear={() => [actions.clear(), onLeave()]}
        />
      )}
    </>
  )
}

/** What a skeleton draws before anything is known, and at most: as many as fit the scroll area. */
const DEFAULT_ROWS = 8
const MOST_ROWS = 14

function rangeOf(compare: ObjectPanelProps['compare'], since: string, until: string) {
  if (!compare) return undefined
  return compare === true ? previousRange(since, until) : compare
}
