import type { BusinessUseCaseUsage, AppUsage } from '../graph/graph-attempt.ts'
import type { CallOutcome } from './call-outcome.ts'
import type { GovernedCall, UseCase } from './governor.ts'
import type { Grant, LimitCorrection, LimitDemand } from './governor-storage.ts'
import { refusedLimit } from './refused-limit.ts'
import {
  appShape,
  decisionFor,
  hourlyShape,
  reachShape,
  scoreShape,
  tierQuotas,
  type AccessTier,
  type QuotaPolicy,
  type TierMemory,
} from './quota-model.ts'

/** Failures in a row that open a circuit: an account may be broken by itself, a whole app rarely is. */
const failuresToOpen = { app: 30, account: 10 }

/** Meta's longest windows are of a day. Whatever a header says, a limit is tried again then. */
const longestBlockMs = 86_400_000

/** What the end of a call teaches about each limit: figures, refusals, failures. */
export function correctionsFor(
  policy: QuotaPolicy,
  tiers: TierMemory,
  call: GovernedCall,
  outcome: CallOutcome,
  grant?: Grant,
): LimitCorrection[] {
  const named = tierIn(outcome)
  if (named) tiers.learn(call, named)
  const tier = tiers.tierOf(call)
  const corrections = new Map<string, LimitCorrection>()
  for (const limit of decisionFor(policy, tier, call).limits) {
    corrections.set(limit.name, {
      ...shapeOf(limit),
      ...baseOf(tier, limit.name),
      ...verdict(tier, call, outcome, limit.name),
    })
  }
  for (const figure of figures(policy, tier, call, outcome)) {
    const known = corrections.get(figure.name)
    corrections.set(figure.name, { ...figure, ...baseOf(tier, figure.name), ...known, ...worse(figure, known) })
  }
  return [...corrections.values()].map((each) => withCount(each, grant))
}

/** Two figures about one limit: the fuller counts, and the longer wait. */
function worse(one: LimitCorrection, other: Partial<LimitCorrection> = {}): Partial<LimitCorrection> {
  const blockMs = Math.max(one.blockMs ?? 0, other.blockMs ?? 0)
  const percent = Math.max(one.percent ?? 0, other.percent ?? 0)
  return { percent, isAssumed: false, ...(blockMs > 0 && { blockMs }) }
}

/** Gives back what a call took that never left. */
export function unsentCorrections(limits: readonly LimitDemand[]): LimitCorrection[] {
  return limits.map((limit) => ({ ...shapeOf(limit), spent: -limit.cost }))
}

function withCount(correction: LimitCorrection, grant: Grant | undefined): LimitCorrection {
  const isLevel = correction.name.endsWith(':score')
  const countAtCall = grant?.counts[correction.name]
  const { blockMs } = correction
  return {
    ...correction,
    ...(blockMs !== undefined && { blockMs: Math.min(blockMs, longestBlockMs) }),
    ...(isLevel && { isLevel }),
    ...(countAtCall !== undefined && { countAtCall }),
  }
}

function shapeOf({ name, quota, windowMs, burstShare, refillShare }: LimitDemand) {
  return { name, quota, windowMs, burstShare, refillShare }
}

/** The quota by the book, once Meta named the tier. */
function baseOf(tier: AccessTier | undefined, name: string): Pick<LimitCorrection, 'base'> {
  if (tier === undefined || name.startsWith('app')) return {}
  const kind = name.slice(name.indexOf(':') + 1)
  if (kind === 'score') return { base: tierQuotas[tier].score }
  return isScopedUseCase(kind) ? { base: tierQuotas[tier].hourly[kind] } : {}
}

/** Whether Meta let this limit pass, refused by it, or did not answer at all. */
function verdict(
  tier: AccessTier | undefined,
  call: GovernedCall,
  outcome: CallOutcome,
  name: string,
): Partial<LimitCorrection> {
  const { status, code, subcode, regainMs, isAborted } = outcome
  if (isAborted === true) return {}
  if (refusedLimit(call, { status, code, subcode }) === name) {
    const isFull = name === 'app' || name.endsWith(':score')
    return { blockMs: regainMs ?? usualBlockMs(outcome, tier, name), ...(isFull && { percent: 100 }) }
  }
  const isRoomy = status !== undefined && status < 400 && code === undefined
  const isAnswered = status !== undefined && (status < 500 || code !== undefined)
  if (isAnswered) return { isFine: true, ...(isRoomy && name.startsWith('app') && noFigureYet) }
  return { failuresToOpen: name.startsWith('app') ? failuresToOpen.app : failuresToOpen.account }
}

function usualBlockMs({ usage }: CallOutcome, tier: AccessTier = 'development_access', name: string): number {
  if (!name.endsWith(':score')) return name.endsWith(':mutations') ? 1000 : 60_000
  const resetSeconds = usage.adAccount?.reset_time_duration
  return resetSeconds !== undefined && resetSeconds > 0 ? resetSeconds * 1000 : tierQuotas[tier].blockMs
}

// Meta sends the app's figures once there is something to tell.
const noFigureYet = { isAssumed: true }

/** Every percentage of every header, by the limit it is about. */
function figures(
  policy: QuotaPolicy,
  tier: AccessTier | undefined,
  call: GovernedCall,
  { usage }: CallOutcome,
): LimitCorrection[] {
  const found: LimitCorrection[] = []
  const add = (shape: LimitCorrection, ...percents: (number | undefined)[]): void => {
    const numbers = percents.filter((each) => typeof each === 'number' && Number.isFinite(each) && each >= 0)
    if (numbers.length > 0) found.push({ ...shape, percent: Math.max(...numbers.map(Number)) })
  }
  if (usage.app) add(appShape(policy, 'app'), ...usedParts(usage.app))
  add(appShape(policy, 'app:ads_insights'), usage.insights?.app_id_util_pct)
  const { adAccountId } = call
  if (adAccountId !== undefined) {
    add(scoreShape(tier, adAccountId), usage.adAccount?.acc_id_util_pct)
    add(hourlyShape(policy, tier, adAccountId, 'ads_insights'), usage.insights?.acc_id_util_pct)
    add(reachShape(adAccountId), usage.reach?.acc_id_util_pct)
  }
  for (const [owner, entry] of entriesByAccount(call, usage.businessUseCase ?? {})) {
    if (!isScopedUseCase(entry.type)) continue
    const minutes = entry.estimated_time_to_regain_access ?? 0
    const blocked = minutes > 0 && { blockMs: minutes * 60_000, isFine: false }
    add({ ...hourlyShape(policy, tier, owner, entry.type), ...blocked }, ...usedParts(entry))
  }
  return found
}

function usedParts({ call_count, total_time, total_cputime }: AppUsage): (number | undefined)[] {
  return [call_count, total_time, total_cputime]
}

/** Keys are ad accounts without `act_`, or businesses; of a business the figures are those the called account is under. */
function entriesByAccount(
  { adAccountId }: GovernedCall,
  byOwner: Readonly<Record<string, readonly BusinessUseCaseUsage[]>>,
): [owner: string, entry: BusinessUseCaseUsage][] {
  const owners = Object.keys(byOwner)
  const isAboutOthers = adAccountId !== undefined && owners.includes(adAccountId.slice('act_'.length))
  return owners.flatMap((owner) => {
    const account = adAccountId !== undefined && owners.length === 1 && !isAboutOthers ? adAccountId : `act_${owner}`
    return (byOwner[owner] ?? []).map((entry): [string, BusinessUseCaseUsage] => [account, entry])
  })
}

function isScopedUseCase(type: string | undefined): type is Exclude<UseCase, 'app'> {
  return type === 'ads_management' || type === 'ads_insights' || type === 'custom_audience'
}

function tierIn({ usage }: CallOutcome): AccessTier | undefined {
  const entries = Object.values(usage.businessUseCase ?? {}).flat()
  const named = [usage.adAccount, usage.insights, ...entries].map((part) => part?.ads_api_access_tier)
  return named.find((tier) => tier === 'development_access' || tier === 'standard_access')
}
