import { expect, describe, it } from 'vitest'
import { OutcomeUnknownError } from '../errors/outcome-unknown-error.ts'
import { aGraphClient, aGraphServer, failureOf, type Answer } from './a-graph-server.ts'

const refusal = (code: number, subcode?: number) => ({ error: { code, error_subcode: subcode, message: 'no' } })

describe('whether a write was done', () => {
  const unknown: readonly [what: string, answer: Answer][] = [
    ['a reset after sending', 'reset'],
    ['silence', 'silence'],
    ['half a body, then a reset', { text: '{"id":"1', isCut: true }],
    ['HTTP 500', { status: 500, json: refusal(1) }],
    ['HTTP 503 that calls itself transient', { status: 503, json: refusal(2) }],
    ['a gateway page', { status: 502, text: '<html>Bad gateway</html>' }],
    ['a gateway page with 200', { status: 200, text: '<html>Welcome</html>' }],
    ['a refusal nobody knows, with HTTP 500', { status: 500, json: refusal(987_654) }],
    ['an empty body', { text: '' }],
    ['`true`', { text: 'true' }],
    ['a list', { text: '[]' }],
    ['half a document', { text: '{"id":"1"' }],
    ['a redirect', { status: 302, text: '', headers: { location: 'https://elsewhere.example/' } }],
  ]

  it.each(unknown)('is unknown after %s; it is sent once', async (_, answer) => {
    const meta = await aGraphServer(() => answer)
    const failure = await failureOf(aTenant(meta.origin).create('act_1/campaigns', { name: 'x' }))
    expect(failure).toBeInstanceOf(OutcomeUnknownError)
    expect(failure).toMatchObject({
      code: 'outcome_unknown',
      executed: 'unknown',
      message: expect.stringContaining('act_1/campaigns'),
      cause: expect.any(Error),
    })
    expect(meta.calls).toHaveLength(1)
  })

  it.each([
    ['a refusal', { status: 400, json: refusal(100) }, 'meta_rejected'],
    ['a refusal with 200', { status: 200, json: refusal(190) }, 'connection_broken'],
    ['a refusal without its envelope', { status: 400, json: { code: 100, message: 'no' } }, 'meta_rejected'],
    ['a throttle', { status: 400, json: refusal(17, 2_446_079) }, 'rate_limited'],
    ['a body found too large', { status: 413, text: '<html>' }, 'meta_unavailable'],
    ['`success: false`', { json: { success: false, error_code: 200, error_message: 'no' } }, 'permission_missing'],
  ] as const)('is no after %s', async (_, answer, code) => {
    const meta = await aGraphServer(() => answer)
    const failure = await failureOf(aTenant(meta.origin).update('1', { name: 'x' }))
    expect(failure).toMatchObject({ code, executed: 'no' })
    expect(meta.calls).toHaveLength(1)
  })

  it('is no where nobody listened, and only then a write is sent again', async () => {
    const attempts: number[] = []
    const client = aGraphClient('http://127.0.0.1:9', { onAttempt: ({ attempt }) => attempts.push(attempt) })
    const failure = await failureOf(client.withToken('T').delete('1'))
    expect(failure).toMatchObject({ code: 'meta_unreachable', executed: 'no' })
    expect(attempts).toEqual([1, 2, 3])
  })

  it('is no where none of several addresses can be reached', async () => {
    const fail = (syscall: string) => Object.assign(new Error('x'), { syscall, code: 'ETIMEDOUT' })
    for (const [second, executed] of [
      ['connect', 'no'],
      ['read', 'unknown'],
    ] as const) {
      const fetch = () => Promise.reject(new AggregateError([fail('connect'), fail(second)]))
      const client = aGraphClient('https://graph.facebook.com', { fetch })
      expect(await failureOf(client.withToken('T').delete('1'))).toMatchObject({ executed })
    }
  })

  it('is no where a name cannot be resolved, over the built-in fetch too', async () => {
    for (const fetch of [undefined, globalThis.fetch]) {
      const client = aGraphClient('https://graph.invalid', { ...(fetch && { fetch }) })
      expect(await failureOf(client.withToken('T').delete('1'))).toMatchObject({ executed: 'no' })
    }
  })
})

describe('looking it up', () => {
  it('takes what was found for the answer', async () => {
    const meta = await aGraphServer(() => 'reset')
    const lookUp = async () => ({ id: '7' })
    expect(await aTenant(meta.origin).create('act_1/ads', {}, { lookUp })).toEqual({ id: '7' })
    expect(meta.calls).toHaveLength(1)
  })

  it('sends again what was not done, three times at most', async () => {
    const meta = await aGraphServer(() => 'reset')
    const lookUp = async () => 'not_executed' as const
    expect(await failureOf(aTenant(meta.origin).create('act_1/ads', {}, { lookUp }))).toMatchObject({ executed: 'no' })
    expect(meta.calls).toHaveLength(3)
  })

  it('changes nothing when it fails or cannot tell', async () => {
    const meta = await aGraphServer(() => 'reset')
    const atOnce = () => {
      throw new Error('down')
    }
    for (const lookUp of [() => Promise.reject(new Error('down')), async () => undefined, atOnce]) {
      expect(await failureOf(aTenant(meta.origin).create('act_1/ads', {}, { lookUp }))).toMatchObject({
        executed: 'unknown',
      })
    }
    expect(meta.calls).toHaveLength(3)
  })

  it('sends nothing again once the deadline for all of it is over', async () => {
    let now = 0
    const meta = await aGraphServer(() => 'reset')
    const lookUp = async () => {
      now += 600
      return 'not_executed' as const
    }
    const api = aGraphClient(meta.origin, { clock: { now: () => new Date(now) } }).withToken('T')
    const failure = await failureOf(api.create('act_1/ads', {}, { lookUp, deadlineMs: 1000 }))
    expect(failure).toMatchObject({ executed: 'no' })
    expect(meta.calls).toHaveLength(2)
  })
})

describe('sending', () => {
  it('posts a form, and deletes by query', async () => {
    const meta = await aGraphServer(() => ({ json: { success: true } }))
    const api = aTenant(meta.origin)
    await api.update('1', { name: 'a & b', targeting: { geo: ['US'] }, absent: undefined })
    await api.delete('act_1/campaigns', { delete_strategy: 'DELETE_ANY' })
    expect(meta.calls).toMatchObject([
      { method: 'POST', path: '/v25.0/1' },
      { method: 'DELETE', path: '/v25.0/act_1/campaigns' },
    ])
    expect(Object.fromEntries(meta.calls[0]?.params ?? [])).toMatchObject({
      name: 'a & b',
      targeting: '{"geo":["US"]}',
    })
    expect(meta.calls[0]?.params.has('absent')).toBe(false)
    expect(meta.calls[1]?.params.get('delete_strategy')).toBe('DELETE_ANY')
  })

  it.each(['', '/', 'act_1/../me', 'act_1//ads', 'act_1/ads?x=1', '..', 'a b'])('refuses the path %j', async (path) => {
    const meta = await aGraphServer(() => ({ json: {} }))
    expect(await failureOf(aTenant(meta.origin).create(path, {}))).toMatchObject({ code: 'invalid_request' })
    expect(meta.calls).toEqual([])
  })

  it('ends all attempts and pauses by one deadline', async () => {
    let now = 0
    const pauses: number[] = []
    const meta = await aGraphServer(() => ({ status: 500, json: refusal(2), headers: { 'retry-after': '3' } }))
    const client = aGraphClient(meta.origin, {
      clock: { now: () => new Date(now) },
      deadlineMs: 5000,
      sleep: async (ms) => {
        pauses.push(ms)
        now += ms
      },
    })
    expect(await failureOf(client.withToken('T').readObject('1', ['id']))).toMatchObject({ code: 'meta_unavailable' })
    // The second pause of 3 s would end after the deadline.
    expect(pauses).toEqual([3000])
    expect(meta.calls).toHaveLength(2)
  })

  it('ends in the pause before another try when the caller leaves', async () => {
    const stop = new AbortController()
    const meta = await aGraphServer(() => ({ status: 500, json: refusal(2) }))
    const sleep = async () => stop.abort(new Error('left'))
    const api = aGraphClient(meta.origin, { sleep }).withToken('T')
    expect(await failureOf(api.listAds('act_1', { signal: stop.signal }))).toMatchObject({ message: 'left' })
    expect(meta.calls).toHaveLength(1)
  })

  it('gives each page of a list the deadline it is read with', async () => {
    const meta = await aGraphServer(() => 'silence')
    const failure = await failureOf(aGraphClient(meta.origin).withToken('T').listAds('act_1', { deadlineMs: 60 }))
    expect(failure).toMatchObject({
      code: 'meta_unreachable',
      // Less the millisecond or two until it is on its way.
      message: expect.stringMatching(/within 0\.0\d+ s/),
    })
  })

  it('ends silence by the deadline where that is sooner than the timeout', async () => {
    const meta = await aGraphServer(() => 'silence')
    const failure = await failureOf(aTenant(meta.origin).update('1', {}, { deadlineMs: 50 }))
    // What is left of the deadline once the call is on its way, a millisecond or two less; never the timeout's 0.15 s.
    expect(failure).toMatchObject({ cause: { message: expect.stringMatching(/within 0\.0\d+ s/) } })
  })
})

function aTenant(origin: string) {
  return aGraphClient(origin, { timeoutMs: 150 }).withToken('T')
}
