import type { ReactElement } from 'react'
import { classNames } from '../primitives/class-names.ts'
import { Icon } from '../primitives/icon.tsx'
import { isNumeric, type TableColumn } from './columns.tsx'
import { ariaSort, type SortKey, type TableSort } from './table-sort.ts'
import type { ColumnWords } from './use-column-words.ts'

export interface HeaderCellProps {
  column: TableColumn
  words: ColumnWords
  sort: TableSort
  onSort: (key: SortKey) => void
}

/** A column's name, its unit, and where the server can order by it, a button that does. */
export function HeaderCell({ column, words, sort, onSort }: HeaderCellProps): ReactElement {
  const key = sortKeyOf(column)
  const sorted = key && ariaSort(sort, key)
  return (
    <th
      scope="col"
      aria-sort={sorted}
      // Translations can be longer than a column.
      title={words.full}
      className={classNames(column.kind === 'name' && 'ap-ct-stick', isNumeric(column) && 'ap-ct-n')}
    >
      {key ? (
        <button type="button" className="ap-ct-sort" onClick={() => onSort(key)}>
          <HeaderText words={words} />
          {sorted && <Icon name={sorted === 'descending' ? 'dn' : 'up'} size={12} />}
        </button>
      ) : (
        <HeaderText words={words} />
      )}
    </th>
  )
}

/** What the server orders by. */
function sortKeyOf(column: TableColumn): SortKey | undefined {
  if (column.kind === 'metric') return column.metric
  return column.kind === 'name' ? 'name' : undefined
}

function HeaderText({ words: { short, full, unit } }: { words: ColumnWords }): ReactElement {
  return (
    <>
      {short === full ? (
        <span className="ap-ct-sort-text">{short}</span>
      ) : (
        <>
          <span className="ap-ct-sort-text" aria-hidden="true">
            {short}
          </span>
          <span className="ap-sr">{full}</span>
        </>
      )}
      {unit && (
        <>
          {' '}
          <span className="ap-ct-unit ap-num">{unit}</span>
        </>
      )}
    </>
  )
}
