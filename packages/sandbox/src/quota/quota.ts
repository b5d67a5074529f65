import type { GraphError } from '../graph/graph-error.ts'
import type { AccessTier, Caller } from '../identity/caller.ts'
import type { AdAccount } from '../world/objects.ts'
import type { AccountScore } from './account-score.ts'
import type { ChangeLimits, ChangeLimitsState } from './change-limits.ts'

/** Edges that share an hourly quota of an ad account. */
export type UseCase = 'ads_management' | 'ads_insights' | 'custom_audience'

/** One call as the limits see it; a batch item is a call of its own. */
export interface Charge {
  caller: Caller
  /** Whose quota it counts for; absent for calls about no account. */
  account?: AdAccount
  useCase: UseCase
  kind: 'read' | 'write'
  /** Creates or edits a campaign, ad set or ad: counts for the cap on mutations a second. */
  isMutation: boolean
  nowMs: number
}

/** What a call costs it now: usage headers of its reply, and the refusal when a limit is reached. */
export interface Admission {
  headers: Readonly<Record<string, string>>
  refusal?: GraphError
}

/**
 * How strict the limits are. `lenient` counts and tells usage as for the standard tier but refuses nothing;
 * the others enforce the tier they name.
 */
export type QuotaMode = 'lenient' | 'development' | 'standard'

/** The limits of one sandbox. Time comes with each call, in milliseconds of the sandbox clock. */
export interface Quota {
  /** Counts a call and says whether it may go on. */
  admit(charge: Charge): Admission
  /** Counts a call that failed by its caller's fault: a thousand on insights lower that quota by one call. */
  countUserError(charge: Charge): void
  /** Counts a run that asks for reach by breakdown; false once the account has had its ten of the last 24 hours. */
  takeReachRun(run: Pick<Charge, 'caller' | 'nowMs'> & { account: AdAccount }): boolean
  /** Limits on changes of one object; in force in every mode. */
  readonly changes: ChangeLimits
  readonly mode: QuotaMode
  readonly tier: AccessTier
  setMode(mode: QuotaMode): void
  /** Enforces a tier. */
  setTier(tier: AccessTier): void
  /** While set, insights calls are refused as if Meta were overloaded, in every mode. */
  setOverload(isOverloaded: boolean): void
  state(nowMs: number): QuotaState
  exportState(): QuotaExport
  importState(state: QuotaExport): void
}

/** What a person wants to see of the limits. */
export interface QuotaState {
  mode: QuotaMode
  tier: AccessTier
  isOverloaded: boolean
  /** Calls about no ad account in the last hour. */
  app: { calls: number; quota: number }
  /** Accounts that were called and have anything left on their counters. */
  accounts: readonly AccountUsage[]
}

export interface AccountUsage {
  appId: string
  /** `act_…` */
  adAccountId: string
  /** Points, and the maximum of the tier. */
  score: number
  maxScore: number
  /** ISO; absent while the account answers. */
  blockedUntil?: string
  /** Calls of the last hour by use case. */
  hourly: readonly { useCase: UseCase; calls: number; quota: number; minutesToRegain: number }[]
}

/** All counters as JSON. */
export interface QuotaExport {
  mode: QuotaMode
  isOverloaded: boolean
  app: WindowExport
  accounts: readonly AccountExport[]
  changes: ChangeLimitsState
}

export interface AccountExport {
  appId: string
  adAccountId: string
  score: AccountScore
  windows: Readonly<Record<string, WindowExport>>
}

export interface WindowExport {
  newest: number
  slots: readonly number[]
}
