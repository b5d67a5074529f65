import { FlexRender, type Row } from '@tanstack/react-table'
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { memo, type ReactElement, type RefObject } from 'react'
import { classNames } from '../primitives/class-names.ts'
import { columnOf, isNumeric, type ObjectTable, type ObjectTableFeatures } from './columns.tsx'
import type { ObjectRow } from './object-row.ts'

/** Below this many rows drawing them all is quicker than keeping track of which are in sight. */
const VIRTUAL_FROM = 100
const ROW_HEIGHT = 44

export interface ObjectTableBodyProps {
  table: ObjectTable
  scroll: RefObject<HTMLDivElement | null>
  rowsBefore: number
}

/** All rows of a short list; of a long one those in sight, a few around, and the one that holds the focus. */
export function ObjectTableBody({ table, scroll, rowsBefore }: ObjectTableBodyProps): ReactElement {
  const { rows } = table.getRowModel()
  const columns = table.getVisibleLeafColumns()
  const isVirtual = rows.length > VIRTUAL_FROM
  // oxlint-disable-next-line react/incompatible-library -- not compiled, and nothing of it goes into a memo
  const virtualizer = useVirtualizer({
    count: rows.length,
    enabled: isVirtual,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 10,
    rangeExtractor: (range) => withFocused(range, focusedRow(scroll.current)),
  })
  const drawn = isVirtual ? virtualizer.getVirtualItems().map(({ index }) => index) : rows.map((_, index) => index)
  return (
    <tbody>
      {drawn.flatMap((index, position) => {
        const row = rows[index]
        const skipped = index - (drawn[position - 1] ?? -1) - 1
        // One flat list, so that React knows a row again wherever it moves, and its focus survives.
        return row
          ? [
              skipped > 0 && <Gap key={`gap-${index}`} rows={skipped} columns={columns.length} />,
              <BodyRow key={row.id} row={row} index={index} rowIndex={rowsBefore + index + 2} columns={columns} />,
            ]
          : []
      })}
      {isVirtual && <Gap rows={rows.length - 1 - (drawn.at(-1) ?? -1)} columns={columns.length} />}
    </tbody>
  )
}

type Columns = ReturnType<ObjectTable['getVisibleLeafColumns']>

interface BodyRowProps {
  row: Row<ObjectTableFeatures, ObjectRow>
  index: number
  rowIndex: number
  /** Only to draw anew when columns are shown or hidden: TanStack keeps this array while they stay. */
  columns: Columns
}

const BodyRow = memo(function BodyRow({ row, index, rowIndex }: BodyRowProps): ReactElement {
  return (
    <tr aria-rowindex={rowIndex} data-index={index} className={isOff(row.original) ? 'ap-ct-off' : undefined}>
      {row.getVisibleCells().map((cell) => {
        const column = columnOf(cell.column)
        const content = <FlexRender cell={cell} />
        return column.kind === 'name' ? (
          <th key={cell.id} scope="row" className="ap-ct-stick">
            {content}
          </th>
        ) : (
          <td key={cell.id} className={classNames(isNumeric(column) && 'ap-ct-n') || undefined}>
            {content}
          </td>
        )
      })}
    </tr>
  )
})

/** The height of rows that are not drawn, so that the scroll bar tells the truth. */
function Gap({ rows, columns }: { rows: number; columns: number }): ReactElement {
  return (
    <tr className="ap-ct-gap" aria-hidden="true">
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- space, hidden from everyone */}
      <td colSpan={columns} style={{ blockSize: rows * ROW_HEIGHT }} />
    </tr>
  )
}

function withFocused(range: Range, focused: number | undefined): number[] {
  const indexes = defaultRangeExtractor(range)
  if (focused === undefined || focused >= range.count || indexes.includes(focused)) return indexes
  return [...indexes, focused].sort((a, b) => a - b)
}

function focusedRow(scroll: HTMLElement | null): number | undefined {
  const root = scroll?.getRootNode()
  const focused = root instanceof Document || root instanceof ShadowRoot ? root.activeElement : null
  const index = scroll?.contains(focused) ? focused?.closest<HTMLElement>('tr')?.dataset['index'] : undefined
  return index === undefined ? undefined : Number(index)
}

/** Rows of what no longer runs step back a little. */
function isOff({ delivery }: ObjectRow): boolean {
  return (
    delivery === 'paused' ||
    delivery === 'archived' ||
    delivery === 'deleted' ||
    delivery === 'completed' ||
    delivery === 'not_delivering'
  )
}
