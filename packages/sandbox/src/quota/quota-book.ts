import type { AccessTier } from '../identity/caller.ts'
import { emptyLedger, hourWindow, type AccountLedger } from './account-ledger.ts'
import { appCallsPerUser } from './quota-tiers.ts'
import type { QuotaMode } from './quota.ts'
import { countIn, type RollingWindow } from './rolling-window.ts'

export interface QuotaOptions {
  /** @default 'lenient' */
  mode?: QuotaMode
  /** Daily users of the app; its own hourly quota is 200 calls for each. @default 1000 */
  appUsers?: number
  /** Code of the answer to a full score: 17 or, as another of Meta's pages says, 613. @default 17 */
  scoreErrorCode?: 17 | 613
  /** Whether a refused call still counts, so that hammering prolongs the wait. @default true */
  countsRefusedCalls?: boolean
}

/** All counters of one sandbox and how they are to be read. */
export interface QuotaBook extends Required<Omit<QuotaOptions, 'appUsers'>> {
  /** Calls an hour about no ad account. */
  readonly appQuota: number
  isOverloaded: boolean
  app: RollingWindow
  ledgers: Map<string, AccountLedger>
}

export function openBook(options: QuotaOptions): QuotaBook {
  const { mode = 'lenient', appUsers = 1000, scoreErrorCode = 17, countsRefusedCalls = true } = options
  return {
    mode,
    scoreErrorCode,
    countsRefusedCalls,
    appQuota: appUsers * appCallsPerUser,
    isOverloaded: false,
    app: hourWindow(),
    ledgers: new Map(),
  }
}

export function ledgerOf(book: QuotaBook, appId: string, adAccountId: string): AccountLedger {
  const key = ledgerKey(appId, adAccountId)
  const known = book.ledgers.get(key)
  if (known) return known
  const ledger = emptyLedger(appId, adAccountId)
  book.ledgers.set(key, ledger)
  return ledger
}

export function ledgerKey(appId: string, adAccountId: string): string {
  return `${appId}/${adAccountId}`
}

export function tierOf({ mode }: QuotaBook): AccessTier {
  return mode === 'development' ? 'development_access' : 'standard_access'
}

/** Whole percent of the app's own hour. */
export function appPercent(book: QuotaBook, nowMs: number): number {
  return Math.min(100, Math.floor((countIn(book.app, nowMs) * 100) / book.appQuota))
}
