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
      {labelled(placed(props.notes, points), geometry).map(({ note, index, hasRoom }) => (
        <li
          key={`${note.day} ${note.label}`}
          className="ap-pin"
          title={note.label}
          style={{ insetInlineStart: startOf(geometry, index) - 8 }}
        >
          <i>
            <Icon name={note.icon ?? 'note'} size={10} />
          </i>
          <span className={hasRoom ? undefined : 'ap-sr'}>{note.label}</span>
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

/** A label stays only where it ends before the next pin begins; the dot always does. */
function labelled(pins: ReturnType<typeof placed>, geometry: ChartGeometry) {
  const sorted = pins.toSorted((a, b) => a.index - b.index)
  return sorted.map((pin, at) => {
    const next = sorted[at + 1]
    const end = next ? startOf(geometry, next.index) - 8 : geometry.width
    return { ...pin, hasRoom: startOf(geometry, pin.index) + 16 + pin.note.label.length * LETTER_WIDTH < end }
  })
}

/** About what a letter takes at 11 px; a little generous. */
const LETTER_WIDTH = 6.2

/** Where a column begins, from the side that reading begins. */
function startOf({ left, right, width, column, direction }: ChartGeometry, index: number): number {
  return (direction === 'rtl' ? width - right : left) + index * column
}
