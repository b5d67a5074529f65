import type { Day } from '@adpane/contract'
import type { ReactElement } from 'react'
import { useMessages } from '../messages/use-messages.ts'
import { Icon, type IconName } from '../primitives/icon.tsx'
import type { ChartGeometry } from './chart-geometry.ts'
import type { ChartPoint } from './chart-points.ts'

/** Something that happened on a day and may explain what follows. */
export interface ChartNote {
  day: Day
  /** A few words, such as "Budgets +20% on 3 campaigns". */
  label: string
  /** @default 'note' */
  icon?: IconName
}

/** The pins in their own lane under the axis, at the start of their day. Under 900 px only the dot stays. */
export function ChartNotes(props: {
  notes: readonly ChartNote[]
  points: readonly ChartPoint[]
  geometry: ChartGeometry
}): ReactElement | null {
  const { chart } = useMessages()
  const { geometry, points } = props
  if (props.notes.length === 0) return null
  return (
    <ul className="ap-pins" aria-label={chart.notes} style={{ insetBlockStart: geometry.bottom + 29 }}>
      {placed(props.notes, points).map(({ note, index }) => (
        <li
          key={`${note.day} ${note.label}`}
          className="ap-pin"
          title={note.label}
          style={{ insetInlineStart: startOf(geometry, index) - 8 }}
        >
          <i>
            <Icon name={note.icon ?? 'note'} size={10} />
          </i>
          <span>{note.label}</span>
        </li>
      ))}
    </ul>
  )
}

/** Notes with the index of the period they fall in; those outside the range are left out. */
export function placed(notes: readonly ChartNote[], points: readonly ChartPoint[]) {
  return notes.flatMap((note) => {
    const index = points.findIndex((point) => point.since <= note.day && note.day <= point.until)
    return index < 0 ? [] : [{ note, index }]
  })
}

/** Where a column begins, from the side that reading begins. */
function startOf({ left, right, width, column, direction }: ChartGeometry, index: number): number {
  return (direction === 'rtl' ? width - right : left) + index * column
}
