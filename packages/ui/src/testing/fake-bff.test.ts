import {
  accountsResponseSchema,
  adsetsResponseSchema,
  adsResponseSchema,
  campaignsResponseSchema,
  errorBodySchema,
  insightsQuerySchema,
  insightsResponseSchema,
} from '@adpane/contract/schemas'
import { metricNames } from '@adpane/contract'
import { describe, expect, it } from 'vitest'
import { searchParamsOf } from '../queries/insights-params.ts'
import { FAKE_ACCOUNT_ID, fakeAccounts } from './fake-accounts.ts'
import { createFakeBff, FAKE_ENDPOINT, type FakeBff } from './fake-bff.ts'

const range = { since: '2026-10-25', until: '2026-11-23' }

describe('createFakeBff', () => {
  it('answers every route in the shape of the contract', async () => {
    const bff = createFakeBff()
    const ask = { ...range, metrics: metricNames, limit: 500 }
    expect(accountsResponseSchema.safeParse(await read(bff, '/accounts')).error).toBeUndefined()
    for (const { id } of fakeAccounts) {
      const daily = await question(bff, id, 'insights', { ...ask, increment: '1' })
      expect(insightsResponseSchema.safeParse(daily).error).toBeUndefined()
      const campaigns = await question(bff, id, 'campaigns', { ...ask, trend: 'purchases' })
      expect(campaignsResponseSchema.safeParse(campaigns).error).toBeUndefined()
      expect(adsetsResponseSchema.safeParse(await question(bff, id, 'adsets', ask)).error).toBeUndefined()
      expect(adsResponseSchema.safeParse(await question(bff, id, 'ads', ask)).error).toBeUndefined()
    }
  })

  it('refuses in the shape of the contract', async () => {
    const body = await question(createFakeBff({ scenario: 'error' }), FAKE_ACCOUNT_ID, 'insights', {
      ...range,
      metrics: ['spend'],
    })
    expect(errorBodySchema.safeParse(body).error).toBeUndefined()
  })

  it('adds up: days, campaigns, ad sets and ads make the same total', async () => {
    const bff = createFakeBff()
    const ask = { ...range, metrics: ['spend', 'purchases', 'roas'] as const, limit: 1000 }
    const daily = insightsResponseSchema.parse(
      await question(bff, FAKE_ACCOUNT_ID, 'insights', { ...ask, increment: '1' }),
    )
    const campaigns = campaignsResponseSchema.parse(await question(bff, FAKE_ACCOUNT_ID, 'campaigns', ask))
    const adsets = adsetsResponseSchema.parse(await question(bff, FAKE_ACCOUNT_ID, 'adsets', ask))
    const ads = adsResponseSchema.parse(await question(bff, FAKE_ACCOUNT_ID, 'ads', ask))
    expect([campaigns.rows.length, adsets.rows.length, ads.rows.length]).toEqual([12, 41, 168])
    expect(daily.totals.metrics).toEqual({ spend: '72255.24', purchases: 1882, roas: '3.3681' })
    for (const answer of [campaigns, adsets, ads]) expect(answer.totals.metrics).toEqual(daily.totals.metrics)
    for (const { rows } of [daily, campaigns, adsets, ads]) {
      const cents = rows.reduce((sum, row) => sum + Math.round(Number(row.metrics.spend) * 100), 0)
      expect(cents).toBe(7_225_524)
    }
  })

  it('sorts, filters and pages as asked', async () => {
    const bff = createFakeBff()
    const ask = { ...range, metrics: ['spend'] as const, sort: '-spend', limit: 5 }
    const first = campaignsResponseSchema.parse(await question(bff, FAKE_ACCOUNT_ID, 'campaigns', ask))
    expect(first.rows.map((row) => row.metrics.spend)).toEqual([
      '24318.42',
      '11902.17',
      '8240.55',
      '7116.90',
      '5433.76',
    ])
    expect(first.totals.of).toBe(12)
    const next = campaignsResponseSchema.parse(
      await question(bff, FAKE_ACCOUNT_ID, 'campaigns', { ...ask, cursor: first.paging.next }),
    )
    expect(next.rows[0]?.metrics.spend).toBe('4050.00')
    const filter = [{ field: 'spend', operator: 'GREATER_THAN', value: 10_000 }] as const
    const large = campaignsResponseSchema.parse(await question(bff, FAKE_ACCOUNT_ID, 'campaigns', { ...ask, filter }))
    expect(large.totals).toMatchObject({ of: 2, metrics: { spend: '36220.59' } })
  })

  it('takes exactly the questions the contract allows', () => {
    const search = searchParamsOf({
      ...range,
      metrics: ['spend'],
      level: 'account',
      increment: '1',
      sort: 'day',
      limit: 1000,
    })
    expect(insightsQuerySchema.safeParse(Object.fromEntries(search)).error).toBeUndefined()
  })
})

function question(bff: FakeBff, accountId: string, resource: string, params: Parameters<typeof searchParamsOf>[0]) {
  return read(bff, `/accounts/${accountId}/${resource}?${searchParamsOf(params).toString()}`)
}

async function read(bff: FakeBff, path: string): Promise<unknown> {
  return (await bff.fetch(`${FAKE_ENDPOINT}${path}`)).json()
}
