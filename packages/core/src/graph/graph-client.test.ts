import { createHmac } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { createServer } from 'node:http'
import { describe, expect, it, onTestFinished } from 'vitest'
import { ConnectionBrokenError } from '../errors/connection-broken-error.ts'
import { InvalidRequestError } from '../errors/invalid-request-error.ts'
import { MetaRateLimitError } from '../errors/meta-rate-limit-error.ts'
import { MetaUnavailableError } from '../errors/meta-unavailable-error.ts'
import { MetaUnreachableError } from '../errors/meta-unreachable-error.ts'
import { aGraphClient, aGraphServer, collect, failureOf } from './a-graph-server.ts'
import { createGraphClient } from './graph-client.ts'
import type { GraphAttempt } from './graph-attempt.ts'
import type { InsightsParams } from './insights-params.ts'

const question: InsightsParams = {
  level: 'ad',
  fields: ['spend', 'actions'],
  timeRange: { since: '2025-03-01', until: '2025-03-07' },
}

const empty = { json: { data: [] } }

describe('signing', () => {
  it('sends the token in a header and its proof along with every page', async () => {
    const meta = await aGraphServer((_, count) => ({ json: aPage(count, 3) }))
    await collect(aGraphClient(meta.origin).withToken('TOKEN-1').listCampaigns('act_1'))

    expect(meta.calls).toHaveLength(3)
    const proof = createHmac('sha256', 'app-secret-canary').update('TOKEN-1').digest('hex')
    for (const call of meta.calls) {
      expect(call).toMatchObject({ path: '/v25.0/act_1/campaigns', token: 'TOKEN-1' })
      expect(call.params.get('appsecret_proof')).toBe(proof)
      expect(call.url).not.toContain('TOKEN-1')
    }
  })

  it("makes the proof of Meta's published example", async () => {
    const meta = await aGraphServer(() => empty)
    const client = aGraphClient(meta.origin, { appSecret: 'sandbox-app-secret' })
    await collect(client.withToken('SANDBOX-TOKEN-1').listAdAccounts())
    expect(meta.calls[0]?.params.get('appsecret_proof')).toBe(
      '1f11deb2cae4e659d35babddc27d8edd54403322cab1e1086a849eda612b0259',
    )
  })

  it('puts the token into the query only when told to', async () => {
    const meta = await aGraphServer(() => empty)
    await collect(aGraphClient(meta.origin, { tokenPlacement: 'query' }).withToken('TOKEN-1').listAdAccounts())
    expect(meta.calls[0]?.params.get('access_token')).toBe('TOKEN-1')
  })
})

describe('reading', () => {
  it('goes on while there is a next page, over empty and short ones', async () => {
    const sizes = [2, 0, 1]
    const meta = await aGraphServer((_, count) => ({ json: aPage(count, 3, sizes[count - 1]) }))
    const rows = await collect(aGraphClient(meta.origin).withToken('T').listAds('act_1', { pageSize: 2 }))
    expect(rows).toHaveLength(3)
    expect(meta.calls.map(({ params }) => params.get('after'))).toEqual([null, 'after-1', 'after-2'])
    expect(meta.calls.every(({ params }) => params.get('limit') === '2')).toBe(true)
  })

  it('stops at the end although its last page still has cursors', async () => {
    const meta = await aGraphServer(() => ({ json: { data: [{ id: '1' }], paging: { cursors: { after: 'A' } } } }))
    await collect(aGraphClient(meta.origin).withToken('T').listAds('act_1'))
    expect(meta.calls).toHaveLength(1)
  })

  it('moves by offset where an edge has no cursors, and takes nothing else from the next URL', async () => {
    const next = 'https://elsewhere.example/v1.0/other?offset=25&access_token=FOREIGN&fields=secret&limit=9'
    const meta = await aGraphServer((_, count) => ({
      json: { data: [{ id: '1' }], paging: count === 1 ? { next } : {} },
    }))
    await collect(
      aGraphClient(meta.origin)
        .withToken('T')
        .listAds('act_1', { fields: ['id'] }),
    )
    expect(meta.calls[1]).toMatchObject({ path: '/v25.0/act_1/ads', token: 'T' })
    expect(Object.fromEntries(meta.calls[1]?.params ?? [])).toMatchObject({ offset: '25', fields: 'id', limit: '100' })
  })

  it('refuses a list that leads in a circle', async () => {
    const page = {
      data: [{ id: '1' }],
      paging: { cursors: { after: 'A' }, next: 'https://graph.facebook.com/?after=A' },
    }
    const meta = await aGraphServer(() => ({ json: page }))
    const failure = await failureOf(aGraphClient(meta.origin).withToken('T').listAds('act_1'))
    expect(failure).toBeInstanceOf(MetaUnavailableError)
    expect(meta.calls.length).toBeLessThan(4)
  })

  it('is not fooled by paging inside of rows', async () => {
    const inner = { data: [], paging: { cursors: { after: 'INNER' }, next: 'https://x.example/?after=INNER' } }
    const name = JSON.stringify({ paging: inner.paging })
    const meta = await aGraphServer((_, count) =>
      count < 4
        ? { json: { ...aPage(count, 4), data: [{ id: `${count}`, name }] } }
        : { json: { data: [{ name, ads: inner }] } },
    )
    const rows = await collect(aGraphClient(meta.origin).withToken('T').listCampaigns('act_1'))
    expect(rows).toHaveLength(4)
    expect(meta.calls.map(({ params }) => params.get('after'))).toEqual([null, 'after-1', 'after-2', 'after-3'])
  })

  it('spends no call ahead of a reader that stops within the first page, and one at most later', async () => {
    const meta = await aGraphServer((_, count) => ({ json: aPage(count, 50, 2) }))
    const api = aGraphClient(meta.origin).withToken('T')
    for await (const _ of api.listAds('act_1')) break
    expect(meta.calls).toHaveLength(1)

    let seen = 0
    for await (const _ of api.listAds('act_1')) if (++seen === 3) break
    expect(meta.calls.length).toBeLessThanOrEqual(1 + 3)
  })

  it('tells of a failing page only after the rows before it', async () => {
    const meta = await aGraphServer((_, count) =>
      count < 3 ? { json: aPage(count, 9) } : { json: { error: { code: 190, message: 'no' } } },
    )
    const seen: unknown[] = []
    const reading = (async () => {
      for await (const row of aGraphClient(meta.origin).withToken('T').listAds('act_1')) seen.push(row)
    })()
    expect(await failureOf(reading)).toBeInstanceOf(ConnectionBrokenError)
    expect(seen).toHaveLength(2)
  })

  it('asks for archived objects too, and never for deleted ones', async () => {
    const meta = await aGraphServer(() => empty)
    const api = aGraphClient(meta.origin).withToken('T')
    await collect(api.listCampaigns('act_1'))
    await collect(api.listAdSets('act_1'))
    await collect(api.listAds('act_1'))
    for (const { params } of meta.calls) {
      expect(params.get('effective_status')).toContain('"ARCHIVED"')
      expect(params.get('effective_status')).not.toContain('DELETED')
    }
  })

  it('unpacks compressed answers', async () => {
    const server = createServer((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('{"data":[{"id":"7","name":"Größe"}]}'))
    })
    const { promise, resolve } = Promise.withResolvers<void>()
    server.listen(0, '127.0.0.1', resolve)
    await promise
    onTestFinished(() => void server.close())
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : undefined
    const rows = await collect(aGraphClient(`http://127.0.0.1:${port}`).withToken('T').listCampaigns('act_1'))
    expect(rows).toEqual([{ id: '7', name: 'Größe' }])
  })

  it('works over the built-in fetch as well', async () => {
    const meta = await aGraphServer((call) => (call.method === 'POST' ? { json: { report_run_id: '9' } } : empty))
    const api = aGraphClient(meta.origin, { fetch: globalThis.fetch }).withToken('T')
    expect(await collect(api.listAds('act_1'))).toEqual([])
    expect(await api.startInsightsReport('act_1', question)).toBe('9')
    expect(meta.calls[1]?.params.get('fields')).toBe('spend,actions')
  })

  it('refuses ids that would change the path, before anything is sent', async () => {
    const meta = await aGraphServer(() => empty)
    const api = aGraphClient(meta.origin).withToken('T')
    expect(await failureOf(api.listAds('act_1/../act_2'))).toBeInstanceOf(InvalidRequestError)
    expect(await failureOf(api.readInsights('1?x=y', question))).toBeInstanceOf(InvalidRequestError)
    expect(await failureOf(api.readInsightsReport('me'))).toBeInstanceOf(InvalidRequestError)
    expect(meta.calls).toEqual([])
  })
})

describe('insights reports', () => {
  it('posts the question as a form, without the id the SDK would add', async () => {
    const meta = await aGraphServer(() => ({ json: { report_run_id: '6023' } }))
    const id = await aGraphClient(meta.origin)
      .withToken('T')
      .startInsightsReport('act_1', { ...question, timeIncrement: 1 })
    expect(id).toBe('6023')
    expect(meta.calls[0]).toMatchObject({ method: 'POST', path: '/v25.0/act_1/insights', url: '/v25.0/act_1/insights' })
    const form = Object.fromEntries(meta.calls[0]?.params ?? [])
    expect(form).toMatchObject({ level: 'ad', time_increment: '1', fields: 'spend,actions' })
    expect(JSON.parse(form['time_range'] ?? '')).toEqual({ since: '2025-03-01', until: '2025-03-07' })
    expect(form).not.toHaveProperty('id')
  })

  it('keeps every digit of an id that arrives as a bare number', async () => {
    const meta = await aGraphServer(() => ({ text: '{"report_run_id":120239201490501234567}' }))
    const id = await aGraphClient(meta.origin).withToken('T').startInsightsReport('act_1', question)
    expect(id).toBe('120239201490501234567')
  })

  it('is never sent twice, whatever happens', async () => {
    const meta = await aGraphServer((_, count) => (count === 1 ? { status: 500, json: aRefusal(2) } : 'reset'))
    const api = aGraphClient(meta.origin).withToken('T')
    expect(await failureOf(api.startInsightsReport('act_1', question))).toBeInstanceOf(MetaUnavailableError)
    expect(meta.calls).toHaveLength(1)
    expect(await failureOf(api.startInsightsReport('act_1', question))).toBeInstanceOf(MetaUnreachableError)
    expect(meta.calls).toHaveLength(2)
  })

  it.each([
    ['Job Not Started', 0, 'waiting', 0],
    ['Job Started', 0, 'waiting', 0],
    ['Job Running', 40, 'running', 0.4],
    ['Job Running', 100, 'running', 1],
    ['Job Completed', 99, 'running', 0.99],
    ['Job Completed', 100, 'completed', 1],
    ['Job Skipped', 0, 'skipped', 0],
  ])('reads %s at %i %% as %s', async (asyncStatus, percent, status, progress) => {
    const run = { id: '9', async_status: asyncStatus, async_percent_completion: percent }
    const meta = await aGraphServer(() => ({ json: run }))
    expect(await aGraphClient(meta.origin).withToken('T').readInsightsReport('9')).toEqual({ status, progress })
    expect(meta.calls[0]?.path).toBe('/v25.0/9')
  })

  it('says why a run failed', async () => {
    const run = { id: '9', async_status: 'Job Failed', error_code: -3, error_subcode: 1504045, error_message: 'Large' }
    const meta = await aGraphServer(() => ({ json: run }))
    const report = await aGraphClient(meta.origin).withToken('T').readInsightsReport('9')
    expect(report).toMatchObject({ status: 'failed', error: { code: 'too_much_data', meta: { subcode: 1504045 } } })
  })

  it("reads a finished run's rows from the run", async () => {
    const meta = await aGraphServer((_, count) => ({ json: aPage(count, 2) }))
    await collect(aGraphClient(meta.origin).withToken('T').readInsightsReportRows('9'))
    expect(meta.calls.map(({ path }) => path)).toEqual(['/v25.0/9/insights', '/v25.0/9/insights'])
  })
})

describe('trouble', () => {
  it.each([
    ['an HTML page', { status: 502, text: '<html>Bad gateway</html>' }],
    ['nothing', { text: '' }],
    ['true', { text: 'true' }],
    ['a list', { text: '[]' }],
    ['half a document', { text: '{"data":[{"id":"1"' }],
    ['a list without rows', { json: { paging: {} } }],
    ['an unexplained error', { json: { error: 'no' } }],
    ['a redirect', { status: 302, text: '', headers: { location: 'https://elsewhere.example/' } }],
  ])('reports %s as Meta being unavailable', async (_, answer) => {
    const meta = await aGraphServer(() => answer)
    expect(await failureOf(aGraphClient(meta.origin).withToken('T').listAds('act_1'))).toBeInstanceOf(
      MetaUnavailableError,
    )
  })

  it('takes a 200 that carries an error for an error', async () => {
    const meta = await aGraphServer(() => ({ status: 200, json: aRefusal(190, 463) }))
    const failure = await failureOf(aGraphClient(meta.origin).withToken('T').listAds('act_1'))
    expect(failure).toBeInstanceOf(ConnectionBrokenError)
    expect(failure).toMatchObject({ code: 'connection_broken', action: 'reconnect', meta: { code: 190, subcode: 463 } })
  })

  it('sends a read again after trouble of a moment, twice at most', async () => {
    const meta = await aGraphServer((_, count) =>
      count === 1 ? { status: 503, json: aRefusal(2) } : count === 2 ? 'reset' : { json: { data: [{ id: '1' }] } },
    )
    expect(await collect(aGraphClient(meta.origin).withToken('T').listAds('act_1'))).toHaveLength(1)
    expect(meta.calls).toHaveLength(3)

    const broken = await aGraphServer(() => ({ status: 500, json: aRefusal(1) }))
    await failureOf(aGraphClient(broken.origin).withToken('T').listAds('act_1'))
    expect(broken.calls).toHaveLength(3)
  })

  it('waits a random part of a growing pause between tries', async () => {
    const meta = await aGraphServer(() => ({ status: 500, json: aRefusal(1) }))
    const pauses: number[] = []
    const sleep = async (ms: number) => void pauses.push(ms)
    await failureOf(
      aGraphClient(meta.origin, { sleep, random: () => 0.5 })
        .withToken('T')
        .listAds('act_1'),
    )
    expect(pauses).toEqual([125, 250])
  })

  it('never repeats a refusal for too many calls, and passes on the wait Meta promises', async () => {
    const usage = { '1': [{ type: 'ads_insights', call_count: 100, estimated_time_to_regain_access: 7 }] }
    const headers = { 'x-business-use-case-usage': JSON.stringify(usage) }
    const meta = await aGraphServer(() => ({ status: 400, json: aRefusal(80_000, 2_446_079), headers }))
    const failure = await failureOf(aGraphClient(meta.origin).withToken('T').readInsights('act_1', question))
    expect(failure).toBeInstanceOf(MetaRateLimitError)
    expect(failure).toMatchObject({ retryAfterMs: 7 * 60_000, message: expect.stringContaining('act_1') })
    expect(meta.calls).toHaveLength(1)
  })

  it('gives up on silence, once, and says so', async () => {
    const meta = await aGraphServer(() => 'silence')
    const failure = await failureOf(aGraphClient(meta.origin, { timeoutMs: 60 }).withToken('T').listAds('act_1'))
    expect(failure).toBeInstanceOf(MetaUnreachableError)
    expect(meta.calls).toHaveLength(1)
  })

  it('tells a refused connection apart', async () => {
    const failure = await failureOf(aGraphClient('http://127.0.0.1:9').withToken('T').listAds('act_1'))
    expect(failure).toMatchObject({ code: 'meta_unreachable', message: expect.stringContaining('refused') })
  })

  it("ends with the reason of the caller's signal", async () => {
    const stop = new AbortController()
    const meta = await aGraphServer(() => {
      stop.abort(new Error('the page was left'))
      return 'silence'
    })
    const failure = await failureOf(aGraphClient(meta.origin).withToken('T').listAds('act_1', { signal: stop.signal }))
    expect(failure).toMatchObject({ message: 'the page was left' })
  })
})

describe('watching', () => {
  it('tells of every attempt with its usage, and of no token', async () => {
    const headers = { 'x-app-usage': '{"call_count":28}', 'x-ad-account-usage': 'not json' }
    const meta = await aGraphServer((_, count) =>
      count === 1 ? { status: 500, json: aRefusal(2), headers } : { json: { data: [] }, headers },
    )
    const attempts: GraphAttempt[] = []
    const client = aGraphClient(meta.origin, {
      tokenPlacement: 'query',
      onAttempt: (attempt) => attempts.push(attempt),
    })
    await collect(client.withToken('TOKEN-1').listAds('act_1'))
    expect(attempts).toMatchObject([
      {
        attempt: 1,
        status: 500,
        errorCode: 'meta_unavailable',
        path: '/v25.0/act_1/ads',
        usage: { app: { call_count: 28 } },
      },
      { attempt: 2, status: 200, method: 'GET' },
    ])
    expect(JSON.stringify(attempts)).not.toContain('TOKEN-1')
  })

  it('is not broken by whoever watches', async () => {
    const meta = await aGraphServer(() => empty)
    const onAttempt = () => {
      throw new Error('a broken dashboard')
    }
    expect(await collect(aGraphClient(meta.origin, { onAttempt }).withToken('T').listAds('act_1'))).toEqual([])
  })
})

describe('options', () => {
  const good = { appId: '1', appSecret: 's' }
  it.each([
    ['version', { ...good, version: '25' }],
    ['timeoutMs', { ...good, timeoutMs: 0 }],
    ['appId', { ...good, appId: 'x' }],
    ['appSecret', { ...good, appSecret: '' }],
    ['baseUrl', { ...good, baseUrl: 'http://graph.example' }],
    ['baseUrl', { ...good, baseUrl: 'ftp://graph.example' }],
    ['baseUrl', { ...good, allowedOrigins: ['https://other.example'] }],
  ])('names %s when it is out of range', (field, options) => {
    expect(() => createGraphClient(options)).toThrow(
      expect.objectContaining({ fields: [expect.objectContaining({ field })] }),
    )
  })

  it('takes plain http elsewhere once its origin is listed', () => {
    const origin = 'http://sandbox.internal:4010'
    expect(() => createGraphClient({ ...good, baseUrl: origin, allowedOrigins: [origin] })).not.toThrow()
  })
})

function aPage(page: number, pages: number, size = 1) {
  const data = Array.from({ length: size }, (_, row) => ({ id: `${page}-${row}` }))
  const after = `after-${page}`
  // Meta's next URL carries a token; here it is somebody else's, at somebody else's address.
  const next = `https://elsewhere.example/v25.0/act_9/campaigns?access_token=FOREIGN&after=${after}`
  return { data, paging: { cursors: { before: 'b', after }, ...(page < pages && { next }) } }
}

function aRefusal(code: number, subcode?: number) {
  return {
    error: { code, error_subcode: subcode, message: `(#${code}) refused`, type: 'OAuthException', fbtrace_id: 'A1' },
  }
}
