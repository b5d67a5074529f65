/**
 * Currencies whose budgets Meta counts in whole units although ISO 4217 gives some of them decimals.
 *
 * @see https://developers.facebook.com/docs/marketing-api/currencies
 */
const wholeUnitCurrencies = new Set(['CLP', 'COP', 'CRC', 'HUF', 'IDR', 'ISK', 'JPY', 'KRW', 'PYG', 'TWD', 'VND'])

/** Decimal places of a currency's smallest amount: 2 for USD, 0 for JPY, 3 for KWD; 2 for a code nobody knows. */
export function currencyDecimals(currency: string): number {
  if (wholeUnitCurrencies.has(currency)) return 0
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  } catch {
    return 2
  }
}

/**
 * Decimal places of Meta's minor units, in which budgets are counted: 0 for the currencies above, 2 for every other,
 * whatever ISO 4217 says (BHD and JOD have 3 there, and Meta counts hundredths).
 */
export function budgetDecimals(currency: string): number {
  return wholeUnitCurrencies.has(currency) ? 0 : 2
}
