import type { EpochDay } from './day.ts'
import type { FactSource } from './facts.ts'
import type { Audience } from './audience.ts'

export type ConfiguredStatus = 'ACTIVE' | 'PAUSED' | 'ARCHIVED' | 'DELETED'

export type EffectiveStatus =
  | ConfiguredStatus
  | 'CAMPAIGN_PAUSED'
  | 'ADSET_PAUSED'
  | 'IN_PROCESS'
  | 'PENDING_REVIEW'
  | 'DISAPPROVED'
  | 'WITH_ISSUES'

/** What campaigns, ad sets and ads share. Times are in Graph's form, in the account's time zone. */
export interface AdObject {
  id: string
  name: string
  status: ConfiguredStatus
  effectiveStatus: EffectiveStatus
  createdTime: string
  updatedTime: string
}

/** Budgets are whole minor units of the account's currency. */
export interface Budgeted {
  dailyBudget?: number
  lifetimeBudget?: number
}

export interface Campaign extends AdObject, Budgeted {
  objective: string
  bidStrategy?: string
  startTime: string
  stopTime?: string
}

export interface AdSet extends AdObject, Budgeted {
  campaign: Campaign
  optimizationGoal: string
  bidStrategy?: string
  startTime: string
  endTime?: string
  learning?: 'LEARNING' | 'SUCCESS' | 'FAIL'
  targeting: Record<string, unknown>
  promotedObject?: Record<string, string>
}

export interface Ad extends AdObject {
  adSet: AdSet
  creative: Creative
}

export interface Creative {
  id: string
  name: string
  title: string
  body: string
  callToAction: string
  linkUrl: string
  objectType: 'SHARE' | 'VIDEO'
  /** The drawn picture: its subject, such as `tent`, and a seed for colours and composition. */
  picture: { subject: string; seed: number }
}

export interface AccountStructure {
  campaigns: readonly Campaign[]
  adSets: readonly AdSet[]
  ads: readonly Ad[]
  creatives: readonly Creative[]
}

/** One ad account with everything in it. Structure, facts and audience are built on first use. */
export interface AdAccount {
  /** `act_…` */
  id: string
  name: string
  currency: string
  /** Decimal places of the currency: 2 for USD, 0 for JPY. */
  currencyDecimals: number
  timezone: string
  countryCode: string
  business: { id: string; name: string }
  createdDay: EpochDay
  structure(): AccountStructure
  facts(): FactSource
  audience(): Audience
}
