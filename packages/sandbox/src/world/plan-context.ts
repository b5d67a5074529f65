import type { Business, Market } from './businesses.ts'
import { calendarOf, type EpochDay } from './day.ts'

/** What an account's plan follows from. */
export interface PlanContext {
  seed: number
  /** Position of the account in the sandbox; part of every id. */
  accountIndex: number
  business: Business
  market: Market
  startDay: EpochDay
  ads: number
}

/** An amount in dollars as a round daily budget in minor units of the market's currency. */
export function dollars(amount: number, market: Market): number {
  const step = market.perDollar > 50 ? 500 : 5
  return Math.max(step, Math.round((amount * market.perDollar) / step) * step) * 10 ** market.currencyDecimals
}

/** Minor units the way Graph writes a budget. */
export function budgetText(minor: number): string {
  return String(minor)
}

/** `Nov 2026` */
export function seasonLabel(day: EpochDay): string {
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
  const { year, month } = calendarOf(day)
  return `${months[month - 1] ?? ''} ${year}`
}
