import { expect, it } from 'vitest'
import {
  budgetCurrencies,
  formatMinor,
  minimumBudgets,
  minimumDailyBudget,
  minorUnitsOfCents,
} from './minimum-budgets.ts'

it('asks a dollar a day, and forty for rare results', () => {
  expect(minimumBudgets('USD')).toEqual({
    currency: 'USD',
    min_daily_budget_imp: 100,
    min_daily_budget_video_views: 100,
    min_daily_budget_high_freq: 100,
    min_daily_budget_low_freq: 4000,
  })
  expect(minimumBudgets('BRL').min_daily_budget_low_freq).toBe(20_760)
})

it('counts in the smallest unit that a currency has', () => {
  expect(minimumBudgets('JPY').min_daily_budget_imp).toBe(150)
  expect(minorUnitsOfCents(1, 'JPY')).toBe(2)
  expect(formatMinor(8400, 'INR')).toBe('₹84.00')
  expect(formatMinor(150, 'JPY')).toBe('¥150')
})

it('takes the minimum that the way of billing has', () => {
  expect(minimumDailyBudget('USD', 'IMPRESSIONS', 'APP_INSTALLS')).toBe(100)
  expect(minimumDailyBudget('USD', 'OFFER_CLAIMS', 'NONE')).toBe(4000)
})

it('knows minimums for all its currencies', () => {
  for (const currency of budgetCurrencies()) expect(minimumBudgets(currency).min_daily_budget_imp).toBeGreaterThan(0)
})
