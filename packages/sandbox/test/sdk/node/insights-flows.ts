import { AdReportRun } from 'facebook-nodejs-business-sdk'
import { expect, it, vi } from 'vitest'
import type { Meta } from './meta.ts'
import { refusalOf } from './refusal.ts'
import { cents, rowsOf, sumOf } from './rows.ts'

const week = { since: '2026-11-09', until: '2026-11-15' }
const delivery = [
  'active',
  'archived',
  'completed',
  'limited',
  'not_delivering',
  'deleted',
  'not_published',
  'pending_review',
  'permanently_deleted',
  'recently_completed',
  'recently_rejected',
  'rejected',
  'scheduled',
  'inactive',
]

/** Synchronous and asynchronous insights, by breakdown, attribution window and period. */
export function insightsFlows(meta: () => Meta): void {
  it('reads the results of an account', async () => {
    const [row] = await meta().accountObject.getInsights(['impressions', 'spend', 'reach'], { time_range: week })
    expect(row).toMatchObject({ date_start: week.since, date_stop: week.until, spend: expect.any(String) })
    expect(Number(row?.['reach'])).toBeLessThanOrEqual(Number(row?.['impressions']))
  })

  it('gives daily rows that add up to the week, except reach', async () => {
    const fields = ['impressions', 'spend', 'reach']
    const [whole] = await meta().accountObject.getInsights(fields, { time_range: week })
    const days = await rowsOf(meta().accountObject.getInsights(fields, { time_range: week, time_increment: 1 }))
    expect(days).toHaveLength(7)
    expect(sumOf(days, 'impressions')).toBe(cents(whole?.['impressions']))
    expect(sumOf(days, 'spend')).toBe(cents(whole?.['spend']))
    expect(sumOf(days, 'reach')).toBeGreaterThan(cents(whole?.['reach']))
  })

  it('gives rows of every ad over several pages that add up to the account, ads of the past on request', async () => {
    const params = { level: 'ad', time_range: week, limit: 20 }
    const [whole] = await meta().accountObject.getInsights(['spend'], { time_range: week })
    const live = await rowsOf(meta().accountObject.getInsights(['ad_id', 'spend'], { ...params }))
    expect(live.length).toBeGreaterThan(20)
    // What connectors send to see archived and deleted ads too.
    const filtering = [{ field: 'ad.delivery_info', operator: 'IN', value: delivery }]
    const ever = await rowsOf(meta().accountObject.getInsights(['ad_id', 'spend'], { ...params, filtering }))
    expect(sumOf(ever, 'spend')).toBe(cents(whole?.['spend']))
  })

  it('splits by age and gender without losing anything', async () => {
    const [whole] = await meta().accountObject.getInsights(['spend'], { time_range: week })
    const rows = await rowsOf(
      meta().accountObject.getInsights(['spend'], { time_range: week, breakdowns: ['age', 'gender'], limit: 100 }),
    )
    expect(new Set(rows.map(({ gender }) => gender))).toEqual(new Set(['female', 'male', 'unknown']))
    expect(sumOf(rows, 'spend')).toBe(cents(whole?.['spend']))
  })

  it('refuses breakdowns that do not go together', async () => {
    const breakdowns = ['age', 'country', 'region']
    const refused = await refusalOf(meta().accountObject.getInsights(['spend'], { breakdowns }))
    expect(refused.response).toMatchObject({ code: 100 })
    expect(refused.message).toContain('(#100) Current combination of data breakdown columns')
  })

  it('counts actions by attribution window', async () => {
    const rows = await rowsOf(
      meta().accountObject.getInsights(['actions'], {
        time_range: week,
        level: 'campaign',
        action_attribution_windows: ['1d_click', '7d_click'],
      }),
    )
    const actions = rows.flatMap((row) => (row['actions'] as Record<string, string>[] | undefined) ?? [])
    expect(actions.some((action) => '1d_click' in action && '7d_click' in action)).toBe(true)
  })

  it('runs a report in the background, polled until it is done', async () => {
    const params = { level: 'ad', time_range: week }
    const run = await meta().accountObject.getInsightsAsync(['ad_id', 'spend'], { ...params })
    expect(run.id).toMatch(/^\d+$/)
    await vi.waitFor(
      async () => {
        await run.get([AdReportRun.Fields.async_status, AdReportRun.Fields.async_percent_completion])
        expect(run).toMatchObject({ async_status: 'Job Completed', async_percent_completion: 100 })
      },
      { timeout: 10_000, interval: 50 },
    )
    const wanted = await rowsOf(meta().accountObject.getInsights(['ad_id', 'spend'], { ...params, limit: 500 }))
    const rows = await rowsOf(run.getInsights([], { limit: 50 }))
    expect(rows).toHaveLength(wanted.length)
    expect(sumOf(rows, 'spend')).toBe(sumOf(wanted, 'spend'))
  })

  it('does not hand out a report before it is done', async () => {
    const run = await meta().accountObject.getInsightsAsync(['spend'], { date_preset: 'last_30d' })
    const refused = await refusalOf(run.getInsights([]))
    expect(refused.response).toMatchObject({ code: 2601, error_subcode: 1815107, is_transient: true })
  })

  it('refuses periods older than 37 months', async () => {
    const refused = await refusalOf(
      meta().accountObject.getInsights(['spend'], { time_range: { since: '2022-01-01', until: '2022-01-31' } }),
    )
    expect(refused.response).toMatchObject({ code: 3018 })
  })
}
