import type { InsightsRow, MetricValues } from '@adpane/contract'
import { describe, expect, it } from 'vitest'
import { chartPoints, type ChartQuestion, hasLine, latestFinished, missingRuns } from './chart-points.ts'

const range = { since: '2026-11-20', until: '2026-11-23' }
const before = { since: '2026-11-16', until: '2026-11-19' }

describe('chartPoints', () => {
  it('puts the compared period beside the range by day index', () => {
    const points = chartPoints(
      question({
        current: answer(range, [row('2026-11-20', '10.00'), row('2026-11-21', '20.00')]),
        compare: answer(before, [row('2026-11-16', '1.00'), row('2026-11-17', '2.00')]),
      }),
    )
    expect(points.map((point) => [point.since, point.bar, point.compare?.since, point.compare?.bar])).toEqual([
      ['2026-11-20', '10.00', '2026-11-16', '1.00'],
      ['2026-11-21', '20.00', '2026-11-17', '2.00'],
      ['2026-11-22', 0, '2026-11-18', 0],
      ['2026-11-23', 0, '2026-11-19', 0],
    ])
  })

  it('compares a longer range with a shorter one as far as that goes', () => {
    const points = chartPoints(question({ compare: answer({ since: '2026-11-01', until: '2026-11-02' }, []) }))
    expect(points.map((point) => point.compare?.since)).toEqual(['2026-11-01', '2026-11-02', undefined, undefined])
  })

  it('reads a day left out of a complete answer as zero delivery, and its ratio as unknown', () => {
    const [point] = chartPoints(question())
    expect(point).toMatchObject({ bar: 0, line: null, missing: false })
  })

  it('reads a day left out of a running report as a gap', () => {
    const points = chartPoints(question({ current: { ...answer(range, [row('2026-11-20', '1.00')]), pending: true } }))
    expect(points.map((point) => point.missing)).toEqual([false, true, true, true])
    expect(missingRuns(points)).toEqual([{ from: 1, to: 3 }])
  })

  it('marks the day that was still running, and those nothing can be known of yet', () => {
    const points = chartPoints(question({ unfinished: '2026-11-22' }))
    expect(points.map((point) => point.unfinished)).toEqual([false, false, true, false])
    expect(points.map((point) => point.future)).toEqual([false, false, false, true])
    expect(latestFinished(points)).toBe(1)
  })

  it('cuts the last week short and calls it unfinished', () => {
    const current = answer({ since: '2026-11-09', until: '2026-11-18' }, [])
    const points = chartPoints(question({ increment: '7', current, unfinished: '2026-11-18' }))
    expect(points.map((point) => [point.since, point.until, point.unfinished])).toEqual([
      ['2026-11-09', '2026-11-15', false],
      ['2026-11-16', '2026-11-18', true],
    ])
  })

  it('steps by calendar months from a range that begins inside one', () => {
    const current = answer({ since: '2026-01-20', until: '2026-03-05' }, [])
    expect(chartPoints(question({ increment: 'monthly', current })).map((point) => point.since)).toEqual([
      '2026-01-20',
      '2026-02-01',
      '2026-03-01',
    ])
  })

  it('knows when the line has nothing to say', () => {
    const unknown = [row('2026-11-20', '5.00', null), row('2026-11-21', '5.00', null)]
    expect(hasLine(chartPoints(question({ current: answer(range, unknown) })))).toBe(false)
    expect(hasLine(chartPoints(question({ current: answer(range, [row('2026-11-20', '5.00', '3.1')]) })))).toBe(true)
  })
})

function question(over: Partial<ChartQuestion> = {}): ChartQuestion {
  return { metrics: ['spend', 'roas'], increment: '1', current: answer(range, []), unfinished: undefined, ...over }
}

function answer(of: { since: string; until: string }, rows: readonly InsightsRow[]) {
  return { rows, range: of, pending: false }
}

function row(day: string, spend: string, roas: string | null = '3.0000'): InsightsRow {
  const metrics: MetricValues = { spend, roas }
  return { id: 'act_1', name: 'Shop', level: 'account', day, metrics }
}
