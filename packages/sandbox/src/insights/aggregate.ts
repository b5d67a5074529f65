import type { LocalMoment } from '../world/clock.ts'
import { at } from '../world/facts.ts'
import { mixedInt } from '../world/mix.ts'
import type { Ad, AdAccount } from '../world/objects.ts'
import { seedOf } from '../world/random.ts'
import { actionCellsOf, type ActionDimension } from './action-dimensions.ts'
import { eachAdDay, type AdDay } from './ad-days.ts'
import type { AdCells, CellFamily, CellValues } from './cell-family.ts'
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
}

/** Exact sums over some ads, days and cells, and what is needed to count the people behind them. */
export interface Totals {
  /** The group's columns. */
  values: CellValues
  /** As the layout orders them; facts first. */
  sums: Float64Array
  people: PeopleEvents
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
  return [...groups.values()].filter(hasAny).sort((a, b) => a.order - b.order)
}

function hasAny({ sums }: Totals): boolean {
  for (const sum of sums) if (sum !== 0) return true
  return false
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
  const cells = tally.family?.cellsOf(ad, account, seed)
  if (tally.family && !cells) return
  const targets = targetsOf(run, cells)
  const people = tally.needsPeople ? adPeople(ad, account, tally.family, targets) : undefined
  const add = cells ? addSplit(run, cells, targets) : addWhole(run, targets)
  eachAdDay(account, ad, seed, period, moment, vector, (adDay) => {
    deriveParts(vector, tally.layout, seed, adDay.day)
    add(adDay)
    people?.addDay(adDay)
  })
  people?.finish()
}

function targetsOf({ groups, tally }: AdRun, cells: AdCells | undefined): Totals[] {
  if (!cells) return [groupFor(groups, tally, {}, 0)]
  return cells.values.map((values, index) => groupFor(groups, tally, values, index))
}

function groupFor(groups: Map<string, Totals>, { columns, layout }: Tally, cell: CellValues, order: number): Totals {
  const values = pick(cell, columns)
  const key =
    columns.length === 1 ? keyOf(values[columns[0] ?? '']) : columns.map((name) => keyOf(values[name])).join('|')
  const known = groups.get(key)
  if (known) return known
  const made: Totals = { values, sums: new Float64Array(layout.size), people: new Map(), order }
  groups.set(key, made)
  return made
}

function keyOf(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function pick(cell: CellValues, columns: readonly string[]): CellValues {
  const picked: Record<string, unknown> = {}
  for (const name of columns) if (cell[name] !== undefined) picked[name] = cell[name]
  return picked
}

function addWhole(run: AdRun, [group]: readonly Totals[]): (adDay: AdDay) => void {
  const { vector } = run
  const addActions = actionAdder(run)
  return (adDay) => {
    if (!group) return
    addTo(group.sums, vector)
    addActions?.(group, vector, mixedInt(run.seed, adDay.day, 21))
  }
}

function addSplit(run: AdRun, cells: AdCells, targets: readonly Totals[]): (adDay: AdDay) => void {
  const { tally, vector } = run
  const { size } = tally.layout
  const space = splitSpace(cells.values.length, tally.layout)
  const addActions = actionAdder(run)
  const views = targets.map((_, cell) => space.cells.subarray(cell * size, cell * size + size))
  return (adDay) => {
    const seed = mixedInt(run.seed, adDay.day, 22)
    fillCells(adDay, vector, tally.layout, cells, seed, space)
    for (let cell = 0; cell < views.length; cell++) {
      const view = views[cell]
      const group = targets[cell]
      if (!view || !group) continue
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
