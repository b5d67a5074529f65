import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { ask } from '../http/ask.testing.ts'
import { startSandbox, type Sandbox } from '../start-sandbox.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startSandbox({
    port: 0,
    seed: 7,
    ads: 6,
    isClockFrozen: true,
    now: new Date('2026-11-23T12:00:00Z'),
    reportDurationMs: 0,
    control: true,
  })
})

beforeEach(() => sandbox.control.reset())
afterAll(() => sandbox.close())

interface ControlReply {
  status: number
  body: { error?: { code: string; message: string; field?: string }; [name: string]: unknown }
}

async function control(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${sandbox.url}/__sandbox/${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  return { status: response.status, body: await response.json() } as ControlReply
}

const account = () => sandbox.accounts[0]?.id ?? ''

it('is off unless asked for, and says how to switch it on', async () => {
  const closed = await startSandbox({ port: 0, accounts: 1, ads: 1 })
  const response = await fetch(`${closed.url}/__sandbox/faults`)
  expect(response.status).toBe(404)
  expect(await response.json()).toMatchObject({
    error: { code: 'control_off', message: expect.stringContaining('--control') },
  })
  expect(closed.announcement()).not.toHaveProperty('controlUrl')
  await closed.close()
})

it.each(['', '/'])('answers __sandbox%s with what there is', async (slash) => {
  const response = await fetch(`${sandbox.url}/__sandbox${slash}`)
  expect(response.status).toBe(200)
  expect(await response.json()).toMatchObject({
    openapi: '/__sandbox/openapi.json',
    routes: { 'POST /__sandbox/faults': expect.stringContaining('Add a rule') },
  })
})

it('announces where it answers', () => {
  expect(sandbox.announcement().controlUrl).toBe(`${sandbox.url}/__sandbox`)
})

it.each([
  ['throttle', { kind: 'throttle', code: 80004 }, 400, 80004],
  ['server_error', { kind: 'server_error', status: 503 }, 503, 2],
  ['ok_with_error', { kind: 'ok_with_error' }, 200, 2],
  ['expired_token', { kind: 'expired_token' }, 400, 190],
])('makes the next call fail with %s, and no other', async (_, rule, status, code) => {
  await control('POST', 'faults', { ...rule, count: 1 })
  const struck = await ask(sandbox, `${account()}/campaigns`)
  expect([struck.status, struck.body.error?.['code']]).toEqual([status, code])
  expect((await ask(sandbox, `${account()}/campaigns`)).status).toBe(200)
  expect(sandbox.requests.entries[0]).toMatchObject({ status, code, fault: rule.kind })
})

it.each([
  ['reset', { kind: 'reset' }],
  ['reply_lost', { kind: 'reply_lost' }],
  ['truncated', { kind: 'truncated' }],
])('breaks the connection with %s', async (_, rule) => {
  await control('POST', 'faults', { ...rule, count: 1 })
  await expect(ask(sandbox, `${account()}/campaigns`)).rejects.toThrow(/fetch failed|terminated/)
  expect((await ask(sandbox, `${account()}/campaigns`)).status).toBe(200)
})

it('executes a write whose reply is lost, and none whose connection is reset', async () => {
  const names = async () => {
    const { body } = await ask(sandbox, `${account()}/adlabels`, { fields: 'name', limit: '500' })
    return (body.data ?? []).map(({ name }) => name)
  }
  const create = (name: string) => ask(sandbox, `${account()}/adlabels`, { name }, { method: 'POST' })
  await control('POST', 'faults', { kind: 'reset', count: 1, match: { edge: 'adlabels', method: 'POST' } })
  await expect(create('never made')).rejects.toThrow(/fetch failed|terminated/)
  await control('POST', 'faults', { kind: 'reply_lost', count: 1, match: { edge: 'adlabels', method: 'POST' } })
  await expect(create('made all the same')).rejects.toThrow(/fetch failed|terminated/)
  const after = await names()
  expect(after).toContain('made all the same')
  expect(after).not.toContain('never made')
})

it('answers a page, an empty body, and slowly', async () => {
  await control('POST', 'faults', { kind: 'html', count: 1 })
  const page = await fetch(`${sandbox.url}/v25.0/me`, { headers: { authorization: `Bearer ${sandbox.accessToken}` } })
  expect([page.status, page.headers.get('content-type')]).toEqual([502, 'text/html; charset=utf-8'])
  await control('POST', 'faults', { kind: 'empty', status: 504, count: 1 })
  const empty = await fetch(`${sandbox.url}/v25.0/me`, { headers: { authorization: `Bearer ${sandbox.accessToken}` } })
  expect([empty.status, await empty.text()]).toEqual([504, ''])
  await control('POST', 'faults', { kind: 'slow', delayMs: 60, count: 1 })
  const started = performance.now()
  expect((await ask(sandbox, 'me')).status).toBe(200)
  expect(performance.now() - started).toBeGreaterThanOrEqual(58)
})

it.each([
  [{ kind: 'html' }, 502],
  [{ kind: 'empty', status: 504 }, 504],
  [{ kind: 'truncated' }, 200],
  [{ kind: 'reset' }, 0],
  [{ kind: 'reply_lost' }, 0],
])('logs of %j what the client received', async (rule, status) => {
  await control('POST', 'faults', { ...rule, count: 1 })
  await ask(sandbox, 'me').catch(() => undefined)
  expect(sandbox.requests.entries).toMatchObject([{ status, fault: rule.kind }])
})

it('logs how late a slow reply was, and that a client who left received nothing', async () => {
  await control('POST', 'faults', { kind: 'slow', delayMs: 60, count: 1 })
  await ask(sandbox, 'me')
  expect(sandbox.requests.entries[0]).toMatchObject({ status: 200, fault: 'slow' })
  expect(sandbox.requests.entries[0]?.durationMs).toBeGreaterThanOrEqual(58)

  await control('POST', 'faults', { kind: 'slow', delayMs: 600_000, count: 1 })
  const signal = AbortSignal.timeout(30)
  await fetch(`${sandbox.url}/v25.0/me?access_token=${sandbox.accessToken}`, { signal }).catch(() => undefined)
  await vi.waitFor(() => expect(sandbox.requests.entries[1]).toMatchObject({ status: 0, fault: 'slow' }))
})

it('strikes one item of a batch, or the batch as a whole', async () => {
  const batch = JSON.stringify([
    { method: 'GET', relative_url: 'me' },
    { method: 'GET', relative_url: 'me/adaccounts' },
  ])
  await control('POST', 'faults', { kind: 'null_entry', count: 1 })
  const items = await ask(sandbox, '', { batch }, { method: 'POST' })
  expect(JSON.parse(items.text)).toEqual([null, expect.objectContaining({ code: 200 })])
  await control('POST', 'faults', { kind: 'reply_lost', count: 1, match: { isBatchItem: false } })
  await expect(ask(sandbox, '', { batch }, { method: 'POST' })).rejects.toThrow(/fetch failed|terminated/)
})

it('reaches the login endpoints as well', async () => {
  await control('POST', 'faults', { kind: 'server_error', match: { path: 'oauth/access_token' } })
  const reply = await ask(sandbox, 'oauth/access_token', { grant_type: 'client_credentials' })
  expect(reply.status).toBe(500)
})

it('shows, replaces and removes rules', async () => {
  const { body: first } = await control('POST', 'faults', { kind: 'slow', match: { path: 'act_*/insights' } })
  expect(first).toMatchObject({
    id: 'fault-1',
    kind: 'slow',
    delayMs: 5000,
    isDribbled: false,
    rate: 1,
    after: 0,
    seen: 0,
  })
  await control('POST', 'faults', { id: 'mine', kind: 'reset', rate: 0.5 })
  expect((await control('GET', 'faults')).body['rules']).toHaveLength(2)
  expect((await control('DELETE', 'faults/mine')).body['rules']).toHaveLength(1)
  expect(await control('DELETE', 'faults/mine')).toMatchObject({ status: 404, body: { error: { code: 'not_found' } } })
  expect((await control('DELETE', 'faults')).body).toEqual({ rules: [] })
})

it('moves the clock forwards only', async () => {
  expect((await control('POST', 'clock/advance', { ms: 86_400_000 })).body).toEqual({
    now: '2026-11-24T12:00:00.000Z',
    isFrozen: true,
  })
  expect((await control('POST', 'clock/set', { now: '2027-01-01T00:00:00Z' })).body['now']).toBe(
    '2027-01-01T00:00:00.000Z',
  )
  expect(await control('POST', 'clock/set', { now: '2026-01-01T00:00:00Z' })).toMatchObject({
    status: 409,
    body: { error: { code: 'conflict', field: 'now', message: expect.stringContaining('never runs backwards') } },
  })
  expect((await control('POST', 'clock/resume')).body['isFrozen']).toBe(false)
  expect((await control('POST', 'clock/freeze')).body['isFrozen']).toBe(true)
})

it('tells what was asked, but never with what', async () => {
  await ask(sandbox, `${account()}/campaigns`, { limit: '1', access_token: sandbox.accessToken })
  await ask(sandbox, 'me', {}, { token: 'EAAbad' })
  const { body } = await control('GET', 'requests')
  expect(body).toMatchObject({
    entries: [
      {
        method: 'GET',
        path: `/v25.0/${account()}/campaigns`,
        status: 200,
        account: account(),
        caller: 'Sandbox Developer',
      },
      { method: 'GET', path: '/v25.0/me', status: 400, code: 190 },
    ],
  })
  expect(JSON.stringify(body)).not.toContain(sandbox.accessToken)
  expect(JSON.stringify(body)).not.toContain('EAAbad')
  expect((await control('GET', 'requests?limit=1&path=/me')).body['entries']).toHaveLength(1)
  expect((await control('DELETE', 'requests')).body['entries']).toEqual([])
})

it('chooses how strict the limits are', async () => {
  expect((await control('POST', 'quotas/tier', { tier: 'development' })).body).toMatchObject({ mode: 'development' })
  await ask(sandbox, `${account()}/campaigns`)
  expect((await control('GET', 'quotas')).body).toMatchObject({
    accounts: [{ adAccountId: account(), score: 1, maxScore: 60 }],
  })
  await control('POST', 'quotas/overload', { isOverloaded: true })
  expect((await ask(sandbox, `${account()}/insights`)).body.error).toMatchObject({ code: 4, error_subcode: 1504022 })
})

it('issues, expires and revokes tokens', async () => {
  const { body: users } = await control('GET', 'users')
  const person = (users['users'] as { id: string; kind: string; isInstalled: boolean }[]).find(
    ({ isInstalled }) => !isInstalled,
  )
  const issue = async () =>
    String(
      (await control('POST', 'tokens', { user: person?.id, scopes: ['ads_read'], expiresInMs: 3_600_000 })).body[
        'token'
      ],
    )
  const first = await issue()
  expect((await ask(sandbox, 'me', {}, { token: first })).body).toMatchObject({ id: person?.id })
  await control('POST', 'tokens/expire', { token: first })
  expect((await ask(sandbox, 'me', {}, { token: first })).body.error).toMatchObject({ code: 190, error_subcode: 463 })
  const second = await issue()
  await control('POST', 'tokens/revoke', { token: second })
  expect((await ask(sandbox, 'me', {}, { token: second })).body.error).toMatchObject({ code: 190 })
  const third = await issue()
  await control('POST', 'tokens/end-sessions', { user: person?.id, reason: 'password_changed' })
  expect((await ask(sandbox, 'me', {}, { token: third })).body.error).toMatchObject({ code: 190, error_subcode: 460 })
  expect(await control('POST', 'tokens', { user: 'nobody' })).toMatchObject({
    status: 404,
    body: { error: { field: 'user' } },
  })
})

it("decides an ad's review", async () => {
  const { body } = await ask(sandbox, `${account()}/ads`, { limit: '1' })
  const id = String(body.data?.[0]?.['id'])
  expect((await control('POST', `reviews/${id}`, { outcome: 'DISAPPROVED' })).status).toBe(200)
  expect(await control('POST', 'reviews/1', { outcome: 'APPROVED' })).toMatchObject({ status: 404 })
})

it('lets the next report run fail', async () => {
  await control('POST', 'runs/fail-next', { status: 'Job Failed' })
  const start = await ask(sandbox, `${account()}/insights`, { level: 'campaign' }, { method: 'POST' })
  const run = await ask(sandbox, String(start.body['report_run_id']), { fields: 'async_status' })
  expect(run.body).toMatchObject({ async_status: 'Job Failed' })
})

it('goes back to the start on request', async () => {
  await control('POST', 'clock/advance', { ms: 86_400_000 })
  await control('POST', 'faults', { kind: 'reset' })
  await control('POST', 'reset')
  expect((await control('GET', 'info')).body).toMatchObject({
    now: '2026-11-23T12:00:00.000Z',
    faults: 0,
    changedAccounts: 0,
  })
  expect((await ask(sandbox, 'me')).status).toBe(200)
})

it.each<[string, string, unknown, number, string, string | undefined]>([
  ['POST', 'faults', '{"kind":', 400, 'invalid_body', undefined],
  ['POST', 'faults', '', 400, 'invalid_body', undefined],
  ['POST', 'faults', { kind: 'explode' }, 400, 'invalid_field', 'kind'],
  ['POST', 'faults', { kind: 'reset', status: 500 }, 400, 'invalid_field', 'status'],
  ['POST', 'faults', { kind: 'reset', match: { edge: 'campaign' } }, 400, 'invalid_field', 'match.edge'],
  ['POST', 'faults', { kind: 'throttle', code: 190 }, 400, 'invalid_field', 'code'],
  ['POST', 'faults', { kind: 'reset', rate: 2 }, 400, 'invalid_field', 'rate'],
  ['POST', 'faults', { kind: 'reset', match: { pfad: '*' } }, 400, 'invalid_field', 'match.pfad'],
  ['POST', 'faults', '{"kind":"reset","__proto__":{"rate":0}}', 400, 'invalid_field', '__proto__'],
  ['POST', 'faults', { kind: 'reset', id: '../x' }, 400, 'invalid_field', 'id'],
  ['POST', 'faults', `{"kind":"reset","id":"${'x'.repeat(200_000)}"}`, 413, 'body_too_large', undefined],
  ['POST', 'clock/advance', { ms: -1 }, 400, 'invalid_field', 'ms'],
  ['POST', 'clock/set', { now: 'tomorrow' }, 400, 'invalid_field', 'now'],
  ['POST', 'state', { format: 'other' }, 400, 'invalid_field', 'settings'],
  ['GET', 'requests?limit=many', undefined, 400, 'invalid_field', 'limit'],
  ['GET', 'requests?since=1', undefined, 400, 'invalid_field', 'since'],
  ['DELETE', 'clock', undefined, 405, 'method_not_allowed', undefined],
  ['GET', 'elsewhere', undefined, 404, 'not_found', undefined],
])('refuses %s %s %j', async (method, path, body, status, code, field) => {
  const reply = await control(method, path, body)
  expect([reply.status, reply.body.error?.code, reply.body.error?.field]).toEqual([status, code, field])
  expect(reply.body.error?.message).toMatch(/[.]$/)
})

it.each([
  [{ host: 'evil.example' }, 'foreign_host'],
  [{ host: '127.0.0.1.evil.example:80' }, 'foreign_host'],
  [{ host: 'localhost', origin: 'http://evil.example' }, 'foreign_origin'],
  [{ host: 'localhost', origin: 'null' }, 'foreign_origin'],
  [{ host: 'localhost', 'sec-fetch-site': 'cross-site' }, 'foreign_origin'],
])('keeps out %j', async (headers, code) => {
  expect(await rawStatus(headers)).toEqual([403, code])
})

it('lets in tools and its own page', async () => {
  expect(await rawStatus({ host: 'localhost:1' })).toEqual([200, undefined])
  expect(await rawStatus({ host: '[::1]:1' })).toEqual([200, undefined])
  expect(
    await rawStatus({ host: 'localhost:1', origin: 'http://localhost:1', 'sec-fetch-site': 'same-origin' }),
  ).toEqual([200, undefined])
})

/** Node's own client, since fetch sets these headers itself. */
function rawStatus(headers: Record<string, string>): Promise<[number | undefined, string | undefined]> {
  return new Promise((resolve, reject) => {
    const call = request(`${sandbox.url}/__sandbox/info`, { headers }, (response) => {
      text(response).then((body) => resolve([response.statusCode, JSON.parse(body).error?.code]), reject)
    })
    call.on('error', reject).end()
  })
}

it('documents every route in OpenAPI, and everything documented exists', async () => {
  const { body } = await control('GET', 'openapi.json')
  expect(body['openapi']).toBe('3.1.0')
  const paths = Object.entries(
    body['paths'] as Record<string, Record<string, { operationId: string; responses: object }>>,
  )
  const ids = paths.flatMap(([, methods]) => Object.values(methods).map(({ operationId }) => operationId))
  expect(new Set(ids).size).toBe(ids.length)
  for (const [path, methods] of paths) {
    for (const method of Object.keys(methods)) {
      const reply = await control(
        method.toUpperCase(),
        path.slice(1).replace(/\{\w+\}/, 'nobody'),
        method === 'get' ? undefined : '{',
      )
      expect([path, reply.body.error?.message]).not.toEqual([path, expect.stringContaining('There is nothing here')])
      expect(reply.status).not.toBe(405)
    }
  }
})
