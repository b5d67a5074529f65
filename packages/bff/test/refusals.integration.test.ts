import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errorCodes } from '@adpane/contract'
import { accountsResponseSchema, errorBodySchema, insightsResponseSchema } from '@adpane/contract/schemas'
import { z } from 'zod'
import { errorStatus } from '../src/index.ts'
import { startTestServer, type TestServer } from './bff-on-sandbox.ts'

const range = 'since=2025-03-01&until=2025-03-07'

let server: TestServer
let own: string
let foreign: string
beforeAll(async () => {
  server = await startTestServer()
  own = server.sandbox.tenants[0]?.accounts[0] ?? ''
  foreign = server.sandbox.tenants[1]?.accounts[0] ?? ''
})
afterAll(() => server.close())

describe('an account outside the session', () => {
  it.each(['insights', 'campaigns', 'adsets', 'ads'])(
    'is refused on %s with one body, whether it exists or not',
    async (kind) => {
      const bodies = []
      for (const id of [foreign, 'act_1', 'act_999999999999', '1', '%27%20or%201=1', '..%2f..%2faccounts']) {
        const { status, body } = await server.get(`/accounts/${id}/${kind}?${range}`, errorBodySchema)
        expect(status).toBe(403)
        const { requestId, ...rest } = body.error
        expect(requestId).toBeTruthy()
        bodies.push(JSON.stringify(rest))
      }
      expect(new Set(bodies).size).toBe(1)
      expect(bodies[0]).toContain('account_not_allowed')
    },
  )

  it('is refused even when the session of one tenant names an account of another', async () => {
    const token = await server.token({ accountIds: [foreign] })
    const { status, body } = await server.get(`/accounts/${foreign}/insights?${range}`, errorBodySchema, token)
    expect([status, body.error.code]).toEqual([403, 'account_not_allowed'])
    expect((await server.get('/accounts', accountsResponseSchema, token)).body.data).toEqual([])
  })
})

describe('a malformed query', () => {
  it.each([
    ['since=yesterday&until=2025-03-07', 'since'],
    ['until=2025-03-07', 'since'],
    ['since=9999-12-20&until=9999-12-31&increment=7', 'since'],
    ['since=0000-01-01&until=0000-01-02', 'since'],
    ['since=2025-03-07&until=2025-03-01', 'until'],
    [`${range}&metrics=spend,money`, 'metrics'],
    [`${range}&level=adgroup`, 'level'],
    [`${range}&increment=2`, 'increment'],
    [`${range}&breakdowns=shoe_size`, 'breakdowns'],
    [`${range}&filter=nonsense`, 'filter'],
    [`${range}&filter=${encodeURIComponent('[{"field":"spend","operator":"CONTAIN","value":"1"}]')}`, 'filter[0]'],
    [
      `${range}&filter=${encodeURIComponent('[{"field":"campaign.id","operator":"EQUAL","value":"1"}]')}`,
      'filter[0].field',
    ],
    [`${range}&sort=-colour`, 'sort'],
    [`${range}&limit=-3`, 'limit'],
    [`${range}&cursor=abc`, 'cursor'],
    [`${range}&colour=red`, 'colour'],
    [`${range}&since=2025-03-02`, 'since'],
  ])('%s is answered 422 and names %s', async (query, field) => {
    const { status, body } = await server.get(`/accounts/${own}/insights?${query}`, errorBodySchema)
    expect(status).toBe(422)
    expect(body.error).toMatchObject({ code: 'invalid_request', action: 'fix_input' })
    expect(body.error.fields?.map((problem) => problem.field)).toContain(field)
  })
})

describe('a session', () => {
  it('that was tampered with is refused on every route', async () => {
    const token = await server.token()
    const [header, payload = '', signature] = token.split('.')
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object
    const raised = Buffer.from(JSON.stringify({ ...claims, accounts: [foreign], tenant: 'kumo' })).toString('base64url')
    for (const path of ['/accounts', `/accounts/${foreign}/insights?${range}`, `/accounts/${foreign}/ads?${range}`]) {
      const { status, body } = await server.get(path, errorBodySchema, [header, raised, signature].join('.'))
      expect([status, body.error.code, body.error.action]).toEqual([401, 'session_invalid', 'sign_in'])
    }
  })

  it('without the scope is refused', async () => {
    const { status, body } = await server.get('/accounts', errorBodySchema, await server.token({ scopes: [] }))
    expect([status, body.error.code]).toEqual([403, 'scope_missing'])
  })
})

describe('errors', () => {
  it('have a status for every code', () => {
    expect(Object.keys(errorStatus)).toEqual(errorCodes)
  })

  it('say that Meta cannot be reached, and that trying again may help', async () => {
    const lonely = await startTestServer()
    try {
      await lonely.sandbox.close()
      const account = lonely.sandbox.tenants[0]?.accounts[0]
      const { status, body } = await lonely.get(`/accounts/${account}/insights?${range}`, errorBodySchema)
      expect(status).toBe(502)
      expect(body.error).toMatchObject({ code: 'meta_unreachable', action: 'retry' })
    } finally {
      await lonely.close()
    }
  })
})

it('does not pass the days it knows off as a range whose other days cannot be read', async () => {
  const lonely = await startTestServer()
  try {
    const account = lonely.sandbox.tenants[0]?.accounts[0] ?? ''
    const ask = (until: string) => `/accounts/${account}/insights?since=2026-01-01&until=${until}`
    expect((await lonely.get(ask('2026-01-03'), insightsResponseSchema)).status).toBe(200)
    await lonely.sandbox.close()
    const { status, body } = await lonely.get(ask('2026-01-06'), errorBodySchema)
    expect([status, body.error.code]).toEqual([502, 'meta_unreachable'])
  } finally {
    await lonely.close()
  }
})

it('keeps refusals as private as answers, and leaves HTTPS policy to the host', async () => {
  const { status, headers } = await server.get('/accounts', errorBodySchema, 'no.good.token')
  expect(status).toBe(401)
  expect(headers.get('cache-control')).toBe('private, no-store')
  expect(headers.get('vary')).toContain('Authorization')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('x-request-id')).toBeTruthy()
  expect(headers.has('strict-transport-security')).toBe(false)
})

it('serves its own description', async () => {
  const { body } = await server.get(
    '/openapi.json',
    z.looseObject({
      openapi: z.string(),
      paths: z.looseObject({}),
      components: z.object({ schemas: z.looseObject({}) }),
    }),
  )
  expect(body.openapi).toMatch(/^3\.1/)
  expect(Object.keys(body.paths)).toEqual([
    '/accounts',
    '/accounts/{accountId}/insights',
    '/accounts/{accountId}/campaigns',
    '/accounts/{accountId}/adsets',
    '/accounts/{accountId}/ads',
  ])
  expect(Object.keys(body.components.schemas)).toEqual(
    expect.arrayContaining(['InsightsResponse', 'ErrorBody', 'CampaignRow']),
  )
})

it('lets out no token, secret or stack in anything it answered or logged', () => {
  const { sandbox, bodies, logs } = server
  const secrets = [sandbox.accessToken, sandbox.appSecret, ...sandbox.tenants.map((tenant) => tenant.accessToken)]
  const everything = bodies.join('\n') + JSON.stringify(logs)
  expect(bodies.length).toBeGreaterThan(20)
  for (const secret of secrets) expect(everything).not.toContain(secret)
  expect(bodies.join('\n')).not.toMatch(/node_modules|\.ts:\d+|at async/)
  expect(logs).toEqual([])
})
