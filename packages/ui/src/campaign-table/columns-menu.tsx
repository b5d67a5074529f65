import { Menu } from '@base-ui/react/menu'
import type { ReactElement } from 'react'
import { useMessages } from '../messages/use-messages.ts'
import { Button } from '../primitives/button.tsx'
import { Icon } from '../primitives/icon.tsx'
import { CheckItem, ChoiceMenu } from './choice-menu.tsx'
import { type ColumnVisibility, columnId, type TableColumn } from './columns.tsx'
import type { ColumnWords } from './use-column-words.ts'

export interface ColumnsMenuProps {
  columns: readonly TableColumn[]
  words: (column: TableColumn) => ColumnWords
  visibility: ColumnVisibility
  onVisibility: (visibility: ColumnVisibility) => void
}

/** Shows and hides columns. A row without its name would be nobody's, so that one stays. */
export function ColumnsMenu({ columns, words, visibility, onVisibility }: ColumnsMenuProps): ReactElement {
  const { table } = useMessages()
  const choices = columns.filter(({ kind }) => kind !== 'name').map((column) => ({ id: columnId(column), column }))
  const isShown = (id: string) => visibility[id] !== false
  return (
    <ChoiceMenu
      align="end"
      trigger={
        <Button tone="ghost" aria-label={table.columnsMenu}>
          <Icon name="cols" size={14} />
          <span className="ap-ct-label">{table.columnsMenu}</span>
          <Icon name="caret" size={12} />
        </Button>
      }
    >
      {choices.map(({ id, column }) => (
        <CheckItem key={id} isOn={isShown(id)} onChange={(isOn) => onVisibility({ ...visibility, [id]: isOn })}>
          {words(column).full}
        </CheckItem>
      ))}
      <Menu.Separator className="ap-ct-menu-rule" />
      <Menu.Item
        className="ap-ct-menu-item"
        disabled={choices.every(({ id }) => isShown(id))}
        onClick={() => onVisibility({})}
      >
        <span className="ap-ct-menu-mark" />
        {table.resetColumns}
      </Menu.Item>
    </ChoiceMenu>
  )
}
