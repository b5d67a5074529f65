import type { AccessTier } from '../identity/caller.ts'
import type { UseCase } from './quota.ts'

/** What Meta grants an app at one level of its Marketing API access. */
export interface TierLimits {
  /** Points an app may hold on one ad account; they leak away within five minutes. */
  maxScore: number
  /** How long an account stays closed once its score is full. */
  blockMs: number
  hourly: Readonly<Record<UseCase, HourlyFormula>>
}

/** Calls an hour: a base and something for each active ad or audience. */
export interface HourlyFormula {
  base: number
  perActive: number
  of: 'ads' | 'audiences'
  /** Taken off for each user error of the hour. */
  perUserError: number
  cap: number
}

/**
 * Scores as the Marketing API page has them, hourly quotas as the Graph API page has them.
 *
 * @see https://developers.facebook.com/docs/marketing-api/overview/rate-limiting
 * @see https://developers.facebook.com/docs/graph-api/overview/rate-limiting
 */
export const tierLimits: Readonly<Record<AccessTier, TierLimits>> = {
  development_access: {
    maxScore: 60,
    blockMs: 300_000,
    hourly: { ads_management: ads(300, 40), ads_insights: insights(600), custom_audience: audiences(5000) },
  },
  standard_access: {
    maxScore: 9000,
    blockMs: 60_000,
    hourly: { ads_management: ads(100_000, 40), ads_insights: insights(190_000), custom_audience: audiences(190_000) },
  },
}

/** A full score is gone after this long without calls. */
export const scoreDecayMs = 300_000

/** Points of a call that is let through. */
export const callCost = { read: 1, write: 3 } as const

/** Edits of campaigns, ad sets and ads in any one second, per app and ad account. */
export const mutationsPerSecond = 100

/** Calls about no ad account, an hour, for each daily user of the app. */
export const appCallsPerUser = 200

/** Asynchronous runs that ask for reach by breakdown, per ad account and day. */
export const reachRunsPerDay = 10

function ads(base: number, perActive: number): HourlyFormula {
  return { base, perActive, of: 'ads', perUserError: 0, cap: Infinity }
}

function insights(base: number): HourlyFormula {
  return { base, perActive: 400, of: 'ads', perUserError: 0.001, cap: Infinity }
}

function audiences(base: number): HourlyFormula {
  return { base, perActive: 40, of: 'audiences', perUserError: 0, cap: 700_000 }
}
