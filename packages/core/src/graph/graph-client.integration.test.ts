import { startSandbox, type Sandbox } from '@adpane/sandbox'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ConnectionBrokenError } from '../errors/connection-broken-error.ts'
import { MetaRejectedError } from '../errors/meta-rejected-error.ts'
import { collect, failureOf } from './a-graph-server.ts'
import { archivedFilter } from './effective-statuses.ts'
import { createGraphClient, type GraphClient } from './graph-client.ts'
import type { InsightsParams } from './insights-params.ts'
import type { TenantApi } from './tenant-api.ts'

let sandbox: Sandbox
let client: GraphClient
let api: TenantApi
let accountId: string

beforeAll(async () => {
  const now = new Date('2026-03-15T12:00:00Z')
  sandbox = await startSandbox({ port: 0, ads: 120, now, isClockFrozen: true, reportDurationMs: 0 })
  const { appId, appSecret, url } = sandbox
  client = createGraphClient({ appId, appSecret, baseUrl: url })
  api = client.withToken(sandbox.accessToken)
  accountId = sandbox.accounts[0]?.id ?? ''
})

afterAll(async () => sandbox.close())

const question: InsightsParams = {
  level: 'ad',
  fields: ['ad_id', 'impressions', 'clicks', 'spend', 'reach', 'actions', 'action_values'],
  timeRange: { since: '2026-03-01', until: '2026-03-07' },
  timeIncrement: 1,
}

it('lists everything of an account once, however small the pages', async () => {
  const large = await collect(api.listAds(accountId))
  const small = await collect(api.listAds(accountId, { pageSize: 7 }))
  expect(small).toEqual(large)
  expect(new Set(small.map(({ id }) => id)).size).toBe(small.length)
  expect(small.length).toBeGreaterThan(100)
  expect(small.map(({ effective_status: status }) => status)).toContain('ARCHIVED')
})

it('gets every field a campaign, ad set and ad row needs', async () => {
  const campaigns = await collect(api.listCampaigns(accountId))
  const adSets = await collect(api.listAdSets(accountId))
  const ads = await collect(api.listAds(accountId))
  expect(campaigns[0]).toMatchObject({ name: expect.any(String), effective_status: expect.any(String) })
  const campaignIds = new Set(campaigns.map(({ id }) => id))
  const adSetIds = new Set(adSets.map(({ id }) => id))
  expect(adSets.every(({ campaign_id: id }) => id !== undefined && campaignIds.has(id))).toBe(true)
  expect(ads.every(({ adset_id: id }) => id !== undefined && adSetIds.has(id))).toBe(true)
  expect(ads[0]?.creative).toEqual({ id: expect.any(String), thumbnail_url: expect.any(String) })
})

it('reads the same rows at once and by report', async () => {
  const sync = await collect(api.readInsights(accountId, question, { pageSize: 50 }))
  const id = await api.startInsightsReport(accountId, question)
  expect(await api.readInsightsReport(id)).toEqual({ status: 'completed', progress: 1 })
  const report = await collect(api.readInsightsReportRows(id, { pageSize: 33 }))
  expect(sync.length).toBeGreaterThan(100)
  expect(report).toEqual(sync)
})

it("finds the account's whole spend in its rows once archived objects are asked for", async () => {
  const whole: InsightsParams = { ...question, timeIncrement: 'all_days', fields: ['spend'] }
  const account = await collect(api.readInsights(accountId, { ...whole, level: 'account' }))
  const ads = await collect(api.readInsights(accountId, { ...whole, filtering: archivedFilter('ad') }))
  const cents = ads.reduce((sum, { spend }) => sum + Math.round(Number(spend) * 100), 0)
  // Deleted ads stay out of rows, so the parts may fall short of the whole, never exceed it.
  expect(cents).toBeGreaterThan(0)
  expect(cents).toBeLessThanOrEqual(Math.round(Number(account[0]?.spend) * 100) + ads.length)
})

it('shows each tenant its own accounts only', async () => {
  for (const tenant of sandbox.tenants) {
    const seen = await collect(client.withToken(tenant.accessToken).listAdAccounts())
    expect(seen.map(({ id }) => id).toSorted()).toEqual([...tenant.accounts].toSorted())
  }
})

it("is refused another tenant's account", async () => {
  const [mine, theirs] = sandbox.tenants
  const foreign = theirs?.accounts[0] ?? ''
  const failure = await failureOf(client.withToken(mine?.accessToken ?? '').listCampaigns(foreign))
  expect(failure).toMatchObject({ code: expect.stringMatching(/^(permission_missing|not_found)$/) })
})

it('is told of a token Meta does not know, and of a wrong app secret', async () => {
  expect(await failureOf(client.withToken('EAAunknown').listAdAccounts())).toBeInstanceOf(ConnectionBrokenError)
  const stranger = createGraphClient({ appId: sandbox.appId, appSecret: 'wrong', baseUrl: sandbox.url })
  expect(await failureOf(stranger.withToken(sandbox.accessToken).listAdAccounts())).toBeInstanceOf(MetaRejectedError)
})
