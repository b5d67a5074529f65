import type { InsightsRow, MetricValues } from '@adpane/contract'
import { describe, expect, it } from 'vitest'
import { changeOver, dailyValues, valueOver, withComponents } from './tile-values.ts'

describe('valueOver', () => {
  it('takes ratios of totals, never averages of ratios', () => {
    const rows = [
      row('2026-11-01', { spend: '10', purchase_value: '100' }),
      row('2026-11-02', { spend: '90', purchase_value: '90' }),
    ]
    expect(valueOver('roas', rows)).toBe(1.9)
  })

  it('never adds people up', () => {
    expect(valueOver('reach', [row('2026-11-01', { reach: 5 }), row('2026-11-02', { reach: 5 })])).toBeUndefined()
    expect(valueOver('frequency', [row('2026-11-01', { reach: 5, impressions: 10 })])).toBeUndefined()
  })

  it('knows nothing when one day is unknown', () => {
    expect(valueOver('spend', [row('2026-11-01', { spend: '1' }), row('2026-11-02', { spend: null })])).toBeUndefined()
  })
})

describe('changeOver', () => {
  const finished = { current: '2026-11-22', previous: '2026-10-23' }

  it('leaves the unfinished day out on both sides', () => {
    const current = [row('2026-11-22', { spend: '110' }), row('2026-11-23', { spend: '40' })]
    const previous = [row('2026-10-23', { spend: '100' }), row('2026-10-24', { spend: '100' })]
    expect(changeOver('spend', current, previous, finished)).toBeCloseTo(0.1)
  })

  it('says new after nothing', () => {
    const current = [row('2026-11-22', { spend: '110' })]
    expect(changeOver('spend', current, [row('2026-10-23', { spend: '0.00' })], finished)).toBe('new')
    expect(changeOver('spend', current, [], finished)).toBe('new')
  })

  it('says nothing about a ratio that was unknown before', () => {
    const current = [row('2026-11-22', { spend: '10', purchase_value: '30' })]
    const previous = [row('2026-10-23', { spend: '10', purchase_value: null })]
    expect(changeOver('roas', current, previous, finished)).toBeUndefined()
  })
})

describe('dailyValues', () => {
  it('reads a day left out as zero when it adds up, and as a gap when it does not', () => {
    const rows = [row('2026-11-01', { spend: '5', roas: '2' })]
    expect(dailyValues('spend', rows, ['2026-11-01', '2026-11-02'])).toEqual([5, 0])
    expect(dailyValues('roas', rows, ['2026-11-01', '2026-11-02'])).toEqual([2, null])
  })
})

describe('withComponents', () => {
  it('asks for what ratios follow from, once each', () => {
    expect(withComponents(['spend', 'roas', 'ctr'])).toEqual([
      'spend',
      'roas',
      'ctr',
      'purchase_value',
      'clicks',
      'impressions',
    ])
  })
})

function row(day: string, metrics: MetricValues): InsightsRow {
  return { id: 'act_1', name: 'Shop', level: 'account', day, metrics }
}
