import { exportLedger, exportWindow, hourWindow, importLedger, importWindow, windowOf } from './account-ledger.ts'
import { admitCall } from './admit-call.ts'
import { createChangeLimits } from './change-limits.ts'
import { ledgerKey, ledgerOf, openBook, tierOf, type QuotaBook, type QuotaOptions } from './quota-book.ts'
import { quotaState } from './quota-state.ts'
import { reachRunsPerDay } from './quota-tiers.ts'
import type { Quota, QuotaExport } from './quota.ts'
import { addToWindow, countIn } from './rolling-window.ts'

/**
 * Meta's limits: a score per ad account that leaks, hourly quotas per ad account and use case, edits a second,
 * and the app's own hour. Keeps at most a few hundred numbers for each account that was called.
 */
export function createQuota(options: QuotaOptions = {}): Quota {
  const book = openBook(options)
  const changes = createChangeLimits()
  return {
    admit: (charge) => admitCall(book, charge),
    countUserError({ caller, account, useCase, nowMs }) {
      if (account && useCase === 'ads_insights')
        addToWindow(windowOf(ledgerOf(book, caller.appId, account.id), 'user_errors'), nowMs)
    },
    takeReachRun({ caller, account, nowMs }) {
      const runs = windowOf(ledgerOf(book, caller.appId, account.id), 'reach_runs')
      if (countIn(runs, nowMs) >= reachRunsPerDay) return false
      addToWindow(runs, nowMs)
      return true
    },
    changes,
    get mode() {
      return book.mode
    },
    get tier() {
      return tierOf(book)
    },
    setMode(mode) {
      book.mode = mode
    },
    setTier(tier) {
      book.mode = tier === 'standard_access' ? 'standard' : 'development'
    },
    setOverload(isOverloaded) {
      book.isOverloaded = isOverloaded
    },
    state: (nowMs) => quotaState(book, nowMs),
    exportState: () => ({ ...exportBook(book), changes: changes.exportState() }),
    importState(state) {
      importBook(book, state)
      changes.importState(state.changes)
    },
  }
}

function exportBook(book: QuotaBook): Omit<QuotaExport, 'changes'> {
  return {
    mode: book.mode,
    isOverloaded: book.isOverloaded,
    app: exportWindow(book.app),
    accounts: [...book.ledgers.values()].map(exportLedger),
  }
}

function importBook(book: QuotaBook, state: QuotaExport): void {
  book.mode = state.mode
  book.isOverloaded = state.isOverloaded
  book.app = importWindow(hourWindow(), state.app)
  book.ledgers = new Map(
    state.accounts.map((exported) => [ledgerKey(exported.appId, exported.adAccountId), importLedger(exported)]),
  )
}
