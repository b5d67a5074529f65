import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FactMetrics } from '../store/schema.ts'
import { emptyFact } from './empty-fact.ts'
import { totalsOf } from './totals.ts'

const aFact = (metrics: Partial<FactMetrics>): FactMetrics => ({ ...emptyFact('1', '2025-03-01'), ...metrics })

describe('totals', () => {
  it('adds what adds up and divides the sums', () => {
    const rows = [
      aFact({ spend: '10.00', clicks: 1, impressions: 10 }),
      aFact({ spend: '0.10', clicks: 99, impressions: 990 }),
    ]
    // The average of the two CPCs would be 5.0005.
    expect(totalsOf(rows, ['spend', 'clicks', 'ctr', 'cpc'], 'USD')).toEqual({
      metrics: { spend: '10.10', clicks: 100, ctr: '0.1', cpc: '0.101' },
      of: 2,
    })
  })

  it('never adds people up, nor divides by such a sum', () => {
    const rows = [
      aFact({ reach: 10, unique_clicks: 2, impressions: 20 }),
      aFact({ reach: 5, unique_clicks: 1, impressions: 5 }),
    ]
    expect(totalsOf(rows, ['reach', 'unique_clicks', 'frequency'], 'USD')).toEqual({
      metrics: { reach: null, unique_clicks: null, frequency: null },
      reasons: { reach: 'not_additive', unique_clicks: 'not_additive', frequency: 'not_additive' },
      of: 2,
    })
  })

  it('keeps the reach of a single row', () => {
    expect(totalsOf([aFact({ reach: 10, impressions: 25 })], ['reach', 'frequency'], 'USD').metrics).toEqual({
      reach: 10,
      frequency: '2.5',
    })
  })

  it('leaves a value nobody reported unknown, and ROAS with it', () => {
    expect(totalsOf([aFact({ spend: '5.00' }), aFact({ spend: '3.00' })], ['purchase_value', 'roas'], 'USD')).toEqual({
      metrics: { purchase_value: null, roas: null },
      reasons: { purchase_value: 'not_reported', roas: 'not_reported' },
      of: 2,
    })
  })

  it('counts a value of zero, which is not the same as unknown', () => {
    const rows = [aFact({ spend: '5.00', purchase_value: '0' }), aFact({ spend: '5.00', purchase_value: '20.00' })]
    expect(totalsOf(rows, ['roas'], 'USD').metrics).toEqual({ roas: '2' })
  })

  it('says that there is nothing to divide by', () => {
    expect(totalsOf([aFact({ spend: '5.00' })], ['cost_per_lead'], 'USD')).toMatchObject({
      metrics: { cost_per_lead: null },
      reasons: { cost_per_lead: 'no_denominator' },
    })
  })

  it('adds money to the last place, in the currency’s own form', () => {
    expect(totalsOf([aFact({ spend: '0.1' }), aFact({ spend: '0.2' })], ['spend'], 'USD').metrics.spend).toBe('0.30')
    expect(totalsOf([aFact({ spend: '1200' })], ['spend'], 'JPY').metrics.spend).toBe('1200')
    expect(totalsOf([aFact({ spend: '58704.229958205' }), aFact({ spend: '1' })], ['spend'], 'USD').metrics.spend).toBe(
      '58705.229958205',
    )
  })

  it('adds any amounts of minor units exactly', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1_000_000_000 }), { maxLength: 60 }), (cents) => {
        const rows = cents.map((amount) =>
          aFact({ spend: `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}` }),
        )
        const total = totalsOf(rows, ['spend'], 'USD').metrics.spend
        const sum = cents.reduce((left, right) => left + right, 0)
        expect(String(total).replace('.', '')).toBe(String(sum).padStart(3, '0'))
      }),
    )
  })
})
