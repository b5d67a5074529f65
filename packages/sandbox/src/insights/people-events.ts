import { at, measureCount } from '../world/facts.ts'
import type { Ad, AdAccount } from '../world/objects.ts'
import type { AdDay } from './ad-days.ts'
import type { CellFamily } from './cell-family.ts'
import { demographicFamily } from './demographic-family.ts'

/** Impressions, clicks and link clicks per ad set id and demographic cell: what the audience model counts people from. */
export type PeopleEvents = Map<string, EventCells>

export interface EventCells {
  seen: Float64Array
  clicked: Float64Array
  followed: Float64Array
}

interface PeopleTarget {
  sums: Float64Array
  people: PeopleEvents
}

const nothing: readonly number[] = [0, 0, 0]

/**
 * Collects whom one ad's numbers fell on; made before its days are added.
 *
 * @param targets - Where its cells are summed; filled up while days are added.
 *
 * Cells of other families than age and gender see the ad's people in proportion to their own counts.
 */
export function adPeople(
  ad: Ad,
  account: AdAccount,
  family: CellFamily | undefined,
  targets: readonly (PeopleTarget | undefined)[],
): { addDay(adDay: AdDay): void; finish(): void } {
  const cellCount = account.facts().cells.length
  const own = emptyEvents(cellCount)
  const before = new Map(targets.flatMap((target) => (target ? [[target, countsOf(target)]] : [])))
  return {
    addDay: (adDay) => addDay(own, adDay, cellCount),
    finish() {
      const whole = kinds.map((kind) => own[kind].reduce((sum, count) => sum + count, 0))
      if (family === demographicFamily) targets.forEach((target, cell) => target && addCell(target, ad, own, cell))
      else {
        for (const target of new Set(targets))
          if (target) addShare(target, ad, own, whole, before.get(target) ?? nothing)
      }
    },
  }
}

const kinds = ['seen', 'clicked', 'followed'] as const
const measureOf = { seen: at.impressions, clicked: at.clicks, followed: at.linkClicks }

function emptyEvents(cellCount: number): EventCells {
  const cells = () => new Float64Array(cellCount)
  return { seen: cells(), clicked: cells(), followed: cells() }
}

function countsOf({ sums }: PeopleTarget): number[] {
  return kinds.map((kind) => sums[measureOf[kind]] ?? 0)
}

/** A day of which a part is reported shows that part of every cell. */
function addDay(own: EventCells, { block, index, vector }: AdDay, cellCount: number): void {
  const facts = block.cells()
  for (const kind of kinds) {
    const measure = measureOf[kind]
    const total = block.totals[index * measureCount + measure] ?? 0
    if (total === 0) continue
    const share = (vector[measure] ?? 0) / total
    const events = own[kind]
    for (let cell = 0; cell < cellCount; cell++) {
      const fact = facts[(index * cellCount + cell) * measureCount + measure] ?? 0
      events[cell] = (events[cell] ?? 0) + fact * share
    }
  }
}

function addCell(target: PeopleTarget, ad: Ad, own: EventCells, cell: number): void {
  for (const kind of kinds) {
    const count = own[kind][cell] ?? 0
    if (count > 0) addEvents(target, ad, kind, own, (index) => (index === cell ? count : 0))
  }
}

function addShare(
  target: PeopleTarget,
  ad: Ad,
  own: EventCells,
  whole: readonly number[],
  before: readonly number[],
): void {
  const after = countsOf(target)
  kinds.forEach((kind, index) => {
    const count = (after[index] ?? 0) - (before[index] ?? 0)
    const total = whole[index] ?? 0
    if (count === 0 || total === 0) return
    const share = Math.abs(count - total) < 1e-6 ? 1 : count / total
    addEvents(target, ad, kind, own, (cell) => (own[kind][cell] ?? 0) * share)
  })
}

function addEvents(
  { people }: PeopleTarget,
  { adSet }: Ad,
  kind: (typeof kinds)[number],
  own: EventCells,
  countOf: (cell: number) => number,
): void {
  const known = people.get(adSet.id) ?? emptyEvents(own.seen.length)
  people.set(adSet.id, known)
  const events = known[kind]
  for (let cell = 0; cell < events.length; cell++) events[cell] = (events[cell] ?? 0) + countOf(cell)
}
