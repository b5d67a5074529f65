import type { ActionTotals, Totals } from './aggregate.ts'
import type { EventCells, PeopleEvents } from './people-events.ts'

/** The sum of several totals; people who are in more than one are counted once, as the audience model has it. */
export function mergeTotals(parts: readonly Totals[]): Totals {
  const [first] = parts
  const sums = new Float64Array(first?.sums.length ?? 0)
  const people: PeopleEvents = new Map()
  const actions = new Map<string, ActionTotals>()
  for (const part of parts) {
    add(sums, part.sums)
    for (const [adSetId, events] of part.people) addEvents(people, adSetId, events)
    for (const [key, { values, sums: own }] of part.actions ?? []) {
      const known = actions.get(key) ?? { values, sums: new Float64Array(own.length) }
      actions.set(key, known)
      add(known.sums, own)
    }
  }
  const values = first?.values ?? {}
  // Totals of one cell are about the same part of the public, those of several cells about several.
  const shares = new Map(parts.map((part) => [part.order, part.publicShare]))
  const publicShare = Math.min(
    1,
    [...shares.values()].reduce((sum, share) => sum + share, 0),
  )
  return { values, sums, people, publicShare, order: first?.order ?? 0, ...(actions.size > 0 ? { actions } : {}) }
}

function addEvents(people: PeopleEvents, adSetId: string, events: EventCells): void {
  const empty = () => new Float64Array(events.seen.length)
  const known = people.get(adSetId) ?? { seen: empty(), clicked: empty(), followed: empty() }
  people.set(adSetId, known)
  add(known.seen, events.seen)
  add(known.clicked, events.clicked)
  add(known.followed, events.followed)
}

function add(sums: Float64Array, more: Float64Array): void {
  for (let index = 0; index < sums.length; index++) sums[index] = (sums[index] ?? 0) + (more[index] ?? 0)
}
