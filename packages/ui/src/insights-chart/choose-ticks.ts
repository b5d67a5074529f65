import type { Day } from '@adpane/contract'
import type { Increment } from '../ranges/periods.ts'

export interface TickQuestion {
  /** First day of each point, in order. */
  days: readonly Day[]
  increment: Increment
  /** How many labels there is room for, the named one included. */
  room: number
  /** Index of the point that has a label of its own ("Today to 14:05"). */
  named: number | undefined
  /** How many points the named label needs to itself, on each side. */
  namedSpan: number
}

/** Indices of points whose dates are written: Mondays, first days of a month, or every one when there is room. */
export function chooseTicks({ days, increment, room, named, namedSpan }: TickQuestion): readonly number[] {
  const free = candidates(days, increment).filter((index) => named === undefined || Math.abs(index - named) > namedSpan)
  const places = Math.max(1, named === undefined ? room : room - 1)
  const step = Math.ceil(free.length / places)
  const kept = free.filter((_, position) => position % Math.max(1, step) === 0)
  return named === undefined ? kept : [...kept, named].sort((a, b) => a - b)
}

function candidates(days: readonly Day[], increment: Increment): readonly number[] {
  const all = days.map((_, index) => index)
  if (increment !== '1' || days.length <= 10) return all
  const onDate = days.length <= 92 ? isMonday : isFirstOfMonth
  const picked = all.filter((index) => onDate(days[index] ?? ''))
  return picked.length > 0 ? picked : all
}

function isMonday(day: Day): boolean {
  return new Date(`${day}T00:00:00Z`).getUTCDay() === 1
}

function isFirstOfMonth(day: Day): boolean {
  return day.endsWith('-01')
}
