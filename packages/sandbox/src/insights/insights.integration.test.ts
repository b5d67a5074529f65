import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allPages, ask } from '../http/ask.testing.ts'
import { startSandbox, type Sandbox } from '../index.ts'

const now = new Date('2026-11-23T15:00:00Z')
let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, seed: 3, now, isClockFrozen: true, reportDurationMs: 0 })
})
afterAll(() => sandbox.close())

type Row = Record<string, unknown>

const accountId = () => sandbox.accounts[0]?.id ?? ''
const insights = async (params: Record<string, string>, root = accountId()): Promise<Row[]> =>
  allPages(sandbox, `${root}/insights`, { limit: '1000', ...params })
const total = (rows: readonly Row[], field: string) =>
  rows.reduce((sum, row) => sum + Math.round(Number(row[field] ?? 0) * 100), 0) / 100
const range = (since: string, until: string) => ({ time_range: JSON.stringify({ since, until }) })
const october = range('2026-10-01', '2026-10-31')
const everyStatus = JSON.stringify([
  {
    field: 'ad.effective_status',
    operator: 'IN',
    value: ['ACTIVE', 'PAUSED', 'ARCHIVED', 'DELETED', 'CAMPAIGN_PAUSED', 'ADSET_PAUSED', 'WITH_ISSUES', 'DISAPPROVED'],
  },
])
const additive = 'impressions,clicks,inline_link_clicks,spend'

describe('truth', () => {
  it('sums to the account when archived and deleted ads are asked for, and to less when not', async () => {
    const [account = {}] = await insights({ ...october, fields: additive })
    const all = await insights({ ...october, fields: additive, level: 'ad', filtering: everyStatus })
    for (const field of additive.split(',')) expect(total(all, field)).toBe(total([account], field))
    const listed = await insights({ ...october, fields: additive, level: 'ad' })
    expect(total(listed, 'spend')).toBeLessThan(total([account], 'spend'))
    expect(total(listed, 'spend')).toBeGreaterThan(0)
  })

  it.each([
    { time_increment: '1' },
    { time_increment: '7' },
    { breakdowns: 'age' },
    { breakdowns: 'gender' },
    { breakdowns: 'age,gender' },
  ])('adds up over %o', async (split) => {
    const [account = {}] = await insights({ ...october, fields: additive })
    const parts = await insights({ ...october, ...split, fields: additive })
    expect(parts.length).toBeGreaterThan(1)
    for (const field of additive.split(',')) expect(total(parts, field)).toBe(total([account], field))
  })

  it('computes ratios from totals', async () => {
    const fields =
      'impressions,clicks,spend,reach,ctr,cpc,cpm,frequency,actions,action_values,purchase_roas,cost_per_action_type'
    const [row = {}] = await insights({ ...october, fields })
    const value = (list: unknown, type: string) => {
      const found = Array.isArray(list) ? list.find((stat: Row) => stat['action_type'] === type) : undefined
      return Number((found as Row | undefined)?.['value'])
    }
    expect(Number(row['ctr'])).toBeCloseTo((Number(row['clicks']) * 100) / Number(row['impressions']), 5)
    expect(Number(row['cpc'])).toBeCloseTo(Number(row['spend']) / Number(row['clicks']), 5)
    expect(Number(row['frequency'])).toBeCloseTo(Number(row['impressions']) / Number(row['reach']), 5)
    const roas = value(row['action_values'], 'purchase') / Number(row['spend'])
    expect(value(row['purchase_roas'], 'omni_purchase')).toBeCloseTo(roas, 5)
    expect(value(row['cost_per_action_type'], 'lead')).toBeCloseTo(
      Number(row['spend']) / value(row['actions'], 'lead'),
      5,
    )
  })

  it('is believable: sales campaigns return 1.5 to 6 times their spend, clicks are rare, yen have no decimals', async () => {
    for (const { id, currency } of sandbox.accounts) {
      const filtering = '[{"field":"campaign.objective","operator":"EQUAL","value":"OUTCOME_SALES"}]'
      const [row = {}] = await insights({ date_preset: 'last_90d', fields: 'spend,ctr,purchase_roas', filtering }, id)
      const [roas]: Row[] = Array.isArray(row['purchase_roas']) ? row['purchase_roas'] : []
      expect(Number(roas?.['value'])).toBeGreaterThan(1.5)
      expect(Number(roas?.['value'])).toBeLessThan(6)
      expect(Number(row['ctr'])).toBeGreaterThan(0.7)
      expect(Number(row['ctr'])).toBeLessThan(4)
      expect(String(row['spend']).includes('.')).toBe(currency !== 'JPY')
    }
  })

  it('has at least thirteen months of delivery, and of today a part', async () => {
    const months = await insights({ date_preset: 'maximum', time_increment: 'monthly', fields: 'spend' })
    expect(months.length).toBeGreaterThanOrEqual(14)
    const [today = {}] = await insights({ date_preset: 'today', fields: 'spend' })
    const [yesterday = {}] = await insights({ date_preset: 'yesterday', fields: 'spend' })
    expect(Number(today['spend'])).toBeGreaterThan(0)
    expect(Number(today['spend'])).toBeLessThan(Number(yesterday['spend']))
    expect(await insights({ ...range('2026-11-24', '2026-11-30') })).toEqual([])
  })
})

describe('people', () => {
  const day = fc
    .integer({ min: 0, max: 80 })
    .map((back) => new Date(now.getTime() - back * 86_400_000).toISOString().slice(0, 10))
  const days = fc.tuple(day, day).map((pair) => pair.sort())

  it('reaches fewer than the sum of days, of ads and of impressions, and never fewer over more days', async () => {
    const fields = 'impressions,reach,clicks,unique_clicks'
    await fc.assert(
      fc.asyncProperty(days, async ([since, until]) => {
        const [whole = {}] = await insights({ ...range(since, until), fields })
        const daily = await insights({ ...range(since, until), fields, time_increment: '1' })
        const ads = await insights({ ...range(since, until), fields, level: 'ad', filtering: everyStatus })
        for (const people of ['reach', 'unique_clicks']) {
          expect(Number(whole[people])).toBeLessThanOrEqual(total(daily, people))
          expect(Number(whole[people])).toBeLessThanOrEqual(total(ads, people))
          for (const part of [...daily, ...ads])
            expect(Number(whole[people])).toBeGreaterThanOrEqual(Number(part[people]))
        }
        for (const row of [whole, ...daily, ...ads])
          expect(Number(row['reach'])).toBeLessThanOrEqual(Number(row['impressions']))
      }),
      { numRuns: 12 },
    )
  })

  it('counts a month well below the sum of its days', async () => {
    const [month = {}] = await insights({ ...october, fields: 'reach' })
    const daily = await insights({ ...october, fields: 'reach', time_increment: '1' })
    expect(Number(month['reach'])).toBeLessThan(total(daily, 'reach') * 0.9)
  })
})

describe('questions', () => {
  it('answers at every level from every root', async () => {
    const [campaign = {}] = await insights({ level: 'campaign', fields: 'campaign_id,spend', sort: 'spend_descending' })
    const [adSet = {}] = await insights(
      { level: 'adset', fields: 'adset_id,campaign_name' },
      String(campaign['campaign_id']),
    )
    const [ad = {}] = await insights({ level: 'ad', fields: 'ad_id,adset_id' }, String(adSet['adset_id']))
    expect(ad['adset_id']).toBe(adSet['adset_id'])
    const [own] = await insights({}, String(ad['ad_id']))
    expect(Object.keys(own ?? {})).toEqual([
      'account_id',
      'campaign_id',
      'adset_id',
      'ad_id',
      'impressions',
      'spend',
      'date_start',
      'date_stop',
    ])
  })

  it('refuses a level above the queried object', async () => {
    const [ad = {}] = await insights({ level: 'ad', fields: 'ad_id' })
    const { status, body } = await ask(sandbox, `${String(ad['ad_id'])}/insights`, { level: 'campaign' })
    expect([status, body.error?.['code'], body.error?.['error_subcode']]).toEqual([500, 1, 99])
  })

  it('sorts by metrics and by one entry of actions', async () => {
    for (const sort of ['spend_descending', 'actions:link_click_descending']) {
      const rows = await insights({ level: 'ad', fields: 'spend,inline_link_clicks', sort })
      const keys = rows.map((row) => Number(row[sort.startsWith('spend') ? 'spend' : 'inline_link_clicks']))
      expect(keys).toEqual([...keys].sort((a, b) => b - a))
    }
  })

  it('filters by metric, by object and by action type', async () => {
    const big = await insights({
      level: 'ad',
      fields: 'spend',
      filtering: '[{"field":"spend","operator":"GREATER_THAN","value":500}]',
    })
    expect(big.length).toBeGreaterThan(0)
    expect(big.every((row) => Number(row['spend']) > 500)).toBe(true)
    const [campaign = {}] = await insights({ level: 'campaign', fields: 'campaign_id,impressions' })
    const only = JSON.stringify([{ field: 'campaign.id', operator: 'IN', value: [campaign['campaign_id']] }])
    const [account = {}] = await insights({ fields: 'impressions', filtering: only })
    expect(account['impressions']).toBe(campaign['impressions'])
    const [leads = {}] = await insights({
      fields: 'actions',
      filtering: '[{"field":"action_type","operator":"IN","value":["lead"]}]',
    })
    expect(leads['actions']).toEqual([{ action_type: 'lead', value: expect.any(String) }])
  })

  it('reads presets in the upper case of the ad set edge', async () => {
    expect(await insights({ date_preset: 'LAST_7D' })).toEqual(await insights({ date_preset: 'last_7d' }))
  })

  it('wants actions to be asked for when they are to be broken down', async () => {
    const params = { action_breakdowns: 'action_device', fields: 'impressions' }
    expect((await ask(sandbox, `${accountId()}/insights`, params)).body.error?.['code']).toBe(100)
    const [row = {}] = await insights({ ...params, fields: 'actions' })
    expect(row['actions']).toEqual(expect.arrayContaining([{ action_device: 'iphone', value: expect.any(String) }]))
  })

  it('splits months at their ends', async () => {
    const rows = await insights({ ...range('2026-08-20', '2026-10-05'), time_increment: 'monthly', fields: 'spend' })
    expect(rows.map((row) => [row['date_start'], row['date_stop']])).toEqual([
      ['2026-08-20', '2026-08-31'],
      ['2026-09-01', '2026-09-30'],
      ['2026-10-01', '2026-10-05'],
    ])
  })

  it('pages without loss or doubles', async () => {
    const params = { level: 'ad', fields: 'ad_id,spend', time_increment: '1', date_preset: 'last_14d' }
    const whole = await insights(params)
    const pages = await insights({ ...params, limit: '83' })
    expect(pages).toEqual(whole)
    expect(new Set(pages.map((row) => `${String(row['ad_id'])}/${String(row['date_start'])}`)).size).toBe(pages.length)
  })
})

describe('breakdowns', () => {
  const names = (rows: readonly Row[], column: string) => [...new Set(rows.map((row) => String(row[column])))]

  it('name their cells as Meta does', async () => {
    const placements = await insights({ breakdowns: 'publisher_platform,platform_position,impression_device' })
    expect(names(placements, 'publisher_platform')).toEqual(['facebook', 'instagram'])
    expect(names(placements, 'platform_position')).toEqual(
      expect.arrayContaining(['feed', 'facebook_reels', 'instagram_stories', 'instagram_explore', 'marketplace']),
    )
    expect(names(placements, 'impression_device')).toEqual(
      expect.arrayContaining(['desktop', 'iphone', 'android_smartphone', 'ipad']),
    )
    expect(names(await insights({ breakdowns: 'region' }), 'region')).toEqual(
      expect.arrayContaining(['California', 'Unknown']),
    )
    expect(names(await insights({ breakdowns: 'country' }), 'country')).toEqual(['US'])
  })

  it('show the hours of today that have passed, without people', async () => {
    const breakdowns = 'hourly_stats_aggregated_by_advertiser_time_zone'
    const fields = 'impressions,reach,frequency,unique_clicks,video_play_actions,actions'
    const hours = await insights({ date_preset: 'today', breakdowns, fields })
    // It is ten in the morning in New York.
    expect(hours.map((row) => row[breakdowns])).toEqual(
      Array.from({ length: 10 }, (_, hour) => `0${hour}:00:00 - 0${hour}:59:59`),
    )
    for (const row of hours) {
      expect(row).toMatchObject({ reach: '0', frequency: '0' })
      expect(row).not.toHaveProperty('unique_clicks')
      expect(row).not.toHaveProperty('video_play_actions')
      expect(JSON.stringify(row['actions'] ?? [])).not.toContain('purchase')
    }
  })

  it('bring conversions off Meta back when windows are named', async () => {
    const windows = { action_attribution_windows: '1d_click,7d_click,1d_view,incrementality' }
    const purchases = (rows: readonly Row[]) =>
      rows
        .flatMap((row) => (row['actions'] ?? []) as Row[])
        .filter((stat) => stat['action_type'] === 'purchase')
        .reduce((sum, stat) => sum + Number(stat['value']), 0)
    const params = { breakdowns: 'region', fields: 'actions' }
    expect(purchases(await insights(params))).toBe(0)
    expect(purchases(await insights({ ...params, ...windows }))).toBe(purchases(await insights({ fields: 'actions' })))
  })

  it('tell how often people saw an ad, in numbers of people alone', async () => {
    const rows = await insights({ breakdowns: 'frequency_value' })
    const [plain = {}] = await insights({ fields: 'reach' })
    expect(total(rows, 'reach')).toBe(Number(plain['reach']))
    expect(rows[0]).toMatchObject({ frequency_value: '1' })
    const { body } = await ask(sandbox, `${accountId()}/insights`, { breakdowns: 'frequency_value', fields: 'clicks' })
    expect(body.error?.['code']).toBe(100)
  })

  it('keep to six metrics for the assets of a creative', async () => {
    const rows = await insights({ breakdowns: 'body_asset', fields: 'impressions,ctr,inline_link_clicks,actions' })
    const allowed = ['impressions', 'actions', 'date_start', 'date_stop', 'body_asset']
    for (const row of rows) expect(allowed).toEqual(expect.arrayContaining(Object.keys(row)))
    expect(rows[0]?.['body_asset']).toEqual({ text: expect.any(String), id: expect.stringMatching(/^\d+$/) })
  })

  it('model the marketing mix in the columns of its file', async () => {
    const [row = {}] = await insights({ breakdowns: 'mmm', level: 'adset' })
    expect(Object.keys(row)).toEqual(
      (
        'account_id campaign_id adset_id date_start date_stop impressions spend country region dma device_platform ' +
        'platform_position publisher_platform creative_media_type'
      ).split(' '),
    )
    for (const wrong of [
      { level: 'ad' },
      { level: 'adset', time_increment: '7' },
      { level: 'adset', fields: 'clicks' },
      { level: 'adset', filtering: '[{"field":"spend","operator":"GREATER_THAN","value":1}]' },
    ]) {
      const { status } = await ask(sandbox, `${accountId()}/insights`, { breakdowns: 'mmm', ...wrong })
      expect(status).toBe(400)
    }
  })

  it('answer with no rows what no account here has, and refuse what is hidden', async () => {
    expect(await insights({ breakdowns: 'skan_campaign_id', fields: 'total_postbacks_detailed' })).toEqual([])
    const hidden = await ask(sandbox, `${accountId()}/insights`, { breakdowns: 'media_creator' })
    expect(hidden.body.error?.['message']).toBe(
      '(#100) Tried accessing nonexisting field (media_creator) on node type (AdAccount)',
    )
  })

  it('are refused in impossible combinations, in words below v25.0 and by subcode from then on', async () => {
    const params = { breakdowns: 'age,country' }
    const old = await ask(sandbox, `${accountId()}/insights`, params, { version: 'v24.0/' })
    expect(old.body.error).toMatchObject({
      message: '(#100) Current combination of data breakdown columns (action_type, age, country) is invalid',
      code: 100,
    })
    const { body } = await ask(sandbox, `${accountId()}/insights`, params)
    expect(body.error).toMatchObject({ code: 2, error_subcode: 1504041, error_user_title: 'Invalid Breakdowns' })
  })

  it('can be filtered by, shown or not', async () => {
    const filtering = '[{"field":"publisher_platform","operator":"IN","value":["instagram"]}]'
    const shown = await insights({ breakdowns: 'publisher_platform', filtering })
    expect(names(shown, 'publisher_platform')).toEqual(['instagram'])
    const [hidden = {}] = await insights({ filtering })
    expect(hidden['impressions']).toBe(shown[0]?.['impressions'])
    expect(hidden).not.toHaveProperty('publisher_platform')
    for (const field of ['app_id', 'skan_conversion_id', 'shoe_size']) {
      const { body } = await ask(sandbox, `${accountId()}/insights`, {
        filtering: JSON.stringify([{ field, operator: 'IN', value: ['1'] }]),
      })
      expect(body.error?.['message']).toBe(`(#100) Filtering field ${field} with operation in is not supported`)
    }
  })

  it('limit the products of an ad', async () => {
    const rows = await insights({ level: 'ad', breakdowns: 'product_id', product_id_limit: '1', fields: 'ad_id' })
    expect(rows.length).toBeGreaterThan(0)
    expect(new Set(rows.map((row) => row['ad_id'])).size).toBe(rows.length)
  })
})

describe('summaries', () => {
  it('sum what is listed, count people once, and ignore filters on parts of names', async () => {
    const params = { ...october, level: 'ad', fields: 'spend,reach', limit: '1000' }
    const { body } = await ask(sandbox, `${accountId()}/insights`, { ...params, default_summary: 'true' })
    expect(Number(body.summary?.['spend'])).toBe(total(body.data ?? [], 'spend'))
    expect(Number(body.summary?.['reach'])).toBeLessThan(total(body.data ?? [], 'reach'))
    const filtering = '[{"field":"ad.name","operator":"CONTAIN","value":"Ridge"}]'
    const filtered = await ask(sandbox, `${accountId()}/insights`, { ...params, summary: 'spend', filtering })
    expect(filtered.body.data?.length).toBeLessThan(body.data?.length ?? 0)
    expect(filtered.body.summary?.['spend']).toBe(body.summary?.['spend'])
  })
})

describe('limits', () => {
  it('refuses at once what would be too much, and takes it as a report', async () => {
    const params = {
      date_preset: 'last_90d',
      level: 'ad',
      time_increment: '1',
      breakdowns: 'publisher_platform,platform_position,impression_device',
      fields: 'impressions,clicks,spend,reach',
    }
    const { status, body } = await ask(sandbox, `${accountId()}/insights`, params)
    expect([status, body.error?.['code'], body.error?.['error_subcode']]).toEqual([400, 100, 1487534])
    expect((await ask(sandbox, `${accountId()}/insights`, params, { method: 'POST' })).body).toEqual({
      report_run_id: expect.stringMatching(/^\d+$/),
    })
  })

  it('tells broken-down reach of long ago in ten reports a day and account, and in no answer at once', async () => {
    const params = { ...range('2025-09-01', '2025-09-30'), breakdowns: 'age', fields: 'impressions,reach' }
    const [row = {}] = await insights(params)
    expect(row).not.toHaveProperty('reach')
    const reported = async () => {
      const { body } = await ask(sandbox, `${accountId()}/insights`, params, { method: 'POST' })
      return insights({}, String(body['report_run_id']))
    }
    for (let run = 0; run < 10; run++) expect((await reported())[0]).toHaveProperty('reach')
    expect((await reported())[0]).not.toHaveProperty('reach')
    const { body } = await ask(sandbox, `${accountId()}/insights`, { ...params, debug: 'all' }, { method: 'POST' })
    expect(JSON.stringify(body)).toContain('Reach-related metric breakdowns are unavailable')
  })
})

describe('asynchronous reports', () => {
  const params = { level: 'ad', fields: 'ad_id,spend', ...october }

  it('gives the rows of the same question asked at once', async () => {
    const { body } = await ask(sandbox, `${accountId()}/insights`, params, { method: 'POST' })
    const run = String(body['report_run_id'])
    expect((await ask(sandbox, run)).body).toMatchObject({
      async_status: 'Job Completed',
      async_percent_completion: 100,
      date_start: '2026-10-01',
    })
    expect(await insights({ limit: '40' }, run)).toEqual(await insights(params))
  })

  it('refuses rows before the report is complete, and reports of other tenants always', async () => {
    const slow = await startSandbox({ port: 0, seed: 3, now, ads: 20, reportDurationMs: 3_600_000 })
    const [own, other] = slow.tenants
    const { body } = await ask(
      slow,
      `${own?.accounts[0] ?? ''}/insights`,
      {},
      { method: 'POST', token: own?.accessToken ?? '' },
    )
    const run = String(body['report_run_id'])
    expect((await ask(slow, run)).body).toMatchObject({ async_status: 'Job Not Started', async_percent_completion: 0 })
    expect((await ask(slow, `${run}/insights`)).body.error).toMatchObject({
      code: 2601,
      error_subcode: 1815107,
      is_transient: true,
    })
    const foreign = await ask(slow, run, {}, { token: other?.accessToken ?? '' })
    expect(foreign.body.error).toMatchObject({ code: 100, error_subcode: 33 })
    await slow.close()
  })

  it('shows fewer fields than it computed, and sums only what it computed', async () => {
    const { body } = await ask(sandbox, `${accountId()}/insights`, params, { method: 'POST' })
    const run = `${String(body['report_run_id'])}/insights`
    const [row = {}] = (await ask(sandbox, run, { fields: 'spend', limit: '1' })).body.data ?? []
    expect(Object.keys(row)).toEqual(['spend', 'date_start', 'date_stop'])
    expect((await ask(sandbox, run, { summary: 'spend' })).body.summary).toMatchObject({ spend: expect.any(String) })
    expect((await ask(sandbox, run, { summary: 'clicks' })).body.error?.['message']).toMatch(
      /^\(#100\) Cannot include clicks in summary param because they weren't there while creating the report run\./,
    )
  })

  it('makes a file of a report, for those who may see it', async () => {
    const wanted = { ...params, export_format: 'csv', export_name: 'October', export_columns: '["ad_id","spend"]' }
    const { body } = await ask(sandbox, `${accountId()}/insights`, wanted, { method: 'POST' })
    const run = await ask(sandbox, String(body['report_run_id']), { fields: 'is_async_export,async_report_url' })
    expect(run.body).toMatchObject({ is_async_export: 1 })
    const file = await fetch(`${String(run.body['async_report_url'])}&access_token=${sandbox.accessToken}`)
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="October.csv"')
    const [header, ...lines] = (await file.text()).split('\r\n')
    expect(header).toBe('ad_id,spend')
    expect(lines).toEqual((await insights(params)).map((row) => `${String(row['ad_id'])},${String(row['spend'])}`))
    expect((await fetch(String(run.body['async_report_url']))).status).toBe(400)
  })

  it('refuses a wrong question when it is asked, not later', async () => {
    const { status, body } = await ask(sandbox, `${accountId()}/insights`, { fields: 'foo' }, { method: 'POST' })
    expect([status, body.error?.['code']]).toEqual([400, 100])
  })
})
