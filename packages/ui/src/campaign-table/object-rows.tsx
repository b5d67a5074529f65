import { countDays } from '@adpane/contract'
import { useTable } from '@tanstack/react-table'
import { type ReactElement, useId, useMemo, useState } from 'react'
import { formatRange } from '../format/format-day.ts'
import { joinParts, numberParts } from '../format/number-parts.ts'
import { useMessages } from '../messages/use-messages.ts'
import { classNames } from '../primitives/class-names.ts'
import { useAdpane } from '../provider/adpane-context.ts'
import type { ObjectsAnswer } from '../queries/use-objects.ts'
import { unfinishedDay } from '../ranges/unfinished-day.ts'
import { columnDefs, type ObjectTable, objectTableFeatures, type TableColumn } from './columns.tsx'
import { ObjectCards } from './object-cards.tsx'
import type { ObjectPanelProps } from './object-panel.tsx'
import { ObjectTableView, type TableHeadProps } from './object-table-view.tsx'
import type { ObjectRow } from './object-row.ts'
import { type TableScope, TableScopeContext } from './table-scope.ts'
import { countFilters } from './table-view.ts'
import { type LoadedPart, totalsNote, totalsTitle } from './totals-text.ts'
import type { CompareRow } from './use-compared-numbers.ts'
import { useNameFit } from './use-name-fit.ts'
import type { kinds } from './use-table-query.ts'

export interface ObjectRowsProps extends ObjectPanelProps {
  answer: ObjectsAnswer<(typeof kinds)[keyof typeof kinds]>
  /** All columns, hidden ones too. */
  columns: readonly TableColumn[]
  head: TableHeadProps
  /** Absent when nothing is compared. */
  compareRow: CompareRow | undefined
  /** Present while a report still runs. */
  loading: LoadedPart | undefined
  /** True while these rows answer the question before. */
  isUpdating: boolean
  isDim: boolean
}

/** The rows of an answer, as a table or as cards, with what their cells share. */
export function ObjectRows(props: ObjectRowsProps): ReactElement {
  const { answer, form, question, head } = props
  const { locale } = useAdpane()
  const { table: words } = useMessages()
  const [container, setContainer] = useState<HTMLElement | null>(null)
  const scope = useScope(props, container)
  const { level } = question.view.path
  const totals = useTotalsText(props)
  const range = formatRange(answer.asked.since, answer.asked.until, locale)
  const caption = words.caption(words.levels[level], range, answer.currency)
  const table = useObjectTable(props)
  return (
    <TableScopeContext value={scope}>
      <div
        // Each form gives names other room; a new element is measured anew.
        key={form}
        ref={setContainer}
        className={classNames('ap-ct-body', props.isDim && 'ap-ct-dim')}
      >
        {form === 'table' ? (
          <ObjectTableView
            table={table}
            level={level}
            caption={caption}
            words={head.words}
            sort={head.sort}
            onSort={head.onSort}
            totals={totals}
            rowsBefore={question.view.cursors.length * question.pageSize}
            isUpdating={props.isUpdating}
          />
        ) : (
          <ObjectCards
            {...totals}
            label={caption}
            rows={answer.rows}
            metrics={question.metrics}
            isUpdating={props.isUpdating}
          />
        )}
        {level !== 'ad' && (
          <span id={scope.drillHint} hidden>
            {words.drill[level]}
          </span>
        )}
      </div>
    </TableScopeContext>
  )
}

function useObjectTable({ answer, columns, visibility }: ObjectRowsProps): ObjectTable {
  const defs = useMemo(() => columnDefs(columns), [columns])
  const data: readonly ObjectRow[] = answer.rows
  return useTable({
    features: objectTableFeatures,
    columns: defs,
    data,
    getRowId: ({ id }) => id,
    state: { columnVisibility: visibility },
  })
}

function useScope(props: ObjectRowsProps, container: HTMLElement | null): TableScope {
  const { answer, question, compareRow, actions, onLeave } = props
  const { now, locale } = useAdpane()
  const { level } = question.view.path
  const nameFits = useNameFit(container)
  const drillHint = useId()
  const { currency, timezone } = answer
  const { syncedAt } = answer.freshness
  const unfinished = unfinishedDay(answer.freshness, timezone, locale)?.day
  const { until } = answer.asked
  const openDays = unfinished === undefined || unfinished > until ? 0 : countDays(unfinished, until)
  return useMemo(() => {
    const drill = (row: ObjectRow) => {
      actions.drill(row)
      onLeave()
    }
    const asOf = syncedAt === null ? now().getTime() : Date.parse(syncedAt)
    return {
      level,
      drillHint,
      currency,
      timezone,
      asOf,
      openDays,
      compare: compareRow,
      nameFits,
      onDrill: level === 'ad' ? undefined : drill,
    }
  }, [level, currency, timezone, openDays, syncedAt, now, compareRow, nameFits, drillHint, actions, onLeave])
}

function useTotalsText({ answer, question, loading }: ObjectRowsProps) {
  const { locale } = useAdpane()
  const { table } = useMessages()
  const { view } = question
  const base = {
    level: view.path.level,
    of: answer.totals.of,
    delivery: view.delivery,
    filters: countFilters(view),
    loading,
  }
  const write = {
    count: (value: number) => numberParts(value, locale, {}).digits,
    share: (value: number) => joinParts(numberParts(value, locale, { style: 'percent', maximumFractionDigits: 0 })),
  }
  return { totals: answer.totals, title: totalsTitle(base, table, write), note: totalsNote(base, table) }
}
