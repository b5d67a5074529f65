import type { EpochDay } from './day.ts'
import type { Activity } from './delivered-share.ts'
import type { Ad } from './objects.ts'

/**
 * What is counted for each ad, day, age and gender. Everything the sandbox reports is a sum of these,
 * a part of them, or a ratio of such sums. Spend and value are whole numbers of the account's smallest reported unit.
 */
export const measures = [
  'impressions',
  'clicks',
  'linkClicks',
  'spend',
  'landingPageViews',
  'contentViews',
  'addsToCart',
  'checkouts',
  'purchases',
  'purchaseValue',
  'leads',
  'videoViews',
  'thruplays',
  'reactions',
  'comments',
  'saves',
] as const

export type Measure = (typeof measures)[number]

export const measureCount = measures.length

/** Where a measure sits inside a fact. */
export const at = Object.fromEntries(measures.map((name, index) => [name, index])) as Record<Measure, number>

/** A demographic cell: one age bracket and one gender. */
export interface Cell {
  age: string
  gender: string
}

export type FactValues = Int32Array | Float64Array

/** Facts of one ad over consecutive days. */
export interface FactBlock {
  firstDay: EpochDay
  days: number
  /** Sums over all cells, day by day, measure by measure. */
  totals: FactValues
  /** Day by day, cell by cell, measure by measure. */
  cells(): FactValues
}

/** Finest-grain facts of one ad account. */
export interface FactSource {
  cells: readonly Cell[]
  /** Which measures are known at all; an unknown one is left out of replies, never shown as zero. */
  known: ReadonlySet<Measure>
  /** Decimal places of one unit of spend and value: 2 means cents. */
  moneyDecimals: number
  /** True when a day's numbers change for four weeks; loaded results are final. */
  isSettling: boolean
  /** Blocks that touch the given days, inclusive; they may reach beyond them. */
  blocks(ad: Ad, since: EpochDay, until: EpochDay): Iterable<FactBlock>
  /** When an ad delivers that calls made or changed; undefined for one that simply follows its plan. */
  activity(ad: Ad): Activity | undefined
}

/** Sums of each day over all cells. */
export function dayTotals(cells: FactValues, days: number, cellCount: number): FactValues {
  const totals =
    cells instanceof Int32Array ? new Int32Array(days * measureCount) : new Float64Array(days * measureCount)
  for (let day = 0; day < days; day++) {
    for (let cell = 0; cell < cellCount; cell++) {
      const offset = (day * cellCount + cell) * measureCount
      for (let measure = 0; measure < measureCount; measure++) {
        totals[day * measureCount + measure] =
          (totals[day * measureCount + measure] ?? 0) + (cells[offset + measure] ?? 0)
      }
    }
  }
  return totals
}
