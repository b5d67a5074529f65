import type { AdAccount } from '../world/objects.ts'

/** A ratio as Meta writes it: at most six decimals, no trailing zeros; undefined when there is nothing to divide by. */
export function ratio(numerator: number, denominator: number): string | undefined {
  return denominator === 0 ? undefined : String(Number((numerator / denominator).toFixed(6)))
}

/** Whole money units of the account's facts as a decimal string with at least the currency's own decimals. */
export function money(units: number, account: AdAccount): string {
  const decimals = account.facts().moneyDecimals
  const digits = String(units).padStart(decimals + 1, '0')
  if (decimals === 0) return digits
  const whole = digits.slice(0, -decimals)
  const fraction = digits.slice(-decimals)
  const kept = fraction.replace(/0+$/, '').padEnd(account.currencyDecimals, '0')
  return kept === '' ? whole : `${whole}.${kept}`
}
