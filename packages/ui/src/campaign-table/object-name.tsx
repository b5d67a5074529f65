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
  const isCut = shown !== name
  const text = isCut ? <CutName shown={shown} whole={name} /> : <bdi>{name}</bdi>
  return (
    <FullName name={name} isCut={isCut}>
      {onDrill ? (
        <button
          type="button"
          className="ap-ct-mid"
          data-ap-name=""
          aria-describedby={drillHint}
          onClick={() => onDrill(row)}
        >
          {text}
        </button>
      ) : isCut ? (
        <button type="button" className="ap-ct-mid ap-ct-plain" data-ap-name="">
          {text}
        </button>
      ) : (
        <span className="ap-ct-mid" data-ap-name="">
          {text}
        </span>
      )}
    </FullName>
  )
}

/** What fits, for eyes; the whole, for ears. */
function CutName({ shown, whole }: { shown: string; whole: string }): ReactElement {
  return (
    <>
      <bdi aria-hidden="true">{shown}</bdi>
      <bdi className="ap-sr">{whole}</bdi>
    </>
  )
}
