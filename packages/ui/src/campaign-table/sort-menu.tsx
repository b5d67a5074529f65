import { type MetricName, metricNames } from '@adpane/contract'
import { Menu } from '@base-ui/react/menu'
import type { ReactElement } from 'react'
import { useMessages } from '../messages/use-messages.ts'
import { Button } from '../primitives/button.tsx'
import { Icon } from '../primitives/icon.tsx'
import { ChoiceMenu, RadioItem } from './choice-menu.tsx'
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
    >
      <Menu.RadioGroup
        value={sort.key}
        onValueChange={(key: unknown) => isSortKey(key) && onSort(toggleSort(sort, key))}
      >
        {keys.map((key) => (
          <RadioItem key={key} value={key}>
            {wordsFor(key)}
          </RadioItem>
        ))}
      </Menu.RadioGroup>
      <Menu.Separator className="ap-ct-menu-rule" />
      <Menu.Item className="ap-ct-menu-item" onClick={() => onSort({ ...sort, descending: !sort.descending })}>
        <span className="ap-ct-menu-mark">
          <Icon name={sort.descending ? 'up' : 'dn'} size={14} />
        </span>
        {sort.descending ? table.sortAscending : table.sortDescending}
      </Menu.Item>
    </ChoiceMenu>
  )
}

function isSortKey(key: unknown): key is SortKey {
  return key === 'name' || (metricNames as readonly unknown[]).includes(key)
}
