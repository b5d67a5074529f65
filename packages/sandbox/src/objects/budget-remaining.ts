import { sumOfAds } from '../insights/account-spend.ts'
import { adsUnder } from '../insights/levels.ts'
import { localMoment } from '../world/clock.ts'
import type { AdAccount, AdSet, Campaign } from '../world/objects.ts'
import { budgetOf } from './schedule.ts'

/**
 * `budget_remaining`, in minor units: a daily budget less what was spent today in the account's zone, a lifetime budget
 * less all that was spent; never below zero, since a day may spend more than its budget. `0` without a budget.
 */
export function budgetRemaining(account: AdAccount, object: Campaign | AdSet, now: Date): string {
  const budget = budgetOf(object.values)
  if (!budget) return '0'
  const { today } = localMoment(now, account.timezone)
  const days = { since: budget.kind === 'daily' ? today : account.createdDay, until: today }
  // Deleted ads have spent as well.
  const spent = sumOfAds(account, adsUnder({ account, object }), 'spend', days, now)
  const minor = Math.round(spent / 10 ** (account.facts().moneyDecimals - account.currencyDecimals))
  return String(Math.max(0, budget.minor - minor))
}
