import type { Measure } from '../world/facts.ts'
import type { Ad, AdAccount, AdSet, Campaign } from '../world/objects.ts'
import type { ActionDimension } from './action-dimensions.ts'
import type { Totals } from './aggregate.ts'
import type { AttributionWindow } from './attribution-windows.ts'
import type { Layout } from './measure-layout.ts'
import type { Period } from './periods.ts'

/** One row of an answer: an object, a period, and a cell when broken down. */
export interface InsightsRow {
  account: AdAccount
  campaign?: Campaign
  adSet?: AdSet
  ad?: Ad
  /** The ads whose numbers it sums. */
  ads: readonly Ad[]
  period: Period
  totals: Totals
  /** Measures that can be told here; others are left out. */
  known: ReadonlySet<Measure>
  asked: RowAsk
  people(): People
}

/** Distinct people, estimated. */
export interface People {
  readonly reached: number
  readonly clicked: number
  readonly followed: number
}

/** What rows of one question share. */
export interface RowAsk {
  layout: Layout
  windows: readonly AttributionWindow[]
  actionDimensions: readonly ActionDimension[]
  /** False when the action breakdowns leave the type out. */
  isTyped: boolean
  isActionWanted(type: string): boolean
}
