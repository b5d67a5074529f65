import { type ReactElement, useMemo } from 'react'
import { useMessages } from '../messages/use-messages.ts'
import { FullName } from './full-name.tsx'
import type { ObjectRow } from './object-row.ts'
import { useTableScope } from './table-scope.ts'
import { truncateMiddle } from './truncate-middle.ts'

/**
 * A name, cut in its middle where it must be, and whole on hover, on focus and for screen readers.
 *
 * Names come from outside: they are text, isolated so that direction marks in them end with them.
 */
export function ObjectName({ row }: { row: ObjectRow }): ReactElement {
  const { table } = useMessages()
  const { nameFits, onDrill, drillHint } = useTableScope()
  const name = row.name.trim() || table.noName
  const shown = useMemo(() => truncateMiddle(name, nameFits), [name, nameFits])
  const text = <bdi>{shown}</bdi>
  return (
    <FullName name={name} isCut={shown !== name}>
      {onDrill ? (
        <button
          type="button"
          className="ap-ct-mid"
          data-ap-name=""
          aria-label={name}
          aria-describedby={drillHint}
          onClick={() => onDrill(row)}
        >
          {text}
        </button>
      ) : shown === name ? (
        <span className="ap-ct-mid" data-ap-name="">
          {text}
        </span>
      ) : (
        <button type="button" className="ap-ct-mid ap-ct-plain" data-ap-name="" aria-label={name}>
          {text}
        </button>
      )}
    </FullName>
  )
}
