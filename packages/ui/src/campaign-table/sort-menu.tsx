import type { MetricName } from '@adpane/contract'
import type { ReactElement } from 'react'
import { useMessages } from '../messages/use-messages.ts'
import { Button } from '../primitives/button.tsx'
import { Icon } from '../primitives/icon.tsx'
import { ChoiceMenu } from './choice-menu.tsx'
import type { TableLevel } from './drill-path.ts'
import { type SortKey, type TableSort, toggleSort } from './table-sort.ts'

export interface SortMenuProps {
  level: TableLevel
  metrics: readonly MetricName[]
  sort: TableSort
  onSort: (sort: TableSort) => void
}

/** Orders cards, which have no header to press. */
export function SortMenu({ level, metrics, sort, onSort }: SortMenuProps): ReactElement {
  const { table, metrics: names } = useMessages()
  const keys: SortKey[] = ['name', ...metrics]
  const wordsFor = (key: SortKey) => (key === 'name' ? table.level[level] : names[key])
  return (
    <ChoiceMenu
      align="end"
      trigger={
        <Button tone="ghost" aria-label={`${table.sortBy}: ${wordsFor(sort.key)}`}>
          <span>{wordsFor(sort.key)}</span>
          <Icon name={sort.descending ? 'dn' : 'up'} size={12} />
        </Button>
      }
      groups={[
        keys.map((key) => ({
          kind: 'radio',
          id: key,
          label: wordsFor(key),
          isOn: sort.key === key,
          onChoose: () => sort.key !== key && onSort(toggleSort(sort, key)),
        })),
        [
          {
            kind: 'action',
            id: 'turn',
            label: sort.descending ? table.sortAscending : table.sortDescending,
            icon: sort.descending ? 'up' : 'dn',
            onChoose: () => onSort({ ...sort, descending: !sort.descending }),
          },
        ],
      ]}
    />
  )
}
