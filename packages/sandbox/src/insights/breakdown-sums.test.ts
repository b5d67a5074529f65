import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localMoment } from '../world/clock.ts'
import { createWorld } from '../world/create-world.ts'
import { at, measures } from '../world/facts.ts'
import { formatDay } from '../world/day.ts'
import { insightsQuery } from './insights-query.ts'
import { insightsRows } from './insights-rows.ts'
import type { InsightsRow } from './insights-row.ts'
import { rowJson } from './row-json.ts'

const now = new Date('2026-11-23T15:00:00Z')
const accounts = createWorld({ seed: 11, accounts: 2, ads: 24, start: now }).accounts

type Params = Record<string, string>

function ask(account: number, params: Params) {
  const own = accounts[account]
  if (!own) throw new Error('No such account.')
  const root = { level: 'account', id: own.id, account: own } as const
  const moment = localMoment(now, own.timezone)
  const query = insightsQuery(new Map(Object.entries(params)), root, moment, 'v25.0')
  const rows = insightsRows(query, root, moment)
  return { query, rows, json: rows.map((row) => rowJson(row, query)) }
}

function summed(rows: readonly InsightsRow[]): number[] {
  const size = rows[0]?.totals.sums.length ?? 0
  return Array.from({ length: size }, (_, index) => rows.reduce((sum, row) => sum + (row.totals.sums[index] ?? 0), 0))
}

const today = localMoment(now, 'UTC').today
const ranges = fc
  .tuple(fc.nat(120), fc.nat(20))
  .map(([back, length]) => ({ since: formatDay(today - back - length), until: formatDay(today - back) }))
const windows = '1d_click,7d_click,28d_click,1d_view,7d_view,28d_view,1d_ev,incrementality,default'
const fields = 'impressions,spend,actions,action_values,video_p25_watched_actions,outbound_clicks,social_spend'

const whole = [
  'country',
  'country,region',
  'age',
  'gender',
  'age,gender',
  'publisher_platform',
  'publisher_platform,platform_position',
  'publisher_platform,platform_position,impression_device',
  'device_platform',
  'hourly_stats_aggregated_by_advertiser_time_zone',
  'hourly_stats_aggregated_by_audience_time_zone',
  'user_segment_key',
  'body_asset',
  'title_asset',
  'call_to_action_asset',
  'ad_format_asset',
  'signal_source_bucket',
  'landing_destination',
  'breakdown_ad_objective',
]

describe('any breakdown', () => {
  it.each(whole)('by %s sums to the plain total, in every count, value and window', (breakdowns) => {
    fc.assert(
      fc.property(fc.nat(1), ranges, (account, range) => {
        const params = { fields, action_attribution_windows: windows, time_range: JSON.stringify(range) }
        const plain = ask(account, params).rows
        const parts = ask(account, { ...params, breakdowns }).rows
        expect(summed(parts)).toEqual(summed(plain))
      }),
      { numRuns: 6 },
    )
  })

  it.each(whole)('by %s keeps every cell possible', (breakdowns) => {
    const limits = [
      ['clicks', 'impressions'],
      ['linkClicks', 'clicks'],
      ['landingPageViews', 'linkClicks'],
      ['contentViews', 'landingPageViews'],
      ['addsToCart', 'landingPageViews'],
      ['checkouts', 'addsToCart'],
      ['purchases', 'checkouts'],
      ['leads', 'linkClicks'],
      ['videoViews', 'impressions'],
      ['thruplays', 'videoViews'],
    ] as const
    const { rows } = ask(0, {
      breakdowns,
      fields: 'impressions,reach',
      level: 'ad',
      time_increment: '1',
      date_preset: 'last_3d',
    })
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) {
      const { sums } = row.totals
      for (const [part, of] of limits) expect(sums[at[part]]).toBeLessThanOrEqual(sums[at[of]] ?? 0)
      for (const measure of measures) expect(sums[at[measure]]).toBeGreaterThanOrEqual(0)
      expect(row.people().reached).toBeLessThanOrEqual(sums[at.impressions] ?? 0)
    }
  })

  it('adds up over days as well as over cells', () => {
    const params = { fields, breakdowns: 'publisher_platform', date_preset: 'last_14d' }
    const key = ({ totals }: InsightsRow) => JSON.stringify(totals.values)
    const daily = Map.groupBy(ask(0, { ...params, time_increment: '1' }).rows, key)
    for (const row of ask(0, params).rows) expect(summed(daily.get(key(row)) ?? [])).toEqual([...row.totals.sums])
  })

  it('splits marketing mix rows so that they sum to their ad sets', () => {
    const plain = ask(0, { level: 'adset', fields: 'impressions,spend' }).rows
    const mixed = ask(0, { level: 'adset', breakdowns: 'mmm' }).rows
    for (const measure of ['impressions', 'spend'] as const) {
      expect(summed(mixed)[at[measure]]).toBe(summed(plain)[at[measure]])
    }
  })
})

describe('action breakdowns', () => {
  const dimensions = [
    'action_device',
    'action_reaction',
    'action_video_sound',
    'action_video_type',
    'action_destination',
    'action_target_id',
    'action_carousel_card_id',
    'action_carousel_card_name',
    'conversion_destination',
    'signal_source_bucket',
    'standard_event_content_type',
    'is_business_ai_assisted',
    'matched_persona_id',
    'matched_persona_name',
    'action_canvas_component_name',
  ]

  const totalsByType = (list: unknown) => {
    const totals = new Map<string, number>()
    for (const stat of (list ?? []) as Record<string, string>[]) {
      for (const key of ['value', '1d_click', '28d_click', '7d_view']) {
        const name = `${stat['action_type'] ?? ''} ${key}`
        totals.set(name, (totals.get(name) ?? 0) + Number(stat[key] ?? 0))
      }
    }
    return Object.fromEntries(totals)
  }

  it.each(dimensions)('by %s split each entry exactly', (dimension) => {
    const params = { fields: 'actions', action_attribution_windows: '1d_click,28d_click,7d_view,default' }
    const [plain = {}] = ask(0, params).json
    const [split = {}] = ask(0, { ...params, action_breakdowns: `action_type,${dimension}` }).json
    expect(totalsByType(split['actions'])).toEqual(totalsByType(plain['actions']))
  })

  it('add up over days', () => {
    const params = { fields: 'actions', action_breakdowns: 'action_type,action_device', date_preset: 'last_14d' }
    const counts = (rows: readonly Record<string, unknown>[]) => {
      const sums = new Map<string, number>()
      for (const stat of rows.flatMap((row) => (row['actions'] ?? []) as Record<string, string>[])) {
        const key = `${stat['action_type'] ?? ''} ${stat['action_device'] ?? ''}`
        sums.set(key, (sums.get(key) ?? 0) + Number(stat['value']))
      }
      return Object.fromEntries(sums)
    }
    expect(counts(ask(0, { ...params, time_increment: '1' }).json)).toEqual(counts(ask(0, params).json))
  })
})

describe('reach', () => {
  it('stays below the sum of its days on nearly all rows of several days, plain or broken down', () => {
    const params = { fields: 'reach', level: 'adset', date_preset: 'last_14d' }
    for (const breakdowns of ['', 'age', 'publisher_platform', 'region']) {
      const key = ({ adSet, totals }: InsightsRow) => `${adSet?.id ?? ''} ${JSON.stringify(totals.values)}`
      const asked = breakdowns === '' ? params : { ...params, breakdowns }
      const daily = Map.groupBy(ask(0, { ...asked, time_increment: '1' }).rows, key)
      const rows = ask(0, asked).rows.filter((row) => (daily.get(key(row))?.length ?? 0) > 1)
      const isBelow = (row: InsightsRow) =>
        row.people().reached < (daily.get(key(row)) ?? []).reduce((sum, part) => sum + part.people().reached, 0)
      expect(rows.length).toBeGreaterThan(3)
      expect(rows.filter(isBelow).length / rows.length).toBeGreaterThanOrEqual(0.95)
    }
  })
})
