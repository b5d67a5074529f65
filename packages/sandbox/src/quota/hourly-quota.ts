import type { AdAccount } from '../world/objects.ts'
import { effectiveStatus } from '../world/effective-status.ts'
import { windowOf, type AccountLedger } from './account-ledger.ts'
import type { TierLimits } from './quota-tiers.ts'
import type { UseCase } from './quota.ts'
import { countIn, msUntilAtMost } from './rolling-window.ts'

/** An hourly quota of a use case and how much of it is used. */
export interface HourlyUse {
  useCase: UseCase
  calls: number
  /** Whole percent, at most 100. */
  percent: number
  /** Whole minutes until one more call fits; 0 while one does. */
  minutesToRegain: number
}

/** Which quota is asked about, and when. */
export interface QuotaQuestion {
  ledger: AccountLedger
  account: AdAccount
  tier: TierLimits
  nowMs: number
}

/** How one ad account stands with a use case. */
export function hourlyUse(question: QuotaQuestion, useCase: UseCase): HourlyUse {
  const { ledger, nowMs } = question
  const quota = quotaFor(question, useCase)
  const calls = countIn(windowOf(ledger, useCase), nowMs)
  return {
    useCase,
    calls,
    percent: Math.min(100, Math.floor((calls * 100) / quota)),
    minutesToRegain: minutesToRegain(ledger, useCase, quota, nowMs),
  }
}

/** Whether the hour has no room for one more call. */
export function isHourFull(question: QuotaQuestion, useCase: UseCase): boolean {
  return countIn(windowOf(question.ledger, useCase), question.nowMs) + 1 > quotaFor(question, useCase)
}

/** Whole minutes until one more call fits into the quota. */
export function minutesToRegain(ledger: AccountLedger, useCase: UseCase, quota: number, nowMs: number): number {
  return Math.ceil(msUntilAtMost(windowOf(ledger, useCase), nowMs, Math.floor(quota) - 1) / 60_000)
}

function quotaFor(question: QuotaQuestion, useCase: UseCase): number {
  const { ledger, tier, nowMs } = question
  const formula = tier.hourly[useCase]
  const errors = ledger.windows.user_errors ? countIn(ledger.windows.user_errors, nowMs) : 0
  const least = formula.base - formula.perUserError * errors
  // Below one percent of that nothing depends on the ads, and an account that nobody opened stays unbuilt.
  const isFar = (countIn(windowOf(ledger, useCase), nowMs) + 1) * 100 < least
  const extra = isFar ? 0 : formula.perActive * activeCount(question)[formula.of]
  return (ledger.quotas[useCase] = Math.max(1, Math.min(formula.cap, least + extra)))
}

// As often as insights are refreshed.
const recountMs = 900_000

function activeCount({ ledger, account, nowMs }: QuotaQuestion): NonNullable<AccountLedger['active']> {
  const known = ledger.active
  if (known && Math.abs(nowMs - known.countedAtMs) < recountMs) return known
  const objects = account.objects()
  const ads = objects.all('Ad').filter((ad) => effectiveStatus(ad, nowMs) === 'ACTIVE').length
  return (ledger.active = { ads, audiences: objects.all('CustomAudience').length, countedAtMs: nowMs })
}
