import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask } from '../http/ask.testing.ts'
import { startSandbox, type Sandbox } from '../start-sandbox.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startSandbox({
    port: 0,
    seed: 7,
    now: new Date('2026-11-23T15:00:00Z'),
    isClockFrozen: true,
    reportDurationMs: 0,
  })
})
afterAll(() => sandbox.close())

interface Entry {
  code: number
  headers?: { name: string; value: string }[]
  body: string | null
}

const accountId = () => sandbox.accounts[0]?.id ?? ''
const get = (relative_url: string, rest: Record<string, unknown> = {}) => ({ method: 'GET', relative_url, ...rest })

/** Sends a batch as a form and gives its slots. */
async function batch(items: unknown, params: Record<string, string> = {}, path = ''): Promise<(Entry | null)[]> {
  const reply = await ask(sandbox, path, { batch: JSON.stringify(items), ...params }, { method: 'POST' })
  expect([reply.status, reply.headers.get('facebook-api-version')]).toEqual([200, 'v25.0'])
  return JSON.parse(reply.text)
}

async function refusal(items: unknown, params: Record<string, string> = {}, token?: string) {
  const options = { method: 'POST', ...(token === undefined ? {} : { token }) } as const
  const reply = await ask(sandbox, '', { batch: JSON.stringify(items), ...params }, options)
  return { status: reply.status, error: reply.body.error }
}

const json = (entry: Entry | null | undefined) => JSON.parse(entry?.body ?? 'null')
const header = (entry: Entry | null | undefined, name: string) =>
  entry?.headers?.find((one) => one.name === name)?.value

describe('a batch of reads', () => {
  it('answers each item as the call alone, at any path, with or without a version', async () => {
    const alone = await ask(sandbox, `${accountId()}/ads`, { limit: '2', fields: 'name' })
    for (const path of ['', 'me', accountId()]) {
      const url = `${accountId()}/ads?limit=2&fields=name`
      const entries = await batch([get(url), get(`/v25.0/${url}`)], {}, path)
      expect(entries.map((entry) => json(entry).data)).toEqual([alone.body.data, alone.body.data])
    }
  })

  it('carries usage, ETag and JavaScript as the content type of each entry', async () => {
    const [entry, app] = await batch([get(`${accountId()}/insights`), get('me')])
    expect(header(entry, 'Content-Type')).toBe('text/javascript; charset=UTF-8')
    const usage: Record<string, unknown[]> = JSON.parse(header(entry, 'x-business-use-case-usage') ?? '')
    expect(usage[accountId().slice(4)]?.[0]).toMatchObject({ type: 'ads_insights' })
    expect(header(app, 'x-app-usage')).toContain('call_count')
    const again = await batch([get('me', { headers: [`If-None-Match: ${header(app, 'ETag') ?? ''}`] })])
    expect(again).toMatchObject([{ code: 304, body: null }])
  })

  it('reads the ads another item listed', async () => {
    const [hidden, ads] = await batch([
      get(`${accountId()}/ads?limit=3&fields=id`, { name: 'list' }),
      get('?ids={result=list:$.data.*.id}&fields=name,adset{id}'),
    ])
    expect(hidden).toBeNull()
    const { body } = await ask(sandbox, `${accountId()}/ads`, { limit: '3' })
    expect(Object.keys(json(ads)).toSorted()).toEqual(body.data?.map(({ id }) => id).toSorted())
  })

  it('keeps errors in their items', async () => {
    const entries = await batch([get('act_1/ads'), get('me'), get('me/nonsense'), get('v19.0/me'), { method: 'GET' }])
    expect(entries.map((entry) => [entry?.code, json(entry).error?.code])).toEqual([
      [400, 100],
      [200, undefined],
      [400, 2500],
      [400, 2635],
      [400, 100],
    ])
    expect(header(entries[2], 'WWW-Authenticate')).toMatch(/^OAuth "Facebook Platform" "invalid_request"/)
  })

  it('comes as JSON too, natively', async () => {
    const response = await fetch(`${sandbox.url}/v25.0/?access_token=${sandbox.accessToken}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ batch: [get('me')], include_headers: false }),
    })
    expect(await response.json()).toEqual([{ code: 200, body: expect.stringContaining('"id"') }])
  })

  it('takes a token for each item', async () => {
    const [own, other] = sandbox.tenants
    const entries = await batch([
      get(`me/adaccounts?access_token=${own?.accessToken ?? ''}`),
      get(`me/adaccounts?access_token=${other?.accessToken ?? ''}`),
      get('me?access_token=nonsense'),
    ])
    expect(json(entries[0]).data.map(({ id }: { id: string }) => id)).toEqual(own?.accounts)
    expect(json(entries[1]).data.map(({ id }: { id: string }) => id)).toEqual(other?.accounts)
    expect([entries[2]?.code, json(entries[2]).error.code]).toEqual([400, 190])
  })

  it('proves its own token, not those of its items', async () => {
    const proof = createHmac('sha256', sandbox.appSecret).update(sandbox.accessToken).digest('hex')
    const own = sandbox.tenants[0]?.accessToken ?? ''
    const items = [get('me'), get(`me?access_token=${own}`), get(`me?access_token=${own}&appsecret_proof=${proof}`)]
    expect((await batch(items, { appsecret_proof: proof })).map((entry) => entry?.code)).toEqual([200, 200, 400])
  })
})

describe('a batch of writes', () => {
  it('builds a campaign from the top down, each item from the one before', async () => {
    const account = accountId()
    const targeting = encodeURIComponent(
      '{"geo_locations":{"countries":["US"]},"targeting_automation":{"advantage_audience":0}}',
    )
    const entries = await batch([
      {
        method: 'POST',
        name: 'campaign',
        relative_url: `v25.0/${account}/campaigns`,
        body: 'name=Batch%20%26%20chain&objective=OUTCOME_TRAFFIC&status=PAUSED&special_ad_categories=%5B%5D&daily_budget=5000',
      },
      {
        method: 'POST',
        name: 'set',
        relative_url: `v25.0/${account}/adsets`,
        body: `name=Set&campaign_id={result=campaign:$.id}&status=PAUSED&billing_event=IMPRESSIONS&optimization_goal=LINK_CLICKS&targeting=${targeting}`,
        omit_response_on_success: false,
      },
      get('{result=set:$.id}?fields=name,campaign{id,name}'),
    ])
    expect(entries.map((entry) => entry?.code ?? null)).toEqual([null, 200, 200])
    expect(json(entries[2])).toMatchObject({ name: 'Set', campaign: { name: 'Batch & chain' } })
  })

  it('uploads the files its items name and uses their hashes', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    const form = new FormData()
    form.set('access_token', sandbox.accessToken)
    form.set('pic', new File([png], 'dot.png', { type: 'image/png' }))
    form.set(
      'batch',
      JSON.stringify([
        { method: 'POST', name: 'img', relative_url: `${accountId()}/adimages`, attached_files: 'pic' },
        get(`${accountId()}/adimages?hashes={result=img:$.images.*.hash}&fields=hash,name`),
        { method: 'POST', relative_url: `${accountId()}/adimages` },
      ]),
    )
    const response = await fetch(`${sandbox.url}/v25.0/`, { method: 'POST', body: form })
    const entries: (Entry | null)[] = JSON.parse(await response.text())
    expect(entries.map((entry) => entry?.code ?? null)).toEqual([null, 200, 400])
    expect(json(entries[1]).data).toEqual([expect.objectContaining({ hash: expect.stringMatching(/^[0-9a-f]{32}$/) })])
  })

  it('deletes with the parameters where an SDK of Meta puts them', async () => {
    const body = 'name=Gone&objective=OUTCOME_TRAFFIC&status=PAUSED&special_ad_categories=%5B%5D&daily_budget=5000'
    const [made] = await batch([{ method: 'POST', relative_url: `${accountId()}/campaigns`, body }])
    const [deleted, again] = await batch([
      { method: 'DELETE', relative_url: String(json(made).id), body: 'x=1' },
      { method: 'POST', relative_url: String(json(made).id), body: 'status=ACTIVE' },
    ])
    expect([deleted?.code, json(deleted)]).toEqual([200, { success: true }])
    expect(again?.code).toBe(400)
  })
})

describe('faults in a batch', () => {
  it('leave null where an item was not run or its reply was lost, and strike no other item', async () => {
    for (const kind of ['null_entry', 'reset', 'reply_lost'] as const) {
      sandbox.control.faults.add({ id: 'one', fault: { kind }, match: { edge: 'ads' }, count: 1 })
      const entries = await batch([get(`${accountId()}/ads?limit=1`), get('me'), get(`${accountId()}/ads?limit=1`)])
      expect(entries.map((entry) => entry?.code ?? null)).toEqual([null, 200, 200])
    }
  })

  it('are answered in their item when Graph itself would report them', async () => {
    sandbox.control.faults.add({ fault: { kind: 'throttle', code: 17 }, match: { edge: 'ads' }, count: 1 })
    const [entry] = await batch([get(`${accountId()}/ads?limit=1`)])
    expect([entry?.code, json(entry).error.code]).toEqual([400, 17])
  })
})

describe('a batch refused as a whole', () => {
  it('has no usable token', async () => {
    expect(await refusal([get('me')], {}, 'nonsense')).toMatchObject({ status: 400, error: { code: 190 } })
    expect((await refusal([get('me')], {}, '')).error).toMatchObject({ code: 104 })
  })

  it('is too long, no list, or refers to nothing', async () => {
    const tooLong = Array.from({ length: 51 }, () => get('me'))
    for (const items of [tooLong, { method: 'GET' }, [get('{result=f:$.id}')]]) {
      const { status, error } = await refusal(items)
      expect([status, error?.['type'], error?.['code']]).toEqual([400, 'GraphBatchException', undefined])
    }
  })

  it('lies inside another', async () => {
    const inner = encodeURIComponent(JSON.stringify([get('me')]))
    const [entry] = await batch([{ method: 'POST', relative_url: '', body: `batch=${inner}` }])
    expect([entry?.code, json(entry).error.type]).toEqual([400, 'GraphBatchException'])
  })
})

describe('an asynchronous batch', () => {
  it('gives a session for each item, which only its maker can read', async () => {
    const items = [get('me', { name: 'who' }), get('act_1/ads')]
    const started = await ask(sandbox, '', { asyncbatch: JSON.stringify(items) }, { method: 'POST' })
    const sessions = started.body['async_sessions'] as { id: string; name?: string }[]
    expect(sessions).toEqual([{ id: expect.any(String), name: 'who' }, { id: expect.any(String) }])
    const [first, second] = await Promise.all(sessions.map(({ id }) => ask(sandbox, id)))
    expect(first?.body).toMatchObject({ status: 'FINISHED', result: expect.stringContaining('"id"') })
    expect(second?.body).toMatchObject({ status: 'ERROR', error_code: 100 })
    const token = sandbox.tenants[0]?.accessToken ?? ''
    expect((await ask(sandbox, sessions[0]?.id ?? '', {}, { token })).body.error).toMatchObject({ error_subcode: 33 })
  })
})
