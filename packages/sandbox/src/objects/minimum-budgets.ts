/** The least an ad set may spend a day, in minor units of its currency. */
export interface MinimumBudgets {
  currency: string
  /** Billed by impressions. */
  min_daily_budget_imp: number
  min_daily_budget_video_views: number
  /** Clicks, likes, engagement. */
  min_daily_budget_high_freq: number
  /** App installs, offer claims: forty times as much. */
  min_daily_budget_low_freq: number
}

/**
 * Minimum budgets of one currency: one US dollar at a fixed rate, since Meta's own figures move with exchange rates.
 * Currencies without a rate here count as dollars.
 */
export function minimumBudgets(currency: string): MinimumBudgets {
  const [unitsPerDollar, decimals] = rates[currency] ?? [1, 2]
  const dollar = Math.round(unitsPerDollar * 10 ** decimals)
  return {
    currency,
    min_daily_budget_imp: dollar,
    min_daily_budget_video_views: dollar,
    min_daily_budget_high_freq: dollar,
    min_daily_budget_low_freq: dollar * 40,
  }
}

/** Currencies that have minimum budgets, in alphabetical order. */
export function budgetCurrencies(): readonly string[] {
  return Object.keys(rates)
}

/** US cents in minor units of a currency, at least 1. */
export function minorUnitsOfCents(cents: number, currency: string): number {
  return Math.max(1, Math.round((minimumBudgets(currency).min_daily_budget_imp * cents) / 100))
}

/** Which minimum holds for a way of billing and a goal. */
export function minimumDailyBudget(currency: string, billingEvent: string, goal: string): number {
  const minimums = minimumBudgets(currency)
  if (billingEvent === 'THRUPLAY' || goal === 'TWO_SECOND_CONTINUOUS_VIDEO_VIEWS')
    return minimums.min_daily_budget_video_views
  if (billingEvent === 'APP_INSTALLS' || billingEvent === 'OFFER_CLAIMS') return minimums.min_daily_budget_low_freq
  if (billingEvent !== 'IMPRESSIONS') return minimums.min_daily_budget_high_freq
  return minimums.min_daily_budget_imp
}

/** `$1.00`, for the texts of refusals. */
export function formatMinor(minor: number, currency: string): string {
  const decimals = rates[currency]?.[1] ?? 2
  return new Intl.NumberFormat('en-US', { style: 'currency', currency, minimumFractionDigits: decimals }).format(
    minor / 10 ** decimals,
  )
}

// Units per US dollar, and decimal places.
const rates: Record<string, readonly [unitsPerDollar: number, decimals: number]> = {
  AED: [3.67, 2],
  ARS: [970, 2],
  AUD: [1.5, 2],
  BDT: [119, 2],
  BOB: [6.9, 2],
  BRL: [5.19, 2],
  CAD: [1.37, 2],
  CHF: [0.88, 2],
  CLP: [940, 0],
  CNY: [7.2, 2],
  COP: [4200, 0],
  CRC: [515, 0],
  CZK: [23.2, 2],
  DKK: [6.9, 2],
  DZD: [134, 2],
  EGP: [48, 2],
  EUR: [0.92, 2],
  GBP: [0.79, 2],
  GTQ: [7.7, 2],
  HKD: [7.8, 2],
  HNL: [25, 2],
  HUF: [365, 0],
  IDR: [15_800, 0],
  ILS: [3.7, 2],
  INR: [84, 2],
  ISK: [138, 0],
  JPY: [150, 0],
  KES: [129, 2],
  KRW: [1370, 0],
  LKR: [298, 2],
  MOP: [8, 2],
  MXN: [19.4, 2],
  MYR: [4.4, 2],
  NGN: [1600, 2],
  NIO: [36.7, 2],
  NOK: [10.9, 2],
  NZD: [1.65, 2],
  PEN: [3.75, 2],
  PHP: [57.5, 2],
  PKR: [278, 2],
  PLN: [3.95, 2],
  PYG: [7700, 0],
  QAR: [3.64, 2],
  RON: [4.6, 2],
  SAR: [3.75, 2],
  SEK: [10.5, 2],
  SGD: [1.33, 2],
  THB: [34.5, 2],
  TRY: [34, 2],
  TWD: [32, 0],
  UAH: [41, 2],
  USD: [1, 2],
  UYU: [41, 2],
  VND: [25_300, 0],
  ZAR: [18, 2],
}
