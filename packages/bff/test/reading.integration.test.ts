import { addDays, dayAt } from '@adpane/contract'
import {
  accountsResponseSchema,
  adsetsResponseSchema,
  adsResponseSchema,
  campaignsResponseSchema,
  insightsResponseSchema,
} from '@adpane/contract/schemas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from './bff-on-sandbox.ts'

let server: TestServer
let account: { id: string; name: string; currency: string; timezone: string }
let range: { since: string; until: string }

beforeAll(async () => {
  server = await startTestServer()
  const found = server.sandbox.accounts[0]
  if (!found) throw new Error('The sandbox has no account.')
  account = found
  const yesterday = addDays(dayAt(new Date(server.sandbox.now), account.timezone), -1)
  range = { since: addDays(yesterday, -13), until: yesterday }
})
afterAll(() => server.close())

const path = (kind: string, query: Record<string, string> = {}) =>
  `/accounts/${account.id}/${kind}?${new URLSearchParams({ ...range, ...query }).toString()}`

/** Asks the Graph API directly, past everything of ours. */
async function askMeta(params: Record<string, string>): Promise<Record<string, string>[]> {
  const { url, version, accessToken } = server.sandbox
  const query = new URLSearchParams({ time_range: JSON.stringify(range), limit: '1000', ...params })
  const response = await fetch(`${url}/${version}/${account.id}/insights?${query.toString()}`, {
    headers: { Authorization: `Bearer ${accessToken}` },
  })
  const { data } = (await response.json()) as { data: Record<string, string>[] }
  return data
}

describe('reading accounts', () => {
  it('lists the accounts of the session', async () => {
    const { status, body } = await server.get('/accounts', accountsResponseSchema)
    expect(status).toBe(200)
    expect(body.data).toContainEqual({ ...account, status: 'active' })
  })

  it('keeps answers out of every cache that is not the browser’s own', async () => {
    const { headers } = await server.get('/accounts', accountsResponseSchema)
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect(headers.get('x-request-id')).toBeTruthy()
  })
})

describe('reading insights', () => {
  it('answers a long unknown range at once, with a report on its way, and then in full', async () => {
    const first = await server.get(path('insights', { increment: '1' }), insightsResponseSchema)
    expect(first.body.pending?.reportId).toBeTruthy()
    const settled = await server.settled(path('insights', { increment: '1' }), insightsResponseSchema)
    expect(settled.rows).toHaveLength(14)
    const again = await server.get(path('insights', { increment: '1' }), insightsResponseSchema)
    expect(again.body).toMatchObject({ rows: settled.rows, freshness: { final: false, source: 'store' } })
  })

  it('says which metrics alone are on their way once the days are known', async () => {
    await server.settled(path('insights', { level: 'adset', increment: '1', metrics: 'spend' }), insightsResponseSchema)
    const question = path('insights', { level: 'adset', metrics: 'spend,reach,frequency' })
    const { body } = await server.get(question, insightsResponseSchema)
    expect(body.pending?.metrics).toEqual(['reach', 'frequency'])
    expect(body.rows[0]).toMatchObject({
      metrics: { spend: expect.any(String), reach: null },
      reasons: { reach: 'pending', frequency: 'pending' },
    })
    const settled = await server.settled(question, insightsResponseSchema)
    expect(settled.rows[0]?.metrics).toMatchObject({ spend: body.rows[0]?.metrics.spend, reach: expect.any(Number) })
  })

  it('answers a short unknown range with one call to Meta', async () => {
    const week = { since: addDays(range.since, -60), until: addDays(range.since, -54) }
    const { body } = await server.get(path('insights', week), insightsResponseSchema)
    expect(body.pending).toBeUndefined()
    expect(body.freshness.source).toBe('meta')
  })

  it.each(['account', 'campaign', 'adset', 'ad'])(
    'gives the same numbers at level %s as the Graph API itself',
    async (level) => {
      const metrics = 'impressions,clicks,spend,reach'
      const ours = await server.settled(path('insights', { level, metrics, limit: '1000' }), insightsResponseSchema)
      const statuses = [
        'ACTIVE',
        'PAUSED',
        'PENDING_REVIEW',
        'DISAPPROVED',
        'PREAPPROVED',
        'PENDING_BILLING_INFO',
        'CAMPAIGN_PAUSED',
        'ADSET_PAUSED',
        'IN_PROCESS',
        'WITH_ISSUES',
        'ARCHIVED',
        'DELETED',
      ]
      const filtering = JSON.stringify([{ field: `${level}.effective_status`, operator: 'IN', value: statuses }])
      const theirs = await askMeta({
        level,
        fields: `${level}_id,${metrics}`,
        ...(level === 'account' ? {} : { filtering }),
      })
      expect(theirs.length).toBeGreaterThan(0)
      const idOf = (row: Record<string, string>) =>
        level === 'account' ? `act_${row['account_id'] ?? ''}` : row[`${level}_id`]
      expect(new Map(ours.rows.map((row) => [row.id, row.metrics]))).toEqual(
        new Map(
          theirs.map((row) => [
            idOf(row),
            {
              impressions: Number(row['impressions']),
              clicks: Number(row['clicks']),
              spend: row['spend'],
              reach: Number(row['reach']),
            },
          ]),
        ),
      )
    },
  )

  it('totals additive metrics, divides totals, and leaves reach open', async () => {
    const { rows, totals } = await server.settled(
      path('insights', { level: 'campaign', metrics: 'impressions,clicks,ctr,reach' }),
      insightsResponseSchema,
    )
    const sum = (name: 'impressions' | 'clicks') => rows.reduce((total, row) => total + Number(row.metrics[name]), 0)
    expect(totals).toMatchObject({
      metrics: { impressions: sum('impressions'), clicks: sum('clicks'), reach: null },
      reasons: { reach: 'not_additive' },
      of: rows.length,
    })
    expect(Number(totals.metrics.ctr)).toBeCloseTo(sum('clicks') / sum('impressions'), 6)
  })

  it('breaks results down by age and gender', async () => {
    const { rows } = await server.settled(
      path('insights', { breakdowns: 'gender,age', metrics: 'impressions' }),
      insightsResponseSchema,
    )
    expect(rows.length).toBeGreaterThan(6)
    expect(rows[0]?.breakdowns).toEqual({
      age: expect.stringMatching(/^\d\d|unknown/i),
      gender: expect.stringMatching(/male|unknown/i),
    })
  })

  it('pages without losing or doubling a row', async () => {
    const all = await server.settled(
      path('insights', { level: 'ad', metrics: 'spend', limit: '1000' }),
      insightsResponseSchema,
    )
    const ids: string[] = []
    let cursor: string | undefined
    do {
      const page = await server.settled(
        path('insights', { level: 'ad', metrics: 'spend', limit: '5', ...(cursor ? { cursor } : {}) }),
        insightsResponseSchema,
      )
      ids.push(...page.rows.map((row) => row.id))
      expect(page.totals).toEqual(all.totals)
      cursor = page.paging.next
    } while (cursor)
    expect(ids).toEqual(all.rows.map((row) => row.id))
  })
})

describe('reading campaigns, ad sets and ads', () => {
  it('adds the object’s own fields, in the order asked for', async () => {
    const { rows } = await server.settled(
      path('campaigns', { metrics: 'spend,reach', sort: '-spend', trend: 'spend' }),
      campaignsResponseSchema,
    )
    expect(rows.length).toBeGreaterThan(3)
    const spends = rows.map((row) => Number(row.metrics.spend))
    expect(spends).toEqual(spends.toSorted((a, b) => b - a))
    expect(rows[0]).toMatchObject({
      level: 'campaign',
      objective: expect.stringMatching(/^OUTCOME_/),
      adsetCount: expect.any(Number),
    })
    expect(rows[0]?.trend).toHaveLength(14)
  })

  it('drills down from a campaign to its ad sets and ads', async () => {
    const campaigns = await server.settled(path('campaigns', { metrics: 'spend' }), campaignsResponseSchema)
    const campaign = campaigns.rows.find((row) => row.adsetCount > 0 && row.effectiveStatus !== 'DELETED')
    const filter = JSON.stringify([{ field: 'campaign.id', operator: 'EQUAL', value: campaign?.id }])
    const adsets = await server.settled(path('adsets', { filter }), adsetsResponseSchema)
    expect(adsets.rows.length).toBeGreaterThan(0)
    expect(adsets.rows.every((row) => row.campaignId === campaign?.id)).toBe(true)
    const ads = await server.settled(path('ads', { filter }), adsResponseSchema)
    expect(ads.rows.length).toBeGreaterThan(0)
    expect(ads.rows.every((row) => row.campaignId === campaign?.id)).toBe(true)
  })
})
