import type { AccountLedger } from './account-ledger.ts'
import { currentPoints } from './account-score.ts'
import { minutesToRegain } from './hourly-quota.ts'
import { tierOf, type QuotaBook } from './quota-book.ts'
import { tierLimits, type TierLimits } from './quota-tiers.ts'
import type { AccountUsage, QuotaState, UseCase } from './quota.ts'
import { countIn } from './rolling-window.ts'

/** The limits as a person wants to see them; accounts with empty counters are left out. */
export function quotaState(book: QuotaBook, nowMs: number): QuotaState {
  const tier = tierLimits[tierOf(book)]
  return {
    mode: book.mode,
    tier: tierOf(book),
    isOverloaded: book.isOverloaded,
    app: { calls: countIn(book.app, nowMs), quota: book.appQuota },
    accounts: [...book.ledgers.values()].map((ledger) => accountUsage(ledger, tier, nowMs)).filter(isInUse),
  }
}

function accountUsage(ledger: AccountLedger, tier: TierLimits, nowMs: number): AccountUsage {
  const { score, appId, adAccountId } = ledger
  const isBlocked = nowMs < score.blockedUntilMs
  return {
    appId,
    adAccountId,
    score: Math.round(currentPoints(score, tier, nowMs) * 100) / 100,
    maxScore: tier.maxScore,
    ...(isBlocked ? { blockedUntil: new Date(score.blockedUntilMs).toISOString() } : {}),
    hourly: useCases.map((useCase) => hourlyUsage(ledger, useCase, tier, nowMs)).filter(({ calls }) => calls > 0),
  }
}

function hourlyUsage(
  ledger: AccountLedger,
  useCase: UseCase,
  tier: TierLimits,
  nowMs: number,
): AccountUsage['hourly'][number] {
  const window = ledger.windows[useCase]
  const quota = ledger.quotas[useCase] ?? tier.hourly[useCase].base
  if (!window) return { useCase, calls: 0, quota, minutesToRegain: 0 }
  return {
    useCase,
    calls: countIn(window, nowMs),
    quota,
    minutesToRegain: minutesToRegain(ledger, useCase, quota, nowMs),
  }
}

function isInUse({ score, blockedUntil, hourly }: AccountUsage): boolean {
  return score > 0 || blockedUntil !== undefined || hourly.length > 0
}

const useCases: readonly UseCase[] = ['ads_management', 'ads_insights', 'custom_audience']
