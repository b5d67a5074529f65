import { metricNames } from '@adpane/contract'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { verdictOf } from '../primitives/delta.tsx'
import { metricChange } from './metric-change.ts'

const amount = fc.integer({ min: 1, max: 10_000_000 }).map((minor) => (minor / 100).toFixed(2))

describe('metricChange', () => {
  it('tells the change as a share of the earlier number', () => {
    expect(metricChange('112.90', '100.00')).toBeCloseTo(0.129)
    expect(metricChange(50, 100)).toBe(-0.5)
  })

  it('calls it new where nothing was earlier, never an endless rise', () => {
    expect(metricChange('8240.55', '0.00')).toBe('new')
    expect(metricChange('8240.55', null)).toBe('new')
    expect(metricChange(12, undefined)).toBe('new')
  })

  it('says nothing about an unknown number, or about nothing that stayed nothing', () => {
    expect(metricChange(null, '3.00')).toBeUndefined()
    expect(metricChange(undefined, 3)).toBeUndefined()
    expect(metricChange('0.00', '0.00')).toBeUndefined()
  })

  it('has the sign of the difference, whatever the amounts', () => {
    fc.assert(
      fc.property(amount, amount, (now, earlier) => {
        expect(Math.sign(Number(metricChange(now, earlier)))).toBe(Math.sign(Number(now) - Number(earlier)))
      }),
    )
  })

  it('is good news for a metric exactly when the opposite change is bad news', () => {
    fc.assert(
      fc.property(fc.constantFrom(...metricNames), amount, amount, (metric, now, earlier) => {
        const change = Number(metricChange(now, earlier))
        const opposite = { good: 'bad', bad: 'good', neutral: 'neutral' }[verdictOf(metric, change)]
        expect(verdictOf(metric, -change)).toBe(opposite)
      }),
    )
  })
})
