/** A formatted number in the pieces a designer needs: the unit is often smaller than the digits. */
export interface NumberParts {
  /** `−` below zero. Stands before the unit: −$5. */
  sign: string
  /** A unit in front, such as `$`. */
  before: string
  digits: string
  /** A unit behind, such as `%`. */
  after: string
}

/** What the wire carries: an integer, or a decimal as a string, whose every digit counts. */
export type Numeric = number | `${number}`

/** True when a string is a plain decimal, so that `Intl` prints it digit by digit, without a float between. */
export function isDecimal(text: string): text is `${number}` {
  return /^-?\d+(\.\d+)?$/.test(text)
}

/**
 * Formats a number and tells its unit apart from its digits.
 *
 * Digits are Latin in every locale unless the locale asks for others (`ar-u-nu-arab`), as Ads Manager shows them.
 * The minus is `−`.
 */
export function numberParts(value: Numeric, locale: string, options: Intl.NumberFormatOptions): NumberParts {
  const parts = { sign: '', before: '', digits: '', after: '' }
  for (const part of formatterFor(locale, options).formatToParts(value)) {
    const text = clean(part)
    if (part.type === 'minusSign') parts.sign = '−'
    else if (digitTypes.has(part.type)) parts.digits += text
    else if (parts.digits === '') parts.before += text
    else parts.after += text
  }
  return parts
}

/** The pieces in one string. */
export function joinParts({ sign, before, digits, after }: NumberParts): string {
  return `${sign}${before}${digits}${after}`
}

const digitTypes = new Set(['integer', 'group', 'decimal', 'fraction', 'plusSign', 'infinity', 'nan'])
const formatters = new Map<string, Intl.NumberFormat>()

function formatterFor(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale}|${JSON.stringify(options)}`
  const known = formatters.get(key)
  if (known) return known
  const digits = locale.includes('-nu-') ? {} : { numberingSystem: 'latn' }
  const made = new Intl.NumberFormat(locale, { ...digits, ...options })
  formatters.set(key, made)
  return made
}

function clean({ type, value }: Intl.NumberFormatPart): string {
  // Thousands are k in our tables; K is for kelvin.
  if (type === 'compact') return value === 'K' ? 'k' : value
  // Some locales wrap units in direction marks. Our numbers are isolated left-to-right runs already.
  return value.replace(/[\u200e\u200f\u061c]/g, '')
}
