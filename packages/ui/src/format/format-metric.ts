import { metricDefinition, type MetricName, type MetricUnit, type MetricValue } from '@adpane/contract'
import { isDecimal, joinParts, type NumberParts, numberParts, type Numeric } from './number-parts.ts'

/**
 * How much a number says.
 *
 * - `exact`: every digit the unit has.
 * - `compact`: for tiles; whole from 1,000, shortened from a million (`$1.24M`).
 * - `axis`: as short as ticks need (`$4.5k`).
 */
export type NumberForm = 'exact' | 'compact' | 'axis'

export interface MetricFormat {
  /** ISO 4217, of the ad account. */
  currency: string
  /** BCP 47. */
  locale: string
  /** @default 'exact' */
  form?: NumberForm
  /** Whether `$` and `%` are written; a table says them once in the header. @default true */
  unit?: boolean
}

/** What stands for a number nobody knows. The reason belongs beside it: see `Unknown`. */
export const UNKNOWN = '—'

/** From here the compact form leaves digits out (`$1.24M`). */
export const SHORTENED_FROM = 1_000_000

/** A metric's value as text; unknown is `—`. Decimal strings are printed exactly, never through a float. */
export function formatMetric(metric: MetricName, value: MetricValue | undefined, format: MetricFormat): string {
  const parts = metricParts(metric, value, format)
  return parts ? joinParts(parts) : UNKNOWN
}

/** The same in pieces, for a unit in smaller type; undefined when the value is unknown. */
export function metricParts(
  metric: MetricName,
  value: MetricValue | undefined,
  format: MetricFormat,
): NumberParts | undefined {
  const number = numericOf(value)
  return number === undefined ? undefined : unitParts(metricDefinition(metric).unit, number, format)
}

/** An amount of money as text. @param amount - Decimal string in major units. */
export function formatMoney(amount: string | number | null | undefined, format: MetricFormat): string {
  const number = numericOf(amount)
  return number === undefined ? UNKNOWN : joinParts(unitParts('money', number, format))
}

/** The unit of a metric as a header says it: `$`, `%` or nothing. */
export function unitSign(metric: MetricName, { currency, locale }: MetricFormat): string {
  const { unit } = metricDefinition(metric)
  if (unit !== 'money' && unit !== 'percent') return ''
  const { before, after } = unitParts(unit, 0, { currency, locale })
  return (before || after).trim()
}

/** A share as text: 0.149 is `14.9%`. The sign is left to the arrow beside it. */
export function formatShare(share: number, locale: string): string {
  const digits = Math.abs(share) >= 10 ? 0 : 1
  const options = { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits } as const
  return joinParts(numberParts(Math.abs(share), locale, options))
}

function numericOf(value: MetricValue | undefined): Numeric | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  return typeof value === 'string' && isDecimal(value) ? value : undefined
}

function unitParts(unit: MetricUnit, value: Numeric, format: MetricFormat): NumberParts {
  const parts = format.form === 'axis' ? axisParts(unit, value, format) : tileParts(unit, value, format)
  return format.unit === false ? { ...parts, before: '', after: compactSuffix(format, parts) } : parts
}

function tileParts(unit: MetricUnit, value: Numeric, format: MetricFormat): NumberParts {
  const parts = numberParts(value, format.locale, optionsFor(unit, value, format))
  if (unit !== 'money' || format.form !== 'compact') return parts
  return withShortSign(parts, format)
}

/** Thousands as k and millions as M in every locale: an axis has no room for "4,5 Tsd.". */
function axisParts(unit: MetricUnit, value: Numeric, format: MetricFormat): NumberParts {
  const number = Number(value)
  const scale = scales.find(({ from }) => Math.abs(number) >= from)
  const base = unitOptions(unit, format.currency)
  const options = scale ? { ...base, minimumFractionDigits: 0, maximumFractionDigits: 2 } : trimmed(base)
  const parts = numberParts(scale ? number / scale.from : number, format.locale, options)
  const scaled = scale ? { ...parts, digits: `${parts.digits}${scale.sign}` } : parts
  return unit === 'money' ? withShortSign(scaled, format) : scaled
}

const scales = [
  { from: 1e9, sign: 'B' },
  { from: 1e6, sign: 'M' },
  { from: 1e3, sign: 'k' },
]

/** `$` where a locale would say `US$`: the account's currency is known from where the number stands. */
function withShortSign(parts: NumberParts, { currency }: MetricFormat): NumberParts {
  const sign = numberParts(0, 'en', unitOptions('money', currency)).before.trim()
  const shorten = (unit: string) => (/\p{Sc}/u.test(unit) ? unit.replace(/\S*\p{Sc}/u, sign) : unit)
  return { ...parts, before: shorten(parts.before), after: shorten(parts.after) }
}

function compactSuffix({ form }: MetricFormat, parts: NumberParts): string {
  return form === 'compact' ? parts.after.replace(/[^\p{L}]/gu, '') : ''
}

function optionsFor(unit: MetricUnit, value: Numeric, format: MetricFormat): Intl.NumberFormatOptions {
  const base = unitOptions(unit, format.currency)
  const { form = 'exact' } = format
  const size = Math.abs(Number(value))
  if (form === 'exact' || unit === 'percent') return base
  if (size >= SHORTENED_FROM) return shortened(base, 2)
  return size >= 1000 && unit === 'money' ? { ...base, ...places(0) } : base
}

function unitOptions(unit: MetricUnit, currency: string): Intl.NumberFormatOptions {
  switch (unit) {
    case 'money':
      return { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }
    case 'percent':
      return { style: 'percent', ...places(2) }
    case 'number':
      return places(2)
    case 'count':
      return places(0)
  }
}

function shortened(base: Intl.NumberFormatOptions, digits: number): Intl.NumberFormatOptions {
  return { ...base, notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: digits }
}

function trimmed(base: Intl.NumberFormatOptions): Intl.NumberFormatOptions {
  return { ...base, trailingZeroDisplay: 'stripIfInteger' }
}

function places(digits: number): Intl.NumberFormatOptions {
  return { minimumFractionDigits: digits, maximumFractionDigits: digits }
}
