import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { startSandbox, type Sandbox } from '../index.ts'
import { allPages, ask, type GraphReply } from './ask.testing.ts'

const now = new Date('2026-11-23T15:00:00Z')
let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, seed: 7, now, isClockFrozen: true, reportDurationMs: 0 })
})
afterAll(() => sandbox.close())

const accountId = () => sandbox.accounts[0]?.id ?? ''
const get = (path: string, params: Record<string, string> = {}) => ask(sandbox, path, params)

describe('accounts and tokens', () => {
  it('announces two tenants of two accounts each, in four currencies', async () => {
    expect(sandbox.tenants.map(({ name, accounts }) => [name, accounts.length])).toEqual([
      ['Fieldnote Supply', 2],
      ['Kumo Coffee', 2],
    ])
    const { body } = await get('me/adaccounts', { fields: 'name,currency,timezone_name,account_status,business' })
    expect(body.data?.map((account) => account['currency'])).toEqual(['USD', 'EUR', 'JPY', 'AUD'])
    expect(body.data?.[0]).toMatchObject({
      timezone_name: 'America/New_York',
      account_status: 1,
      business: { name: 'Fieldnote Supply' },
    })
  })

  it('shows each tenant its own accounts only', async () => {
    for (const tenant of sandbox.tenants) {
      const { body } = await ask(sandbox, 'me/adaccounts', {}, { token: tenant.accessToken })
      expect(body.data?.map(({ id }) => id)).toEqual(tenant.accounts)
    }
  })

  it("refuses another tenant's account with 200 and its objects with 100/33", async () => {
    const [own, other] = sandbox.tenants
    const foreign = await ask(sandbox, `${other?.accounts[0] ?? ''}/insights`, {}, { token: own?.accessToken ?? '' })
    expect(foreign).toMatchObject({ status: 403, body: { error: { code: 200 } } })
    const campaigns = await ask(
      sandbox,
      `${other?.accounts[0] ?? ''}/campaigns`,
      {},
      { token: other?.accessToken ?? '' },
    )
    const campaign = String(campaigns.body.data?.[0]?.['id'])
    const hidden = await ask(sandbox, campaign, {}, { token: own?.accessToken ?? '' })
    expect(hidden).toMatchObject({ status: 400, body: { error: { code: 100, error_subcode: 33 } } })
  })

  it('takes the token by header, query or form', async () => {
    const byQuery = await fetch(`${sandbox.url}/v25.0/me?access_token=${sandbox.accessToken}`)
    const byOAuth = await fetch(`${sandbox.url}/v25.0/me`, {
      headers: { authorization: `OAuth ${sandbox.accessToken}` },
    })
    const byForm = await fetch(`${sandbox.url}/v25.0/me`, {
      method: 'POST',
      body: new URLSearchParams({ method: 'get', access_token: sandbox.accessToken }),
    })
    expect([byQuery.status, byOAuth.status, byForm.status]).toEqual([200, 200, 200])
    expect(await byForm.json()).toEqual(await byQuery.json())
  })

  it('accepts a right appsecret_proof and refuses a wrong one', async () => {
    const proof = createHmac('sha256', sandbox.appSecret).update(sandbox.accessToken).digest('hex')
    expect(await get('me', { appsecret_proof: proof })).toMatchObject({ status: 200 })
    const wrong = await get('me', { appsecret_proof: proof.replace(/./, 'x') })
    expect(wrong).toMatchObject({ status: 400, body: { error: { code: 100, type: 'GraphMethodException' } } })
  })
})

describe('versions and headers', () => {
  it('serves three versions and calls without one', async () => {
    for (const version of ['v24.0/', 'v25.0/', 'v26.0/', '']) {
      const { status, headers } = await ask(sandbox, 'me', {}, { version })
      expect([status, headers.get('facebook-api-version')]).toEqual([200, version.slice(0, -1) || 'v25.0'])
    }
  })

  it('calls an expired version deprecated and a future one unknown', async () => {
    expect((await ask(sandbox, 'me', {}, { version: 'v19.0/' })).body.error?.code).toBe(2635)
    expect((await ask(sandbox, 'me', {}, { version: 'v99.0/' })).body.error?.code).toBe(2500)
  })

  it('tells usage on every account call and the throttle on insights', async () => {
    const { headers } = await get(`${accountId()}/insights`)
    expect(JSON.parse(headers.get('x-fb-ads-insights-throttle') ?? '')).toMatchObject({
      ads_api_access_tier: 'standard_access',
    })
    const useCases: unknown = JSON.parse(headers.get('x-business-use-case-usage') ?? '')
    expect(useCases).toMatchObject({
      [accountId().slice(4)]: [{ type: 'ads_insights', estimated_time_to_regain_access: 0 }],
    })
    expect(headers.get('x-app-usage')).toContain('call_count')
    expect(headers.get('x-fb-trace-id')).toBeTruthy()
  })
})

describe('lists', () => {
  it('expands fields, also of edges and insights', async () => {
    const { body } = await get(`${accountId()}/ads`, {
      limit: '3',
      fields:
        'name,campaign{name,objective},adset{name},creative{thumbnail_url},' +
        "insights.time_range({'since':'2026-10-01','until':'2026-10-31'}).as(october){spend}",
    })
    const [ad] = body.data ?? []
    expect(ad).toMatchObject({
      campaign: { objective: 'OUTCOME_SALES' },
      creative: { thumbnail_url: expect.stringContaining('/__media/') },
    })
    const { creative }: { creative?: { thumbnail_url: string } } = ad ?? {}
    const picture = await fetch(creative?.thumbnail_url ?? '')
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/svg+xml'])
    const { body: campaign } = await get(`${accountId()}/campaigns`, {
      fields: 'adsets.limit(1){id,ads.limit(2){id}}',
      limit: '1',
    })
    expect(campaign.data?.[0]).toMatchObject({
      adsets: { data: [{ ads: { paging: { cursors: {} } } }], paging: { next: expect.any(String) } },
    })
  })

  it('pages over every item once, whatever the page size', async () => {
    const { body } = await get(`${accountId()}/ads`, { limit: '1000', summary: 'total_count' })
    const everything = body.data?.map(({ id }) => id)
    expect(body.summary).toEqual({ total_count: everything?.length })
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 7, max: 60 }), async (limit) => {
        const rows = await allPages(sandbox, `${accountId()}/ads`, { limit: String(limit) })
        expect(rows.map(({ id }) => id)).toEqual(everything)
      }),
      { numRuns: 8 },
    )
  })

  it('walks back along previous', async () => {
    const first = await get(`${accountId()}/ads`, { limit: '10' })
    const second = await ask(sandbox, String(first.body.paging?.next))
    const back = await ask(sandbox, String(second.body.paging?.previous))
    expect(back.body.data).toEqual(first.body.data)
  })

  it('lists archived objects only when asked and deleted ones never', async () => {
    const statuses = async (params: Record<string, string>) => {
      const { body } = await get(`${accountId()}/ads`, { limit: '500', fields: 'effective_status', ...params })
      return new Set(body.data?.map((ad) => ad['effective_status']))
    }
    expect(await statuses({})).not.toContain('ARCHIVED')
    expect(await statuses({ effective_status: '["ARCHIVED"]' })).toEqual(new Set(['ARCHIVED']))
    const filtering = '[{"field":"ad.effective_status","operator":"IN","value":["ACTIVE","PAUSED"]}]'
    expect(await statuses({ filtering })).toEqual(new Set(['ACTIVE', 'PAUSED']))
    const deleted = await get(`${accountId()}/ads`, { effective_status: '["DELETED"]' })
    expect(deleted.body.error).toMatchObject({
      code: 100,
      error_subcode: 1815001,
      error_user_title: 'Cannot Request for Deleted Objects',
    })
  })

  it('filters by name and follows children of a node', async () => {
    const filtering = "[{field:'name',operator:'CONTAIN',value:'retargeting'},]"
    const { body } = await get(`${accountId()}/campaigns`, {
      filtering,
      fields: 'name,learning_stage_info'.split(',')[0] ?? '',
    })
    expect(body.data).toHaveLength(1)
    const { body: adSets } = await get(`${String(body.data?.[0]?.['id'])}/adsets`, {
      fields: 'campaign_id,learning_stage_info{status}',
    })
    expect(adSets.data?.every((adSet) => adSet['campaign_id'] === body.data?.[0]?.['id'])).toBe(true)
    const { body: ads } = await get(`${String(adSets.data?.[0]?.['id'])}/ads`, { fields: 'adset_id' })
    expect(ads.data?.length).toBeGreaterThan(0)
    expect(ads.data?.every((ad) => ad['adset_id'] === adSets.data?.[0]?.['id'])).toBe(true)
  })

  it('reads several nodes at once', async () => {
    const ids = sandbox.accounts.slice(0, 2).map(({ id }) => id)
    const { body } = await get('', { ids: ids.join(','), fields: 'currency' })
    expect(body).toEqual({
      [ids[0] ?? '']: { currency: 'USD', id: ids[0] },
      [ids[1] ?? '']: { currency: 'EUR', id: ids[1] },
    })
  })
})

describe('refusals', () => {
  const cases: [string, string, Record<string, string>, Record<string, unknown>][] = [
    [
      'an unknown field',
      'ACCOUNT',
      { fields: 'shoe_size' },
      { code: 100, message: expect.stringContaining('nonexisting field (shoe_size) on node type (AdAccount)') },
    ],
    ['broken field syntax', 'ACCOUNT', { fields: 'name,campaigns{id' }, { code: 2500 }],
    [
      'an unknown insights field',
      'ACCOUNT/insights',
      { fields: 'foo' },
      { code: 100, message: expect.stringContaining('foo is not valid for fields param') },
    ],
    [
      'a day that does not exist',
      'ACCOUNT/insights',
      { time_range: '{"since":"2025-02-30","until":"2025-03-02"}' },
      { code: 100 },
    ],
    [
      'days that run backwards',
      'ACCOUNT/insights',
      { time_range: '{"since":"2026-03-03","until":"2026-03-02"}' },
      { code: 100 },
    ],
    [
      'days beyond retention',
      'ACCOUNT/insights',
      { time_range: '{"since":"2020-01-01","until":"2026-03-02"}' },
      { code: 3018 },
    ],
    ['garbage JSON', 'ACCOUNT/insights', { filtering: '[{"field":' }, { code: 100 }],
    [
      'an unknown operator',
      'ACCOUNT/insights',
      { filtering: '[{"field":"spend","operator":"LIKE","value":1}]' },
      { code: 100 },
    ],
    ['an unknown breakdown', 'ACCOUNT/insights', { breakdowns: 'shoe_size' }, { code: 100 }],
    ['an unknown level', 'ACCOUNT/insights', { level: 'page' }, { code: 100 }],
    ['a bad increment', 'ACCOUNT/insights', { time_increment: '0' }, { code: 100 }],
    ['a bad insights cursor', 'ACCOUNT/insights', { after: 'nonsense' }, { code: 2642 }],
    ['a bad list cursor', 'ACCOUNT/ads', { after: 'nonsense' }, { code: 100 }],
    ['a limit of words', 'ACCOUNT/ads', { limit: 'many' }, { code: 100 }],
    ['an unknown edge', 'ACCOUNT/shoes', {}, { code: 2500 }],
    ['a path too long', 'ACCOUNT/ads/1/2', {}, { code: 2500 }],
    ['an id with SQL in it', "1'; drop table ads;--", {}, { code: 803 }],
    ['an unknown id', '999', {}, { code: 100, error_subcode: 33 }],
    ['an unknown account', 'act_1', {}, { code: 100, error_subcode: 33 }],
  ]
  it.each(cases)('answers %s as Meta does', async (_what, path, params, error) => {
    const { status, body } = await get(path.replace('ACCOUNT', accountId()), params)
    expect(status).toBe(400)
    expect(body.error).toMatchObject({ type: expect.any(String), fbtrace_id: expect.any(String), ...error })
  })

  it('tells a missing token from an unreadable one', async () => {
    expect((await ask(sandbox, 'me', {}, { token: '' })).body.error?.code).toBe(2500)
    expect((await ask(sandbox, accountId(), {}, { token: '' })).body.error?.code).toBe(104)
    expect((await ask(sandbox, 'me', {}, { token: 'EAAwrong' })).body.error?.code).toBe(190)
  })

  it('clamps a huge limit in silence', async () => {
    expect((await get(`${accountId()}/ads`, { limit: '999999999' })).status).toBe(200)
  })

  it('never fails on hostile parameters, and never echoes the token', async () => {
    const names = [
      'fields',
      'filtering',
      'time_range',
      'breakdowns',
      'sort',
      'limit',
      'after',
      'effective_status',
      'level',
      'summary',
    ]
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.json(),
      fc.constantFrom('{{{', '[[[[', '(((', "'", '\\', '%00'),
    )
    const params = fc.dictionary(fc.constantFrom(...names), text, { maxKeys: 3 })
    const edge = fc.constantFrom('ads', 'insights', 'campaigns', '')
    await fc.assert(
      fc.asyncProperty(edge, params, async (name, sent) => {
        const { status, body } = await get(`${accountId()}/${name}`, sent)
        expect([200, 400]).toContain(status)
        expect(JSON.stringify(body)).not.toContain(sandbox.accessToken)
        if (status === 400) expect(body.error?.code).toEqual(expect.any(Number))
      }),
      { numRuns: 150 },
    )
  })
})

it('gives the same bytes for the same seed and now, and other numbers for another seed', async () => {
  const read = async (seed: number): Promise<string> => {
    const other = await startSandbox({ port: 0, seed, now, isClockFrozen: true })
    const path = `${other.accounts[1]?.id ?? ''}/insights`
    const replies: GraphReply[] = []
    for (const level of ['account', 'ad'])
      replies.push(await ask(other, path, { level, fields: 'ad_name,spend,reach,actions', breakdowns: 'age,gender' }))
    await other.close()
    return replies.map(({ text }) => text.replaceAll(other.url, '')).join('\n')
  }
  const first = await read(11)
  expect(await read(11)).toBe(first)
  expect(await read(12)).not.toBe(first)
})

it('counts requests without keeping parameters', async () => {
  const before = sandbox.requests.count
  await get('me', { fields: 'name' })
  expect(sandbox.requests.count).toBe(before + 1)
  expect(sandbox.requests.entries.at(-1)).toMatchObject({ method: 'GET', path: '/v25.0/me', status: 200 })
})
