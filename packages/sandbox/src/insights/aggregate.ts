import type { LocalMoment } from '../world/clock.ts'
import { at } from '../world/facts.ts'
import { mixedInt } from '../world/mix.ts'
import type { Ad, AdAccount } from '../world/objects.ts'
import { seedOf } from '../world/random.ts'
import { actionCellsOf, type ActionDimension } from './action-dimensions.ts'
import { eachAdDay, type AdDay } from './ad-days.ts'
import { cellText, type AdCells, type CellFamily, type CellValue, type CellValues } from './cell-family.ts'
import { deriveParts } from './derive-parts.ts'
import { fillCells } from './fill-cells.ts'
import type { Layout } from './measure-layout.ts'
import type { Period } from './periods.ts'
import { adPeople, type PeopleEvents } from './people-events.ts'
import { splitSpace, splitVector, type SplitSpace } from './split-vector.ts'

/** What to sum, and what to keep apart while summing. */
export interface Tally {
  layout: Layout
  /** Columns to tell apart; none gives one group. */
  columns: readonly string[]
  family: CellFamily | undefined
  actionDimensions: readonly ActionDimension[]
  /** Whether anybody wants to know how many people there were. */
  needsPeople: boolean
  /** Worked out once for all periods of a question. */
  labels: Map<readonly CellValues[], CellLabels>
  cells: Map<Ad, AdCells | undefined>
}

/** What to sum, with nothing worked out yet. */
export function tallyOf(asked: Omit<Tally, 'labels' | 'cells'>): Tally {
  return { ...asked, labels: new Map(), cells: new Map() }
}

/** Exact sums over some ads, days and cells, and what is needed to count the people behind them. */
export interface Totals {
  /** The group's columns. */
  values: CellValues
  /** As the layout orders them; facts first. */
  sums: Float64Array
  people: PeopleEvents
  /** Which part of the public it is about, 0–1. */
  publicShare: number
  /** The same sums by the values of action breakdowns, when asked. */
  actions?: Map<string, ActionTotals>
  /** Position among the groups. */
  order: number
}

export interface ActionTotals {
  values: CellValues
  sums: Float64Array
}

/** Sums the facts of ads over a period, one result per distinct set of column values that has any. */
export function aggregate(
  account: AdAccount,
  ads: readonly Ad[],
  period: Period,
  moment: LocalMoment,
  tally: Tally,
): Totals[] {
  const groups = new Map<string, Totals>()
  const vector = new Float64Array(tally.layout.size)
  for (const ad of ads) addAd({ account, ad, period, moment, tally, groups, vector, seed: seedOf(ad.id) })
  return [...groups.values()].filter(({ sums }) => !isEmpty(sums)).sort((a, b) => a.order - b.order)
}

function isEmpty(numbers: Float64Array): boolean {
  for (let index = 0; index < numbers.length; index++) if (numbers[index] !== 0) return false
  return true
}

interface AdRun {
  account: AdAccount
  ad: Ad
  seed: number
  period: Period
  moment: LocalMoment
  tally: Tally
  groups: Map<string, Totals>
  /** The numbers of the day at hand. */
  vector: Float64Array
}

function addAd(run: AdRun): void {
  const { account, ad, seed, period, moment, tally, vector } = run
  const cells = tally.family && cellsOf(run)
  if (tally.family && !cells) return
  const targets = targetsOf(run, cells)
  const people = tally.needsPeople ? adPeople(ad, account, tally.family, targets.made) : undefined
  const add = cells ? addSplit(run, cells, targets) : addWhole(run, targets)
  eachAdDay(account, ad, seed, period, moment, vector, (adDay) => {
    deriveParts(vector, tally.layout, seed, adDay.day)
    add(adDay)
    people?.addDay(adDay)
  })
  people?.finish()
}

function cellsOf({ tally, ad, account, seed }: AdRun): AdCells | undefined {
  if (!tally.cells.has(ad)) tally.cells.set(ad, tally.family?.cellsOf(ad, account, seed))
  return tally.cells.get(ad)
}

/** Where an ad's cells are summed; groups are made when something falls into them. */
interface Targets {
  at(cell: number): Totals
  /** The groups that have been made, by cell. */
  made: readonly (Totals | undefined)[]
}

const noColumns: CellLabels = { keys: [''], values: [{}], publicShares: new Map([['', 1]]) }

function targetsOf({ groups, tally }: AdRun, cells: AdCells | undefined): Targets {
  const labels = cells ? labelsOf(tally, cells) : noColumns
  const made: (Totals | undefined)[] = labels.keys.map((key) => groups.get(key))
  return {
    made,
    at(cell) {
      const known = made[cell]
      if (known) return known
      const key = labels.keys[cell] ?? ''
      const share = labels.publicShares.get(key) ?? 1
      const group = groups.get(key) ?? emptyTotals(labels.values[cell] ?? {}, tally, cell, share)
      groups.set(key, group)
      // Other cells may belong to the same group.
      labels.keys.forEach((other, index) => other === key && (made[index] = group))
      return group
    },
  }
}

function emptyTotals(values: CellValues, { layout }: Tally, order: number, publicShare: number): Totals {
  return { values, sums: new Float64Array(layout.size), people: new Map(), publicShare, order }
}

/** What cells are called under the asked columns: one key and one set of values each. */
interface CellLabels {
  keys: readonly string[]
  values: readonly CellValues[]
  /** By key. */
  publicShares: ReadonlyMap<string, number>
}

function labelsOf(tally: Tally, { values: cells, publicShares: shares }: AdCells): CellLabels {
  const known = tally.labels.get(cells)
  if (known) return known
  const values = cells.map((cell) => pick(cell, tally.columns))
  const keys = values.map((cell) => tally.columns.map((name) => cellText(cell[name])).join('|'))
  const publicShares = new Map<string, number>()
  keys.forEach((key, cell) => publicShares.set(key, Math.min(1, (publicShares.get(key) ?? 0) + (shares?.[cell] ?? 1))))
  // The same people come by several placements; those of one are more than its share of impressions.
  const width = tally.family?.isShared === true ? 0.8 : 1
  for (const [key, share] of publicShares) publicShares.set(key, Math.max(1e-4, share) ** width)
  const made = { values, keys, publicShares }
  tally.labels.set(cells, made)
  return made
}

function pick(cell: CellValues, columns: readonly string[]): CellValues {
  const picked: Record<string, CellValue> = {}
  for (const name of columns) {
    const value = cell[name]
    if (value !== undefined) picked[name] = value
  }
  return picked
}

function addWhole(run: AdRun, targets: Targets): (adDay: AdDay) => void {
  const { vector } = run
  const addActions = actionAdder(run)
  return (adDay) => {
    const group = targets.at(0)
    addTo(group.sums, vector)
    addActions?.(group, vector, mixedInt(run.seed, adDay.day, 21))
  }
}

function addSplit(run: AdRun, cells: AdCells, targets: Targets): (adDay: AdDay) => void {
  const { tally, vector } = run
  const { size } = tally.layout
  const space = splitSpace(cells.values.length, tally.layout)
  const addActions = actionAdder(run)
  const views = cells.values.map((_, cell) => space.cells.subarray(cell * size, cell * size + size))
  return (adDay) => {
    const seed = mixedInt(run.seed, adDay.day, 22)
    fillCells(adDay, vector, tally.layout, cells, seed, space)
    for (let cell = 0; cell < views.length; cell++) {
      const view = views[cell]
      if (!view || (view[at.impressions] === 0 && cell !== cells.offMetaCell && isEmpty(view))) continue
      const group = targets.at(cell)
      addTo(group.sums, view)
      if (addActions && (view[at.impressions] !== 0 || cell === cells.offMetaCell)) {
        addActions(group, view, mixedInt(seed, cell, 23))
      }
    }
  }
}

function actionAdder({
  tally,
  ad,
  account,
  seed: adSeed,
}: AdRun): ((group: Totals, vector: Float64Array, seed: number) => void) | undefined {
  const { actionDimensions, layout } = tally
  if (actionDimensions.length === 0) return undefined
  const cells = actionCellsOf(actionDimensions, ad, account, adSeed)
  const space: SplitSpace = splitSpace(cells.values.length, layout)
  const keys = cells.values.map((values) => JSON.stringify(values))
  return (group, vector, seed) => {
    splitVector(vector, layout, cells, seed, space)
    const actions = (group.actions ??= new Map<string, ActionTotals>())
    keys.forEach((key, cell) => {
      const known = actions.get(key) ?? { values: cells.values[cell] ?? {}, sums: new Float64Array(layout.size) }
      actions.set(key, known)
      addTo(known.sums, space.cells.subarray(cell * layout.size, (cell + 1) * layout.size))
    })
  }
}

function addTo(sums: Float64Array, values: Float64Array): void {
  for (let index = 0; index < sums.length; index++) sums[index] = (sums[index] ?? 0) + (values[index] ?? 0)
}
