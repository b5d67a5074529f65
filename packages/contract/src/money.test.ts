import { expect, it } from 'vitest'
import { budgetDecimals, currencyDecimals } from './money.ts'

it.each([
  ['USD', 2],
  ['EUR', 2],
  ['JPY', 0],
  ['KWD', 3],
  ['HUF', 0],
  ['not a currency', 2],
])('counts the decimals of %s', (currency, decimals) => {
  expect(currencyDecimals(currency)).toBe(decimals)
})

it.each([
  ['USD', 2],
  ['PKR', 2],
  ['BHD', 2],
  ['JPY', 0],
  ['TWD', 0],
])('counts budgets in %s as Meta does', (currency, decimals) => {
  expect(budgetDecimals(currency)).toBe(decimals)
})
