import { emptyScore, type AccountScore } from './account-score.ts'
import type { AccountExport, UseCase, WindowExport } from './quota.ts'
import { rollingWindow, type RollingWindow } from './rolling-window.ts'

/** Everything counted for one app on one ad account. Windows come into being with their first event. */
export interface AccountLedger {
  readonly appId: string
  /** `act_…` */
  readonly adAccountId: string
  score: AccountScore
  readonly windows: Partial<Record<WindowName, RollingWindow>>
  /** Active ads and audiences, as last counted. */
  active?: { ads: number; audiences: number; countedAtMs: number }
  /** Hourly quotas as last reckoned. */
  readonly quotas: Partial<Record<UseCase, number>>
}

export type WindowName = UseCase | 'mutations' | 'user_errors' | 'reach_runs'

export function emptyLedger(appId: string, adAccountId: string): AccountLedger {
  return { appId, adAccountId, score: emptyScore(), windows: {}, quotas: {} }
}

export function windowOf(ledger: AccountLedger, name: WindowName): RollingWindow {
  return (ledger.windows[name] ??= makeWindow(name))
}

/** An hour of calls: sixty numbers are enough to let it roll. */
export function hourWindow(): RollingWindow {
  return rollingWindow(hourMs, 60)
}

export function exportLedger({ appId, adAccountId, score, windows }: AccountLedger): AccountExport {
  const exported = Object.entries(windows).map(([name, window]) => [name, exportWindow(window)] as const)
  return { appId, adAccountId, score: { ...score }, windows: Object.fromEntries(exported) }
}

export function importLedger({ appId, adAccountId, score, windows }: AccountExport): AccountLedger {
  const ledger: AccountLedger = { ...emptyLedger(appId, adAccountId), score: { ...score } }
  for (const name of windowNames) {
    const state = windows[name]
    if (state) ledger.windows[name] = importWindow(makeWindow(name), state)
  }
  return ledger
}

export function exportWindow({ newest, slots }: RollingWindow): WindowExport {
  return { newest, slots: [...slots] }
}

/** Fills an empty window with what another of its shape held. */
export function importWindow(empty: RollingWindow, { newest, slots }: WindowExport): RollingWindow {
  const filled = empty.slots.map((_, index) => slots[index] ?? 0)
  return { ...empty, newest, slots: filled, total: filled.reduce((sum, events) => sum + events, 0) }
}

const hourMs = 3_600_000

const windowNames = [
  'ads_management',
  'ads_insights',
  'custom_audience',
  'mutations',
  'user_errors',
  'reach_runs',
] as const satisfies WindowName[]

function makeWindow(name: WindowName): RollingWindow {
  if (name === 'mutations') return rollingWindow(1000, 10)
  return name === 'reach_runs' ? rollingWindow(24 * hourMs, 24) : hourWindow()
}
