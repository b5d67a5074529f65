import { isAd, isCampaign, type ObjectRow } from './object-row.ts'

/**
 * A budget as the table tells it.
 *
 * - `set`: an amount a day or for a lifetime, and whose it is. `endsAt` is an instant, for lifetime budgets.
 * - `on_adsets`: the campaign has none of its own; each of its ad sets has one.
 * - `on_campaign`: the ad set spends from its campaign's budget.
 * - `none`: an ad, or an object that no longer has one.
 */
export type Budget =
  | { kind: 'set'; amount: string; period: 'daily' | 'lifetime'; owner: 'campaign' | 'adset'; endsAt: string | null }
  | { kind: 'on_adsets'; adsetCount: number }
  | { kind: 'on_campaign' }
  | { kind: 'none'; why: 'ad' | 'archived' }

/** Reads a row's budget. Amounts stay decimal strings in the account's currency. */
export function budgetOf(row: ObjectRow): Budget {
  if (isAd(row)) return { kind: 'none', why: 'ad' }
  const owner = isCampaign(row) ? 'campaign' : 'adset'
  const endsAt = row.stopTime
  if (row.dailyBudget !== null) return { kind: 'set', amount: row.dailyBudget, period: 'daily', owner, endsAt }
  if (row.lifetimeBudget !== null) return { kind: 'set', amount: row.lifetimeBudget, period: 'lifetime', owner, endsAt }
  if (row.delivery === 'archived' || row.delivery === 'deleted') return { kind: 'none', why: 'archived' }
  return isCampaign(row) ? { kind: 'on_adsets', adsetCount: row.adsetCount } : { kind: 'on_campaign' }
}
