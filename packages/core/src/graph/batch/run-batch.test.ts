import { describe, expect, it } from 'vitest'
import { InvalidRequestError } from '../../errors/invalid-request-error.ts'
import { MetaRateLimitError } from '../../errors/meta-rate-limit-error.ts'
import { aGraphClient, aGraphServer, failureOf, type Answer, type SeenCall } from '../a-graph-server.ts'
import type { GraphAttempt } from '../graph-attempt.ts'
import type { BatchOperation, BatchOutcome } from './batch-operation.ts'
import { reference } from './reference.ts'

describe('slots', () => {
  const odd: readonly [what: string, slot: unknown][] = [
    ['null', null],
    ['nothing', undefined],
    ['true', true],
    ['a text', 'no'],
    ['a list', [1]],
    ['an object without a code', { body: '{}' }],
    ['a code that is none', { code: 'x', body: '{}' }],
  ]

  it.each(odd)('holding %s touch their own operation only: a read is asked again', async (_, slot) => {
    const meta = await aBatchServer((items, count) =>
      items.map((item, place) => (count === 1 && place === 1 ? slot : fine(item))),
    )
    const outcomes = await aTenant(meta.origin).batch([aRead('1'), aRead('2'), aRead('3')])
    expect(outcomes).toEqual(['1', '2', '3'].map((id) => ({ ok: true, value: { id } })))
    // What is left over needs no batch.
    expect(meta.calls.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /v25.0', 'GET /v25.0/2'])
  })

  it.each(odd)('holding %s leave a write unknown, and it is never sent again', async (_, slot) => {
    const meta = await aBatchServer((items) => items.map((item, place) => (place === 1 ? slot : fine(item))))
    const outcomes = await aTenant(meta.origin).batch([aWrite('1'), aWrite('2'), aWrite('3')])
    expect(outcomes).toMatchObject([
      { ok: true },
      { ok: false, executed: 'unknown', error: { code: 'outcome_unknown' } },
      { ok: true },
    ])
    expect(meta.calls).toHaveLength(1)
  })

  it.each([
    ['half a document', '{"id":"1'],
    ['an HTML page', '<html></html>'],
    ['nothing', null],
  ])('of a write that Meta did, with %s for an answer, say so', async (_, body) => {
    const meta = await aBatchServer((items) => items.map(() => ({ code: 200, body })))
    const outcomes = await aTenant(meta.origin).batch([aWrite('1'), aWrite('2')])
    expect(outcomes).toMatchObject([
      { ok: false, executed: 'yes' },
      { ok: false, executed: 'yes' },
    ])
  })

  it('with a refusal tell its class, its wait and that nothing was done', async () => {
    const usage = { '1': [{ type: 'ads_management', call_count: 100, estimated_time_to_regain_access: 3 }] }
    const limited = {
      code: 400,
      headers: [{ name: 'X-Business-Use-Case-Usage', value: JSON.stringify(usage) }],
      body: JSON.stringify({ error: { code: 80_004, error_subcode: 2_446_079, message: '(#80004)' } }),
    }
    const meta = await aBatchServer((items) => items.map((item, place) => (place === 0 ? limited : fine(item))))
    const attempts: GraphAttempt[] = []
    const client = aGraphClient(meta.origin, { onAttempt: (attempt) => attempts.push(attempt) })
    const outcomes = await client.withToken('T').batch([aWrite('1'), aWrite('2')])
    expect(outcomes[0]).toMatchObject({ executed: 'no', error: { code: 'rate_limited', retryAfterMs: 180_000 } })
    expect(outcomes[1]).toMatchObject({ ok: true })
    expect(attempts[0]?.entries).toMatchObject([
      { status: 400, code: 80_004, subcode: 2_446_079, usage: { businessUseCase: usage } },
      { status: 200, usage: {} },
    ])
  })

  it.each([
    ['960 of a read is asked again', 'GET', 'ok'],
    ['960 of a write stays unknown', 'POST', 'unknown'],
  ] as const)('%s', async (_, method, expected) => {
    const aborted = { code: 500, body: JSON.stringify({ error: { code: 960, message: 'Request aborted.' } }) }
    const meta = await aBatchServer((items, count) =>
      items.map((item, place) => (count === 1 && place === 0 ? aborted : fine(item))),
    )
    const outcomes = await aTenant(meta.origin).batch([
      { method, path: '1' },
      { method, path: '2' },
    ])
    expect(outcomes[0]?.ok === true ? 'ok' : outcomes[0]?.executed).toBe(expected)
  })

  it('take `success: false` with a reason for the refusal it is', async () => {
    const body = JSON.stringify({ success: false, error_code: 100, error_message: 'Not so.' })
    const meta = await aBatchServer((items) => items.map(() => ({ code: 200, body })))
    const [outcome] = await aTenant(meta.origin).batch([aWrite('1'), aWrite('2')])
    expect(outcome).toMatchObject({ ok: false, executed: 'no', error: { code: 'meta_rejected', meta: { code: 100 } } })
  })
})

describe('what needs others', () => {
  it('was not done when what it needs was refused, whatever its slot holds', async () => {
    const refused = { code: 400, body: JSON.stringify({ error: { code: 100, message: 'no' } }) }
    const empty = {
      code: 400,
      body: JSON.stringify({ error: { code: 2500, message: 'Cannot specify an empty identifier' } }),
    }
    const meta = await aBatchServer(() => [refused, null, empty])
    const parent = aWrite('1')
    const outcomes = await aTenant(meta.origin).batch([
      parent,
      { ...aWrite('2'), dependsOn: parent },
      { method: 'POST', path: [reference(parent)] },
    ])
    expect(outcomes.map((outcome) => !outcome.ok && [outcome.executed, outcome.error.name])).toEqual([
      ['no', 'MetaRejectedError'],
      ['no', 'DependencyFailedError'],
      ['no', 'DependencyFailedError'],
    ])
  })

  it('is not sent at all once what it needs is unknown', async () => {
    const meta = await aBatchServer(() => 'reset')
    const parent = aWrite('1')
    const child: BatchOperation = { method: 'GET', path: [reference(parent)] }
    const outcomes = await aTenant(meta.origin).batch([parent, child])
    expect(outcomes).toMatchObject([{ executed: 'unknown' }, { executed: 'no', error: { code: 'outcome_unknown' } }])
    expect(meta.calls).toHaveLength(1)
  })

  it('goes on with the answer of an earlier call in place of the reference', async () => {
    const meta = await aBatchServer((items, count) =>
      items.map((item, place) => (count === 1 && place === 1 ? null : fine(item))),
    )
    const parent = aWrite('7')
    const child: BatchOperation = { method: 'GET', path: [reference(parent)], params: { of: [reference(parent)] } }
    const outcomes = await aTenant(meta.origin).batch([parent, child])
    expect(outcomes).toMatchObject([{ ok: true, value: { id: '7' } }, { ok: true }])
    expect(itemsOf(meta.calls[0])).toMatchObject([
      { name: 'o0', omit_response_on_success: false },
      { relative_url: 'v25.0/{result=o0:$.id}?of=%5B%22{result=o0:$.id}%22%5D' },
    ])
    expect(meta.calls[1]).toMatchObject({ method: 'GET', path: '/v25.0/7' })
    expect(meta.calls[1]?.params.get('of')).toBe('["7"]')
  })

  it('tells that a write was done when only its own answer is missing', async () => {
    const meta = await aBatchServer((items) => items.map((item, place) => (place === 0 ? null : fine(item))))
    const parent = aWrite('1')
    const outcomes = await aTenant(meta.origin).batch([parent, { ...aWrite('2'), dependsOn: parent }])
    expect(outcomes).toMatchObject([{ ok: false, executed: 'yes' }, { ok: true }])
  })

  it('fails alone where the answer holds nothing at the path', async () => {
    const meta = await aBatchServer((items) => items.map((item) => fine(item)))
    const parent = aWrite('1')
    const filler = Array.from({ length: 50 }, (_, index) => ({ ...aWrite(`9${index}`), dependsOn: parent }))
    const child: BatchOperation = { method: 'GET', path: [reference(parent, '$.nothing')] }
    const outcomes = await aTenant(meta.origin).batch([parent, ...filler, child])
    expect(outcomes.at(-1)).toMatchObject({ executed: 'no', error: { code: 'meta_rejected' } })
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(51)
  })

  it('must come after it; nothing is sent otherwise', async () => {
    const meta = await aBatchServer((items) => items.map(fine))
    const late = aWrite('1')
    const operations = [{ ...aWrite('2'), dependsOn: late }, late, late]
    const failure = await failureOf(aTenant(meta.origin).batch(operations))
    expect(failure).toBeInstanceOf(InvalidRequestError)
    expect(failure).toMatchObject({ fields: [{ field: 'operations.0' }, { field: 'operations.2' }] })
    expect(meta.calls).toEqual([])
  })
})

describe('a call that fails as a whole', () => {
  it.each([
    ['a reset', 'reset'],
    ['an HTML page', { status: 502, text: '<html>' }],
    ['half an answer', { text: '[{"code":200,"bo' }],
    ['no list', { json: { hello: 1 } }],
  ] as const)('by %s leaves writes unknown and asks again for reads', async (_, answer) => {
    const meta = await aBatchServer((items, count) => (count === 1 ? answer : items.map(fine)))
    const outcomes = await aTenant(meta.origin).batch([aWrite('1'), aRead('2'), aRead('3')])
    expect(outcomes).toMatchObject([{ executed: 'unknown' }, { ok: true }, { ok: true }])
    expect(meta.calls.map((call) => itemsOf(call).length)).toEqual([3, 2])
  })

  it('by a refusal did nothing', async () => {
    const refusal = { status: 400, json: { error: { code: 190, message: 'expired' } } }
    const meta = await aBatchServer(() => refusal)
    const outcomes = await aTenant(meta.origin).batch([aWrite('1'), aRead('2')])
    expect(outcomes).toMatchObject([0, 1].map(() => ({ executed: 'no', error: { code: 'connection_broken' } })))
    expect(meta.calls).toHaveLength(1)
  })

  it('because one call spoils the list is sent again call by call', async () => {
    const spoiled = {
      status: 400,
      json: { error: { type: 'GraphBatchException', message: 'Something in the batch.' } },
    }
    const meta = await aBatchServer((items) => (items.length > 1 ? spoiled : items.map(fine)))
    const outcomes = await aTenant(meta.origin).batch([aWrite('1'), aWrite('2'), aRead('3')])
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true])
    expect(meta.calls).toHaveLength(4)
  })

  it('before it left, since nobody listens, did nothing', async () => {
    const outcomes = await aTenant('http://127.0.0.1:9').batch([aWrite('1'), aWrite('2')])
    expect(outcomes).toMatchObject([0, 1].map(() => ({ executed: 'no', error: { code: 'meta_unreachable' } })))
  })
})

describe('limits', () => {
  it('packs fifty into a call, and no more than ten new ads', async () => {
    const meta = await aBatchServer((items) => items.map(fine))
    const reads = Array.from({ length: 120 }, (_, index) => aRead(`${index + 1}`))
    await aTenant(meta.origin).batch(reads)
    expect(meta.calls.map((call) => itemsOf(call).length)).toEqual([50, 50, 20])

    const ads = Array.from({ length: 25 }, (): BatchOperation => ({ method: 'POST', path: 'act_1/ads', params: {} }))
    await aTenant(meta.origin).batch(ads)
    expect(meta.calls.slice(3).map((call) => itemsOf(call).length)).toEqual([10, 10, 5])
  })

  it("puts no more writes into a call than Limited access has room for, once Meta's headers name it", async () => {
    const headers = { 'x-ad-account-usage': '{"acc_id_util_pct":1,"ads_api_access_tier":"development_access"}' }
    const meta = await aGraphServer((call) => ({ json: itemsOf(call).map(fine), headers }))
    const api = aTenant(meta.origin)
    const forty = () => Array.from({ length: 40 }, (_, index) => aWrite(`${index + 1}`))
    await api.batch(forty())
    await api.batch(forty())
    expect(meta.calls.map((call) => itemsOf(call).length)).toEqual([40, 16, 16, 8])
  })

  it('keeps calls below their byte limit', async () => {
    const meta = await aBatchServer((items) => items.map(fine))
    const writes = Array.from({ length: 9 }, (_, index) => aWrite(`${index + 1}`, { text: 'é'.repeat(300) }))
    await aTenant(meta.origin).batch(writes, { maxBytes: 10_000 })
    const bytes = meta.calls.map(({ params }) => encodeURIComponent(params.get('batch') ?? '').length)
    expect(Math.max(...bytes)).toBeLessThan(10_100)
    expect(meta.calls.length).toBeGreaterThan(2)
  })

  it('makes one call for each ad account once a shared one was put off', async () => {
    const meta = await aBatchServer((items) => items.map(fine))
    const governor = {
      admit: async ({ adAccountId }: { adAccountId?: string | undefined }) => {
        if (adAccountId === 'act_1') throw new MetaRateLimitError('act_1', 60_000)
        return { settle: () => {} }
      },
      observe: () => {},
      usage: () => Promise.reject(new Error('not asked')),
    }
    const api = aGraphClient(meta.origin, { governor }).withToken('T')
    const reads = ['act_1', 'act_2', 'act_1', 'act_2'].map(aRead)
    const outcomes = await api.batch(reads)
    expect(outcomes).toMatchObject([
      { ok: false, executed: 'no', error: { code: 'rate_limited', retryAfterMs: 60_000 } },
      { ok: true },
      { ok: false },
      { ok: true },
    ])
    expect(meta.calls).toHaveLength(1)
  })
})

describe('the end', () => {
  it('of a signal ends everything: what was under way is unknown, the rest was not sent', async () => {
    const stop = new AbortController()
    const meta = await aBatchServer((_, count) => {
      if (count === 2) stop.abort(new Error('left'))
      return count === 2 ? 'silence' : [fine({ relative_url: 'v25.0/1' })]
    })
    const writes = [aWrite('1'), aWrite('2'), aWrite('3')]
    const outcomes = await aTenant(meta.origin).batch(writes, { signal: stop.signal, maxOperations: 1, concurrency: 1 })
    expect(outcomes.map(executionOf)).toEqual(['done', 'unknown', 'no'])
    expect(meta.calls).toHaveLength(2)
    expect(await failureOf(aTenant(meta.origin).batch(writes, { signal: stop.signal }))).toMatchObject({
      message: 'left',
    })
  })

  it('of the time for all ends everything', async () => {
    let now = 0
    const meta = await aBatchServer((items) => {
      now += 600
      return items.map(() => null)
    })
    const api = aGraphClient(meta.origin, { clock: { now: () => new Date(now) } }).withToken('T')
    const outcomes = await api.batch([aRead('1'), aRead('2')], { deadlineMs: 1000 })
    expect(outcomes).toMatchObject([0, 1].map(() => ({ ok: false, error: { code: 'meta_unreachable' } })))
    expect(meta.calls).toHaveLength(2)
  })
})

describe('files', () => {
  it('travel beside the operations that name them', async () => {
    const bodies: string[] = []
    const meta = await aBatchServer((_, __, call) => {
      bodies.push(call.body)
      return [fine({ relative_url: 'v25.0/1' }), fine({ relative_url: 'v25.0/2' })]
    })
    const image = (text: string) => ({ pic: { bytes: new TextEncoder().encode(text), fileName: 'a.png' } })
    const post = { method: 'POST', path: 'act_1/adimages' } as const
    await aTenant(meta.origin).batch([
      { ...post, files: image('FIRST') },
      { ...post, files: image('SECOND') },
    ])
    expect(bodies[0]).toContain('"attached_files":"pic"')
    expect(bodies[0]).toContain('"attached_files":"pic-2"')
    expect(bodies[0]).toMatch(/name="pic"; filename="a.png"[^]*FIRST[^]*name="pic-2"[^]*SECOND/)
  })

  it('that are empty are refused before anything is sent', async () => {
    const meta = await aBatchServer((items) => items.map(fine))
    const files = { pic: { bytes: new Uint8Array(), fileName: 'a.png' } }
    const failure = await failureOf(aTenant(meta.origin).batch([{ method: 'POST', path: 'act_1/adimages', files }]))
    expect(failure).toMatchObject({ fields: [{ field: 'operations.0.files' }] })
    expect(meta.calls).toEqual([])
  })
})

interface Item {
  relative_url: string
}

/** Answers batches as told, and single calls with their own id. */
function aBatchServer(
  answer: (
    items: readonly Item[],
    count: number,
    call: SeenCall,
  ) => readonly unknown[] | Exclude<Answer, object> | Answer,
) {
  return aGraphServer((call, count) => {
    const isSingle = call.path !== '/v25.0'
    const items = isSingle ? [{ relative_url: call.path }] : itemsOf(call)
    const said = answer(items, count, call)
    if (!Array.isArray(said)) return said as Answer
    return { json: isSingle ? { id: call.path.split('/').at(-1) } : said }
  })
}

function itemsOf(call: SeenCall | undefined): readonly Item[] {
  return JSON.parse(call?.params.get('batch') ?? '[{}]') as Item[]
}

function fine({ relative_url: url }: Item) {
  const id = /v25\.0\/([^?]*)/.exec(url)?.[1] ?? ''
  return { code: 200, headers: [], body: JSON.stringify({ id }) }
}

function aTenant(origin: string) {
  return aGraphClient(origin).withToken('T')
}

function aRead(id: string): BatchOperation {
  return { method: 'GET', path: id }
}

function aWrite(id: string, params: Record<string, unknown> = { status: 'PAUSED' }): BatchOperation {
  return { method: 'POST', path: id, params }
}

function executionOf(outcome: BatchOutcome): string {
  return outcome.ok ? 'done' : outcome.executed
}
