import { startSandbox, type Sandbox } from '@adpane/sandbox'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { InvalidRequestError } from '../errors/invalid-request-error.ts'
import { collect, failureOf } from './a-graph-server.ts'
import { createGraphClient } from './graph-client.ts'
import type { InsightsParams } from './insights-params.ts'
import type { TenantApi } from './tenant-api.ts'

let sandbox: Sandbox
let accountId: string

beforeAll(async () => {
  const now = new Date('2026-03-15T12:00:00Z')
  sandbox = await startSandbox({ port: 0, ads: 120, now, isClockFrozen: true, reportDurationMs: 0 })
  accountId = sandbox.accounts[0]?.id ?? ''
})

afterAll(async () => sandbox.close())

/** As if after a restart: it remembers nothing. */
function aFreshApi(): TenantApi {
  const { appId, appSecret, url, accessToken } = sandbox
  return createGraphClient({ appId, appSecret, baseUrl: url }).withToken(accessToken)
}

const question: InsightsParams = {
  level: 'ad',
  fields: ['ad_id', 'spend'],
  timeRange: { since: '2026-03-01', until: '2026-03-07' },
  timeIncrement: 1,
}

it.each([
  ['ads', (api: TenantApi) => api.listAds.bind(api, accountId)],
  ['insights', (api: TenantApi) => api.readInsights.bind(api, accountId, question)],
])('an interrupted reading of %s goes on in another process', async (_, reader) => {
  const all = await collect<object>(reader(aFreshApi())())
  const cursors: string[] = []
  const seen: object[] = []
  const onPage = ({ cursor = '' }) => void cursors.push(cursor)
  for await (const row of reader(aFreshApi())({ pageSize: 20, onPage })) if (seen.push(row) === 50) break

  const rest = await collect<object>(reader(aFreshApi())({ pageSize: 33, after: cursors.at(-1) ?? '' }))
  expect([...seen.slice(0, 40), ...rest]).toEqual(all)
})

it.each([
  ['ads', (api: TenantApi) => api.listAds(accountId, { after: 'bm93aGVyZQZD' })],
  ['insights', (api: TenantApi) => api.readInsights(accountId, question, { after: 'bm93aGVyZQZD' })],
])('a place in %s that does not exist is named', async (_, read) => {
  expect(await failureOf(read(aFreshApi()))).toBeInstanceOf(InvalidRequestError)
})

it('reads in smaller pages what Meta finds too heavy', async () => {
  const fields = [
    'id',
    'name',
    'creative{id,name,object_story_spec,asset_feed_spec,body,title,thumbnail_url,image_url}',
  ]
  const heavy = [...fields, 'insights{impressions,spend,clicks,reach}', 'targeting', 'adset{targeting,name,insights}']
  const rows = await collect(aFreshApi().listAds(accountId, { fields: heavy, pageSize: 1000 }))
  expect(rows).toHaveLength((await collect(aFreshApi().listAds(accountId))).length)
  expect(sandbox.requests.entries.filter(({ code }) => code === 1)).not.toHaveLength(0)
})
