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

  it('refuses a wrong question when it is asked, not later', async () => {
    const { status, body } = await ask(sandbox, `${accountId()}/insights`, { fields: 'foo' }, { method: 'POST' })
    expect([status, body.error?.['code']]).toEqual([400, 100])
  })
})
