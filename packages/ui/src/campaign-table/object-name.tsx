import { type ReactElement, useMemo } from 'react'
import { useMessages } from '../messages/use-messages.ts'
import type { TooltipTrigger } from '../primitives/use-tooltip.ts'
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
  const { nameFits, onDrill } = useTableScope()
  const name = row.name.trim() || table.noName
  const shown = useMemo(() => truncateMiddle(name, nameFits), [name, nameFits])
  if (shown !== name)
    return (
      <FullName name={name} press={onDrill ? 'close' : 'open'}>
        {(trigger) => (
          <NameButton row={row} trigger={trigger}>
            <CutName shown={shown} whole={name} />
          </NameButton>
        )}
      </FullName>
    )
  const text = <bdi>{name}</bdi>
  return onDrill ? (
    <NameButton row={row}>{text}</NameButton>
  ) : (
    <span className="ap-ct-mid" data-ap-name="">
      {text}
    </span>
  )
}

/** Leads to the children, or only shows the whole name where there are none. */
function NameButton(props: { row: ObjectRow; trigger?: TooltipTrigger; children: ReactElement }): ReactElement {
  const { row, trigger, children } = props
  const { onDrill, drillHint } = useTableScope()
  return (
    <button
      type="button"
      className={onDrill ? 'ap-ct-mid' : 'ap-ct-mid ap-ct-plain'}
      data-ap-name=""
      aria-describedby={onDrill && drillHint}
      {...trigger}
      onClick={(event) => {
        trigger?.onClick(event)
        onDrill?.(row)
      }}
    >
      {children}
    </button>
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
