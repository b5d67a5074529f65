import type { GraphError } from '../graph/graph-error.ts'
import type { AdAccount } from '../world/objects.ts'
import { windowOf } from './account-ledger.ts'
import { addPoints, refusesPoints, scorePercent, secondsToReset } from './account-score.ts'
import { hourlyUse, isHourFull, type QuotaQuestion } from './hourly-quota.ts'
import { appPercent, ledgerOf, tierOf, type QuotaBook } from './quota-book.ts'
import { callCost, mutationsPerSecond, reachRunsPerDay, tierLimits } from './quota-tiers.ts'
import type { Admission, Charge, UseCase } from './quota.ts'
import { appFull, insightsOverloaded, scoreFull, tooManyMutations, hourFull } from './rate-errors.ts'
import { addToWindow, countIn } from './rolling-window.ts'
import { accountUsageHeaders, appUsageHeader, insightsHeaders } from './usage-headers.ts'

/** Counts a call against the limits it falls under, and refuses it when one is reached. */
export function admitCall(book: QuotaBook, charge: Charge): Admission {
  return charge.account ? admitToAccount(book, charge, charge.account) : admitToApp(book, charge)
}

function admitToApp(book: QuotaBook, { useCase, nowMs }: Charge): Admission {
  const isFull = book.mode !== 'lenient' && countIn(book.app, nowMs) >= book.appQuota
  if (!isFull || book.countsRefusedCalls) addToWindow(book.app, nowMs)
  const refusal = overload(book, useCase) ?? (isFull ? appFull() : undefined)
  return admission(appUsageHeader(appPercent(book, nowMs)), refusal)
}

function admitToAccount(book: QuotaBook, charge: Charge, account: AdAccount): Admission {
  const ledger = ledgerOf(book, charge.caller.appId, account.id)
  const question = { ledger, account, tier: tierLimits[tierOf(book)], nowMs: charge.nowMs }
  const refusal =
    overload(book, charge.useCase) ??
    (book.mode === 'lenient' ? undefined : limitReached(question, charge, book.scoreErrorCode))
  if (!refusal) countAdmitted(question, charge)
  else if (book.countsRefusedCalls) countRefused(question, charge)
  return admission(headersFor(book, question, charge.useCase), refusal)
}

function limitReached(question: QuotaQuestion, charge: Charge, scoreErrorCode: 17 | 613): GraphError | undefined {
  const { ledger, account, tier, nowMs } = question
  const { useCase, kind, isMutation } = charge
  if (isMutation && countIn(windowOf(ledger, 'mutations'), nowMs) >= mutationsPerSecond) {
    return tooManyMutations(account.id)
  }
  if (isHourFull(question, useCase)) return hourFull(useCase)
  const isScored = useCase !== 'ads_insights'
  return isScored && refusesPoints(ledger.score, tier, callCost[kind], nowMs) ? scoreFull(scoreErrorCode) : undefined
}

function countAdmitted({ ledger, tier, nowMs }: QuotaQuestion, { useCase, kind, isMutation }: Charge): void {
  addToWindow(windowOf(ledger, useCase), nowMs)
  if (isMutation) addToWindow(windowOf(ledger, 'mutations'), nowMs)
  if (useCase !== 'ads_insights') addPoints(ledger.score, tier, callCost[kind], nowMs)
}

// Going on while limited raises the count and lengthens the wait; how much is not published, so the least: one.
function countRefused({ ledger, tier, nowMs }: QuotaQuestion, { useCase }: Charge): void {
  addToWindow(windowOf(ledger, useCase), nowMs)
  if (useCase !== 'ads_insights') addPoints(ledger.score, tier, 1, nowMs)
}

function headersFor(book: QuotaBook, question: QuotaQuestion, useCase: UseCase): Record<string, string> {
  const { ledger, account, tier: limits, nowMs } = question
  const tier = tierOf(book)
  const app = appPercent(book, nowMs)
  const own = hourlyUse(question, useCase)
  return {
    ...appUsageHeader(app),
    ...accountUsageHeaders({
      tier,
      adAccountId: account.id,
      scorePercent: scorePercent(ledger.score, limits, nowMs),
      secondsToReset: secondsToReset(ledger.score, limits, nowMs),
      hourly: [own, ...otherUses(question, useCase)],
    }),
    ...(useCase === 'ads_insights'
      ? insightsHeaders(tier, {
          app: book.isOverloaded ? 100 : app,
          account: own.percent,
          reach: reachPercent(question),
        })
      : {}),
  }
}

function otherUses(question: QuotaQuestion, own: UseCase): ReturnType<typeof hourlyUse>[] {
  const { ledger, nowMs } = question
  return useCases
    .filter((other) => other !== own && isUsed(ledger.windows[other], nowMs))
    .map((other) => hourlyUse(question, other))
}

const useCases: readonly UseCase[] = ['ads_management', 'ads_insights', 'custom_audience']

function isUsed(window: Parameters<typeof countIn>[0] | undefined, nowMs: number): boolean {
  return window !== undefined && countIn(window, nowMs) > 0
}

function reachPercent({ ledger: { windows }, nowMs }: QuotaQuestion): number {
  return windows.reach_runs ? (countIn(windows.reach_runs, nowMs) * 100) / reachRunsPerDay : 0
}

function overload(book: QuotaBook, useCase: UseCase): GraphError | undefined {
  return book.isOverloaded && useCase === 'ads_insights' ? insightsOverloaded() : undefined
}

function admission(headers: Record<string, string>, refusal: GraphError | undefined): Admission {
  return refusal ? { headers, refusal } : { headers }
}
