import { type ReactElement, useRef } from 'react'
import { useMessages } from '../messages/use-messages.ts'
import { columnId, columnOf, type ObjectTable, type TableColumn, widthClass } from './columns.tsx'
import { HeaderCell } from './header-cell.tsx'
import { ObjectTableBody } from './object-table-body.tsx'
import { TotalsRow, type TotalsRowProps } from './totals-row.tsx'
import type { SortKey, TableSort } from './table-sort.ts'
import type { TableLevel } from './drill-path.ts'
import type { ColumnWords } from './use-column-words.ts'

export interface ObjectTableViewProps {
  table: ObjectTable
  level: TableLevel
  /** Says which rows, which days and which currency, for screen readers. */
  caption: string
  words: (column: TableColumn) => ColumnWords
  sort: TableSort
  onSort: (key: SortKey) => void
  totals: Omit<TotalsRowProps, 'columns' | 'rowIndex'>
  /** Rows on earlier pages. */
  rowsBefore: number
  /** True while these rows answer the question before. */
  isUpdating: boolean
}

/** The table itself: header, names and totals stay in sight while the rest scrolls. */
export function ObjectTableView(props: ObjectTableViewProps): ReactElement {
  const { table, level, totals, rowsBefore } = props
  const messages = useMessages()
  const scroll = useRef<HTMLDivElement>(null)
  const columns = table.getVisibleLeafColumns().map(columnOf)
  return (
    <div
      ref={scroll}
      className="ap-ct-scroll"
      role="region"
      aria-label={messages.table.scrollArea(messages.table.levels[level])}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so arrow keys must reach it
      tabIndex={0}
    >
      <table
        className={props.isUpdating ? 'ap-ct-table ap-ct-updating' : 'ap-ct-table'}
        aria-rowcount={totals.totals.of + 2}
        aria-busy={props.isUpdating}
      >
        <caption className="ap-sr">{props.caption}</caption>
        <TableHead columns={columns} words={props.words} sort={props.sort} onSort={props.onSort} />
        <ObjectTableBody table={table} scroll={scroll} rowsBefore={rowsBefore} />
        <tfoot>
          <TotalsRow {...totals} columns={columns} rowIndex={totals.totals.of + 2} />
        </tfoot>
      </table>
    </div>
  )
}

export interface TableHeadProps {
  columns: readonly TableColumn[]
  words: (column: TableColumn) => ColumnWords
  sort: TableSort
  onSort: (key: SortKey) => void
}

/** Column widths and names; the skeleton has the same. */
export function TableHead({ columns, words, sort, onSort }: TableHeadProps): ReactElement {
  return (
    <>
      <colgroup>
        {columns.map((column) => (
          <col key={columnId(column)} className={widthClass(column)} />
        ))}
      </colgroup>
      <thead>
        <tr aria-rowindex={1}>
          {columns.map((column) => (
            <HeaderCell key={columnId(column)} column={column} words={words(column)} sort={sort} onSort={onSort} />
          ))}
        </tr>
      </thead>
    </>
  )
}
