import { inspect } from 'node:util'
import {
  AdAccount as SdkAdAccount,
  AdReportRun as SdkAdReportRun,
  type Campaign as SdkCampaign,
  FacebookAdsApi,
} from 'facebook-nodejs-business-sdk'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { ConnectionBrokenError } from '../errors/connection-broken-error.ts'
import { MetaUnavailableError } from '../errors/meta-unavailable-error.ts'
import { MetaUnreachableError } from '../errors/meta-unreachable-error.ts'
import { aGraphClient, aGraphServer, collect, failureOf } from './a-graph-server.ts'
import { loadSdk } from './sdk.ts'
import { sendForSdk } from './send-for-sdk.ts'
import { resolveSettings } from './settings.ts'
import { TenantToken } from './tenant-token.ts'
import type { InsightsParams } from './insights-params.ts'

// Each trap twice: the bare SDK falls in, our client does not. When an SDK release mends one, its first half fails and
// says so.

const question: InsightsParams = {
  level: 'ad',
  fields: ['spend'],
  timeRange: { since: '2025-03-01', until: '2025-03-01' },
}
const realGraph = FacebookAdsApi.GRAPH
let defaultApi: FacebookAdsApi

beforeEach(async () => {
  await loadSdk()
  defaultApi = FacebookAdsApi.getDefaultApi()
})

afterEach(() => {
  pointBareSdkAt(realGraph)
  FacebookAdsApi.setDefaultApi(defaultApi)
})

describe('the process-wide default api', () => {
  it('bare: what one tenant creates belongs to whoever initialised last', async () => {
    const meta = await aGraphServer(() => ({ json: { id: '7' } }))
    pointBareSdkAt(meta.origin)
    FacebookAdsApi.init('TENANT-B', 'en_US', false)
    const account = new SdkAdAccount('act_1', {}, undefined, new FacebookAdsApi('TENANT-A', 'en_US', false))
    const campaign: SdkCampaign = await account.createCampaign([], { name: 'x' })
    expect(campaign.getApi().accessToken).toBe('TENANT-B')
  })

  it('ours: outside of a tenant it refuses, inside it is that tenant', async () => {
    const meta = await aGraphServer(() => ({ json: { id: '7', name: 'mine' } }))
    const { AdAccount, runAs, createApi } = await loadSdk()
    const orphan = new AdAccount('act_1')
    expect(await failureOf(orphan.get(['name']))).toMatchObject({
      message: expect.stringContaining('outside of any tenant'),
    })
    expect(meta.calls).toEqual([])

    const settings = resolveSettings({ appId: '1', appSecret: 's', baseUrl: meta.origin })
    const apiOf = (token: string) => createApi(sendForSdk(settings, new TenantToken(token, 's'), undefined))
    await Promise.all(
      ['A', 'B'].map((token) => runAs(apiOf(token), () => new AdAccount(`act_${token === 'A' ? 1 : 2}`).get(['name']))),
    )
    expect(meta.calls.map(({ path, token }) => `${path} ${token}`).toSorted()).toEqual([
      '/v25.0/act_1 A',
      '/v25.0/act_2 B',
    ])
  })
})

describe("tokens in Meta's next URL", () => {
  it('bare: pages go on with whatever token the URL carries', async () => {
    const meta = await aForeignNextServer()
    pointBareSdkAt(meta.origin)
    const account = new SdkAdAccount('act_1', {}, undefined, new FacebookAdsApi('MINE', 'en_US', false))
    const page = await account.getCampaigns(['id'], {})
    await page.next()
    expect(meta.calls.map(({ token }) => token)).toEqual(['MINE', 'FOREIGN'])
  })

  it('ours: two tenants, 25 flows each, and no token ever crosses', async () => {
    const meta = await aForeignNextServer()
    const client = aGraphClient(meta.origin)
    const tenants = [client.withToken('TOKEN-OF-1'), client.withToken('TOKEN-OF-2')]
    await Promise.all(
      tenants.flatMap((tenant, index) =>
        Array.from({ length: 25 }, async (_, flow) => {
          const account = `act_${index + 1}`
          const id = `${index + 1}`
          const flows = [
            () => tenant.startInsightsReport(account, question),
            () => tenant.readInsightsReport(id),
            () => collect(tenant.readInsights(account, question)),
            () => collect(tenant.readInsightsReportRows(id)),
            () => collect(tenant.listCampaigns(account)),
            () => tenant.readObject(id, [`field${flow}`]),
            () => tenant.create(`${account}/campaigns`, { name: 'x' }),
            () =>
              tenant.batch([
                { method: 'GET', path: account },
                { method: 'POST', path: `${account}/ads` },
              ]),
          ]
          return flows[flow % flows.length]?.()
        }),
      ),
    )
    expect(meta.calls.length).toBeGreaterThan(50)
    for (const { path, token, params } of meta.calls) {
      const urls = [path, ...(params.get('batch') ?? '').matchAll(/"relative_url":"v25.0([^"?]*)/g)].map(String)
      const owners = new Set(urls.flatMap((url) => /\/(?:act_)?([12])(?:\/|$|,)/.exec(url)?.[1] ?? []))
      expect([...owners].map((owner) => `TOKEN-OF-${owner}`)).toEqual([token])
    }
  })

  it("ours: even the SDK's own Cursor pages with the tenant's token, and never to another origin", async () => {
    const meta = await aForeignNextServer()
    const { AdAccount, createApi } = await loadSdk()
    const settings = resolveSettings({ appId: '1', appSecret: 's', baseUrl: meta.origin })
    const api = createApi(sendForSdk(settings, new TenantToken('MINE', 's'), undefined))
    const page = await new AdAccount('act_1', {}, undefined, api).getCampaigns(['id'], {})
    await page.next()
    expect(meta.calls.map(({ path, token }) => [path, token])).toEqual([
      ['/v25.0/act_1/campaigns', 'MINE'],
      ['/v25.0/act_1/campaigns', 'MINE'],
    ])
    expect(await failureOf(api.call('GET', 'https://elsewhere.example/v25.0/act_1'))).toBeInstanceOf(
      MetaUnavailableError,
    )
  })
})

describe('printing', () => {
  it('bare: every object and every error prints the token', async () => {
    const api = new FacebookAdsApi('TOKEN-CANARY', 'en_US', false)
    expect(JSON.stringify(new SdkAdAccount('act_1', {}, undefined, api))).toContain('TOKEN-CANARY')

    const meta = await aGraphServer(() => ({ status: 400, json: { error: { code: 100, message: 'no' } } }))
    pointBareSdkAt(meta.origin)
    const failure = await failureOf(
      new SdkAdAccount('act_1', {}, undefined, api).getCampaigns(['id'], {}) as Promise<unknown>,
    )
    expect(JSON.stringify(failure)).toContain('TOKEN-CANARY')
  })

  it.each(['header', 'query'] as const)(
    'ours: nothing that can be printed holds it (token in the %s)',
    async (tokenPlacement) => {
      const words = 'Bad access_token=TOKEN-CANARY and TOKEN-CANARY, secret app-secret-canary'
      const meta = await aGraphServer((_, count) =>
        count === 1 ? { status: 400, json: { error: { code: 100, message: words, error_user_msg: words } } } : 'reset',
      )
      const client = aGraphClient(meta.origin, { tokenPlacement })
      const tenant = client.withToken('TOKEN-CANARY')
      const failures = [await failureOf(tenant.listAds('act_1')), await failureOf(tenant.listAds('act_1'))]
      for (const printed of [client, tenant, tenant.listAds('act_1'), ...failures]) {
        const text = inspect(printed, { depth: 20, showHidden: true }) + JSON.stringify(printed) + String(printed)
        expect(text).not.toContain('TOKEN-CANARY')
        expect(text).not.toContain('app-secret-canary')
        expect(text).not.toMatch(/appsecret_proof=\w/)
      }
    },
  )
})

describe('answers', () => {
  it('bare: a 200 with an error resolves', async () => {
    const meta = await aGraphServer(() => ({ json: { error: { code: 190, message: 'expired' } } }))
    pointBareSdkAt(meta.origin)
    const account = new SdkAdAccount('act_1', {}, undefined, new FacebookAdsApi('T', 'en_US', false))
    await expect(account.get(['name'])).resolves.toBeDefined()
  })

  it('ours: it is the error it says', async () => {
    const meta = await aGraphServer(() => ({ json: { error: { code: 190, message: 'expired' } } }))
    expect(await failureOf(aGraphClient(meta.origin).withToken('T').listAds('act_1'))).toBeInstanceOf(
      ConnectionBrokenError,
    )
  })

  it('bare: silence is waited for without end', async () => {
    const meta = await aGraphServer(() => 'silence')
    pointBareSdkAt(meta.origin)
    const account = new SdkAdAccount('act_1', {}, undefined, new FacebookAdsApi('T', 'en_US', false))
    const reading = account.get(['name']).then(
      () => 'answered',
      () => 'ended by the test',
    )
    // Ours gives up on the same silence first, three times as late as its timeout would need.
    const ours = aGraphClient(meta.origin, { timeoutMs: 100 }).withToken('T')
    const first = Promise.race([reading, failureOf(ours.listAds('act_1'))])
    expect(await first).toBeInstanceOf(MetaUnreachableError)
  })
})

describe('AdReportRun', () => {
  it('bare: ignores the id and the api it is given', () => {
    const run = new SdkAdReportRun('9', {}, undefined, new FacebookAdsApi('T', 'en_US', false))
    expect(run.id).toBeUndefined()
    expect(run.getApi()).toBe(FacebookAdsApi.getDefaultApi())
  })

  it('ours: reads the run that was asked for, as the tenant who asked', async () => {
    const meta = await aGraphServer(() => ({
      json: { id: '9', async_status: 'Job Running', async_percent_completion: 10 },
    }))
    await aGraphClient(meta.origin).withToken('MINE').readInsightsReport('9')
    expect(meta.calls).toMatchObject([{ path: '/v25.0/9', token: 'MINE' }])
  })
})

describe('writing', () => {
  it("bare: a create sends the parent's own fields along", async () => {
    const meta = await aGraphServer(() => ({ json: { report_run_id: '9' } }))
    pointBareSdkAt(meta.origin)
    const data = { name: 'listed' }
    const account = new SdkAdAccount('act_1', data, undefined, new FacebookAdsApi('T', 'en_US', false))
    // The bare SDK posts JSON, so its body stays one unparsed form key here.
    await account.getInsightsAsync(['spend'], {})
    expect(meta.calls[0]?.params.toString()).toContain('listed')
  })

  it('ours: sends what was asked and nothing else', async () => {
    const meta = await aGraphServer(() => ({ json: { report_run_id: '9' } }))
    await aGraphClient(meta.origin).withToken('T').startInsightsReport('act_1', question)
    expect([...(meta.calls[0]?.params.keys() ?? [])].toSorted()).toEqual(
      [
        'appsecret_proof',
        'fields',
        'level',
        'time_increment',
        'time_range',
        'use_unified_attribution_setting',
      ].toSorted(),
    )
  })
})

describe('the crash reporter', () => {
  it('ours: never listens to the process, which the bare SDK does by default', async () => {
    const before = process.listenerCount('uncaughtException')
    const meta = await aGraphServer(() => ({ json: { data: [] } }))
    await collect(aGraphClient(meta.origin).withToken('T').listAds('act_1'))
    expect(process.listenerCount('uncaughtException')).toBe(before)

    const listeners = process.listeners('uncaughtException')
    onTestFinished(() => {
      for (const listener of process.listeners('uncaughtException')) {
        if (!listeners.includes(listener)) process.off('uncaughtException', listener)
      }
    })
    expect(new FacebookAdsApi('T')).toBeDefined()
    expect(process.listenerCount('uncaughtException')).toBe(before + 1)
  })
})

/** The SDK has no option for its host. */
function pointBareSdkAt(origin: string): void {
  Object.defineProperty(FacebookAdsApi, 'GRAPH', { get: () => origin, configurable: true })
}

/** Two pages of everything; the way to the second carries somebody else's token. */
async function aForeignNextServer() {
  const meta = await aGraphServer(({ method, path, params }) => {
    if (path === '/v25.0')
      return { json: [0, 1].map(() => ({ code: 200, body: '{"access_token":"FOREIGN","id":"9"}' })) }
    if (method === 'POST') return { json: { report_run_id: '1' } }
    if (/\/v25\.0\/\d+$/.test(path)) return { json: { async_status: 'Job Completed', async_percent_completion: 100 } }
    if (params.has('after')) return { json: { data: [{ id: '2' }] } }
    const next = `${meta.origin}${path}?access_token=FOREIGN&appsecret_proof=foreign&after=A`
    return { json: { data: [{ id: '1' }], paging: { cursors: { after: 'A' }, next } } }
  })
  return meta
}
