import type { Cell } from '../world/facts.ts'
import type { Ad, AdAccount, AdSet, Campaign } from '../world/objects.ts'
import type { Totals } from './aggregate.ts'
import type { Period } from './periods.ts'

/** One row of an answer: an object, a period, and a demographic group when broken down. */
export interface InsightsRow {
  account: AdAccount
  campaign?: Campaign
  adSet?: AdSet
  ad?: Ad
  period: Period
  breakdown: Partial<Cell>
  totals: Totals
  people: () => { reached: number; clicked: number; followed: number }
}
