import type { ReactElement } from 'react'
import { useMessages } from '../messages/use-messages.ts'
import { Button } from '../primitives/button.tsx'
import { Icon } from '../primitives/icon.tsx'
import { ChoiceMenu } from './choice-menu.tsx'
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
      groups={[
        choices.map(({ id, column }) => ({
          kind: 'check',
          id,
          label: words(column).full,
          isOn: isShown(id),
          onChange: (isOn) => onVisibility({ ...visibility, [id]: isOn }),
        })),
        [
          {
            kind: 'action',
            id: 'reset',
            label: table.resetColumns,
            isDisabled: choices.every(({ id }) => isShown(id)),
            onChoose: () => onVisibility({}),
          },
        ],
      ]}
    />
  )
}
