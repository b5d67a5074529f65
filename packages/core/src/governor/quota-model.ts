import { fadeMs } from './limit-record.ts'
import { usableShare } from './correct.ts'
import type { GovernedCall, UseCase } from './governor.ts'
import type { DecisionRequest, LimitDemand, LimitShape } from './governor-storage.ts'

/** What was assumed and chosen where Meta leaves it open. */
export interface QuotaPolicy {
  interactiveReserve: number
  assumedCallsPerHour: number
  assumedAppCallsPerHour: number
}

/**
 * The literals of Meta's headers. `development_access` is what the dashboard calls Limited (before 2026: Standard) access,
 * `standard_access` is Full (before: Advanced): the names are shifted by one.
 */
export type AccessTier = 'development_access' | 'standard_access'

interface TierQuotas {
  /** Points an app may hold on one ad account; they leak away in five minutes. */
  score: number
  /** How long the account stays closed once its score is full. */
  blockMs: number
  /** Calls an hour. What active ads and audiences add is unknown here; Meta's percentages show it. */
  hourly: Readonly<Record<'ads_management' | 'ads_insights' | 'custom_audience', number>>
}

/**
 * Meta's published quotas.
 *
 * @see https://developers.facebook.com/docs/marketing-api/overview/rate-limiting
 * @see https://developers.facebook.com/docs/graph-api/overview/rate-limiting
 */
export const tierQuotas: Readonly<Record<AccessTier, TierQuotas>> = {
  development_access: {
    score: 60,
    blockMs: 300_000,
    hourly: { ads_management: 300, ads_insights: 600, custom_audience: 5000 },
  },
  standard_access: {
    score: 9000,
    blockMs: 60_000,
    hourly: { ads_management: 100_000, ads_insights: 190_000, custom_audience: 190_000 },
  },
}

/** Points of one call. */
const points = { read: 1, write: 3 } as const

const scoreWindowMs = 300_000
const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** Creates and edits of campaigns, ad sets and ads per app and ad account. */
const mutationsPerSecond = 100

/** Async runs that ask for reach by breakdown, per ad account. */
const reachRunsPerDay = 10

/** What background work may take at once, beyond the reserve; the smaller, the more even the flow. */
const backgroundBurst = 0.04

/** A tenant that takes all that comes back needs this part of the background burst to be free for its next call. */
const floodMark = 0.8

/** The limits a call falls under, with what it takes from each. */
export function decisionFor(policy: QuotaPolicy, tier: AccessTier | undefined, call: GovernedCall): DecisionRequest {
  const { appId, tenantId, adAccountId, useCase, kind, calls, lane } = call
  const floorShare = lane === 'background' ? policy.interactiveReserve : 0
  const demand = (shape: LimitShape, cost: number): LimitDemand => ({ ...shape, cost, floorShare, fairness: 0 })
  const limits = appLimits(useCase).map((name) => {
    const shape = appShape(policy, name)
    return { ...demand(shape, calls), fairness: fairness(shape) }
  })
  if (adAccountId !== undefined && useCase !== 'app') {
    limits.push(demand(hourlyShape(policy, tier, adAccountId, useCase), calls))
    // Insights have their own load limits and are not scored.
    if (useCase !== 'ads_insights') limits.push(demand(scoreShape(tier, adAccountId), calls * points[kind]))
    if (useCase === 'ads_management' && kind === 'write') limits.push(demand(mutationShape(adAccountId), calls))
  }
  return { appId, tenantId, calls, isQueued: lane === 'background', limits }
}

/** Insights have a load limit of the app beside its own hour. */
function appLimits(useCase: UseCase): readonly ('app' | 'app:ads_insights')[] {
  return useCase === 'ads_insights' ? ['app', 'app:ads_insights'] : ['app']
}

export function appShape(policy: QuotaPolicy, name: 'app' | 'app:ads_insights'): LimitShape {
  return { name, quota: policy.assumedAppCallsPerHour, windowMs: hourMs, ...windowShares(policy) }
}

export function hourlyShape(
  policy: QuotaPolicy,
  tier: AccessTier | undefined,
  adAccountId: string,
  useCase: Exclude<UseCase, 'app'>,
): LimitShape {
  const quota = tier ? tierQuotas[tier].hourly[useCase] : policy.assumedCallsPerHour
  return { name: `${adAccountId}:${useCase}`, quota, windowMs: hourMs, ...windowShares(policy) }
}

/** The score leaks evenly and is told to two decimals, so that it can be followed exactly. */
export function scoreShape(tier: AccessTier | undefined, adAccountId: string): LimitShape {
  const quota = tierQuotas[tier ?? 'development_access'].score
  return { name: `${adAccountId}:score`, quota, windowMs: scoreWindowMs, burstShare: usableShare, refillShare: 1 }
}

function mutationShape(adAccountId: string): LimitShape {
  // A whole batch of writes goes at once; the rest of the second stays below the cap.
  const burstShare = 0.6
  const refillShare = usableShare - burstShare
  return { name: `${adAccountId}:mutations`, quota: mutationsPerSecond, windowMs: 1000, burstShare, refillShare }
}

/** Only watched: which reports ask for reach by breakdown is known to their planner. */
export function reachShape(adAccountId: string): LimitShape {
  return { name: `${adAccountId}:reach`, quota: reachRunsPerDay, windowMs: dayMs, burstShare: 1, refillShare: 1 }
}

/** Tiers belong to apps. The first header that names one tells it to this process. */
export interface TierMemory {
  tierOf(call: { appId: string }): AccessTier | undefined
  learn(call: { appId: string }, tier: AccessTier): void
}

export function createTierMemory(): TierMemory {
  const tiers = new Map<string, AccessTier>()
  return {
    tierOf: ({ appId }) => tiers.get(appId),
    learn: ({ appId }, tier) => void tiers.set(appId, tier),
  }
}

/**
 * Burst and refill of a rolling window. Together they never exceed its quota, wherever the window is laid: at most the
 * burst at its start, and what comes back until its end.
 */
function windowShares({ interactiveReserve }: QuotaPolicy): Pick<LimitShape, 'burstShare' | 'refillShare'> {
  const burstShare = interactiveReserve + backgroundBurst
  return { burstShare, refillShare: usableShare - burstShare }
}

/** Free units asked for per unit lately taken, so that a tenant that takes everything meets the flood mark. */
function fairness({ windowMs, refillShare }: LimitShape): number {
  return (floodMark * backgroundBurst * windowMs) / (refillShare * fadeMs)
}
