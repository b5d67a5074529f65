import type { EpochDay } from './day.ts'
import type { Ad } from './objects.ts'

/**
 * What is counted for each ad, day, age and gender. Everything the sandbox reports is a sum of these,
 * or a ratio of such sums. Spend and value are whole numbers of the account's smallest reported unit.
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

/** Facts of one ad over consecutive days, laid out day by day, cell by cell, measure by measure. */
export interface FactBlock {
  firstDay: EpochDay
  days: number
  values: Int32Array | Float64Array
}

/** Finest-grain facts of one ad account. */
export interface FactSource {
  cells: readonly Cell[]
  /** Which measures are known at all; an unknown one is left out of replies, never shown as zero. */
  known: ReadonlySet<Measure>
  /** Decimal places of one unit of spend and value: 2 means cents. */
  moneyDecimals: number
  /** Blocks that touch the given days, inclusive; they may reach beyond them. */
  blocks(ad: Ad, since: EpochDay, until: EpochDay): Iterable<FactBlock>
}
