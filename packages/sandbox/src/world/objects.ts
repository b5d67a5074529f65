import type { Audience } from './audience.ts'
import type { AccountObjects } from './account-objects.ts'
import type { EpochDay } from './day.ts'
import type { FactSource } from './facts.ts'

/** Everything that lives in an ad account and has an id. */
export type ObjectType =
  | 'Campaign'
  | 'AdSet'
  | 'Ad'
  | 'AdCreative'
  | 'AdImage'
  | 'AdLabel'
  | 'CustomAudience'
  | 'SavedAudience'
  | 'AdsPixel'

/** What a person asked for; `status` and `configured_status` on the wire. */
export type ConfiguredStatus = 'ACTIVE' | 'PAUSED' | 'ARCHIVED' | 'DELETED'

/**
 * Stored fields in Meta's own names and wire forms: ids and budgets are strings, times `2026-11-23T09:00:00+0100`.
 * What Graph computes on reading (`effective_status`, `budget_remaining`, counts …) is not among them.
 */
export interface StoredValues {
  [field: string]: unknown
  name: string
  /** As Graph writes times, in the account's time zone. */
  created_time: string
  updated_time: string
}

interface StoredObject<Type extends ObjectType, Values extends StoredValues = StoredValues> {
  readonly type: Type
  readonly id: string
  values: Values
  /** Made or altered since the start; exported with the sandbox's state. */
  isChanged: boolean
}

/** A status that a call set, and when; the one an object began with is not among them. */
export interface StatusChange {
  /** Milliseconds of the sandbox clock. */
  atMs: number
  /** What it was until then. */
  from: ConfiguredStatus
  status: ConfiguredStatus
}

interface Delivering {
  statusChanges: StatusChange[]
}

export interface Campaign
  extends StoredObject<'Campaign', StoredValues & { status: ConfiguredStatus; objective: string }>, Delivering {}

export interface AdSet
  extends StoredObject<'AdSet', StoredValues & { status: ConfiguredStatus; optimization_goal: string }>, Delivering {
  readonly campaign: Campaign
  /** As planned; ad sets made by a call learn by the rules of `learning_stage_info`. */
  learning?: 'LEARNING' | 'SUCCESS' | 'FAIL'
}

export interface Ad extends StoredObject<'Ad', StoredValues & { status: ConfiguredStatus }>, Delivering {
  readonly adSet: AdSet
  creative: Creative
  /** Absent once it is long over. */
  review?: Review
  /** Trouble that the plan gives a few ads. */
  issue?: 'IN_PROCESS' | 'WITH_ISSUES'
}

/** A review that takes time on the sandbox clock. */
export interface Review {
  /** When it began; absent for the review of a new ad. */
  startsAtMs?: number
  endsAtMs: number
  outcome: 'APPROVED' | 'DISAPPROVED'
}

export interface Creative extends StoredObject<'AdCreative'> {
  /** The drawn picture: its subject, such as `tent`, and a seed for colours and composition. */
  picture: { subject: string; seed: number }
}

export type AdImage = StoredObject<'AdImage'>
export type AdLabel = StoredObject<'AdLabel'>
export type CustomAudience = StoredObject<'CustomAudience'>
export type SavedAudience = StoredObject<'SavedAudience'>
export type AdsPixel = StoredObject<'AdsPixel'>

export type AdObject = Campaign | AdSet | Ad | Creative | AdImage | AdLabel | CustomAudience | SavedAudience | AdsPixel

export type ObjectOf<Type extends ObjectType> = Extract<AdObject, { type: Type }>

/** Objects with a status of their own, parents first. */
export type DeliveringObject = Campaign | AdSet | Ad

/** One ad account with everything in it. Objects, facts and audience are built on first use. */
export interface AdAccount {
  /** `act_…` */
  readonly id: string
  /** Position in the sandbox; part of every id made here. */
  readonly index: number
  readonly name: string
  readonly currency: string
  /** Decimal places of the currency: 2 for USD, 0 for JPY. */
  readonly currencyDecimals: number
  readonly timezone: string
  readonly countryCode: string
  readonly business: { id: string; name: string }
  /** All ad accounts of that business, this one included. */
  readonly siblings: readonly AdAccount[]
  readonly createdDay: EpochDay
  /** Stored account fields that calls have set, in wire form; the rest is computed. */
  readonly values: Record<string, unknown>
  objects(): AccountObjects
  facts(): FactSource
  audience(): Audience
}
