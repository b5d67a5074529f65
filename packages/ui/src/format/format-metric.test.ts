import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatMetric, formatMoney, formatShare, metricParts, unitSign } from './format-metric.ts'

const usd = { currency: 'USD', locale: 'en' }

describe('formatMetric', () => {
  it('prints money, counts, shares and ratios the way Ads Manager does', () => {
    expect(formatMetric('spend', '72255.24', usd)).toBe('$72,255.24')
    expect(formatMetric('purchases', 1882, usd)).toBe('1,882')
    expect(formatMetric('ctr', '0.016300', usd)).toBe('1.63%')
    expect(formatMetric('roas', '3.3700', usd)).toBe('3.37')
  })

  it('says — for what nobody knows', () => {
    expect(formatMetric('reach', null, usd)).toBe('—')
    expect(formatMetric('reach', undefined, usd)).toBe('—')
    expect(formatMetric('spend', 'n/a', usd)).toBe('—')
  })

  it('keeps zero a number', () => {
    expect(formatMetric('spend', '0.00', usd)).toBe('$0.00')
  })

  it('gives every currency its own decimals', () => {
    expect(formatMetric('spend', '1200', { currency: 'JPY', locale: 'en' })).toBe('¥1,200')
    expect(formatMetric('spend', '1.234', { currency: 'KWD', locale: 'en', unit: false })).toBe('1.234')
  })

  it('leaves the unit out when a header says it', () => {
    expect(formatMetric('spend', '1234.50', { ...usd, unit: false })).toBe('1,234.50')
    expect(formatMetric('ctr', '0.0163', { ...usd, unit: false })).toBe('1.63')
    expect(unitSign('spend', usd)).toBe('$')
    expect(unitSign('ctr', usd)).toBe('%')
    expect(unitSign('roas', usd)).toBe('')
  })

  it('shortens on tiles from a million and drops cents from a thousand', () => {
    const compact = { ...usd, form: 'compact' } as const
    expect(formatMetric('spend', '72255.24', compact)).toBe('$72,255')
    expect(formatMetric('spend', '38.39', compact)).toBe('$38.39')
    expect(formatMetric('impressions', 5214062, compact)).toBe('5.21M')
  })

  it('is as short as an axis needs, in every locale', () => {
    expect(formatMetric('spend', 4500, { ...usd, form: 'axis' })).toBe('$4.5k')
    expect(formatMetric('spend', 300, { ...usd, form: 'axis' })).toBe('$300')
    expect(formatMetric('spend', 4500, { currency: 'EUR', locale: 'de', form: 'axis' })).toMatch(/^4,5k\s€$/)
    expect(formatMetric('spend', 4500, { currency: 'USD', locale: 'ar', form: 'axis' })).toMatch(/^4\.5k\s\$$/)
  })

  it('puts a minus, not a hyphen, before the sign', () => {
    expect(formatMoney('-5.00', usd)).toBe('−$5.00')
  })

  it('tells the unit apart for smaller type', () => {
    expect(metricParts('spend', '38.39', usd)).toEqual({ sign: '', before: '$', digits: '38.39', after: '' })
    expect(metricParts('ctr', '0.0163', usd)).toEqual({ sign: '', before: '', digits: '1.63', after: '%' })
  })
})

describe('exact money', () => {
  const cents = fc.bigInt({ min: 0n, max: 10n ** 24n })

  it('prints every digit of any amount, also where a float would round', () => {
    fc.assert(
      fc.property(cents, (amount) => {
        const decimal = `${amount / 100n}.${String(amount % 100n).padStart(2, '0')}`
        expect(formatMoney(decimal, usd).replaceAll(/[$,]/g, '')).toBe(decimal)
      }),
    )
  })

  it('prints a negative amount as its opposite behind a minus', () => {
    fc.assert(
      fc.property(cents, (amount) => {
        const decimal = `${amount / 100n}.${String(amount % 100n).padStart(2, '0')}`
        fc.pre(amount > 0n)
        expect(formatMoney(`-${decimal}`, usd)).toBe(`−${formatMoney(decimal, usd)}`)
      }),
    )
  })
})

describe('formatShare', () => {
  it('shows one decimal and leaves the direction to the arrow', () => {
    expect(formatShare(0.1492, 'en')).toBe('14.9%')
    expect(formatShare(-0.036, 'en')).toBe('3.6%')
    expect(formatShare(12.4, 'en')).toBe('1,240%')
  })
})
