import { describe, expect, it } from 'vitest'
import type { GraphReply, GraphRequest } from '../graph/graph-call.ts'
import { createClock } from '../world/clock.ts'
import { createAsyncRequests } from './async-requests.ts'
import { isCompleted, statusOf, type AsyncSet } from './async-set.ts'
import { isNotifiable } from './notify-set.ts'
import { planBatch } from './plan-batch.ts'

const carrier: GraphRequest = {
  method: 'POST',
  pathname: '/v25.0/',
  params: new Map([['access_token', 'T']]),
  files: new Map(),
  origin: 'http://localhost',
  isBatchItem: false,
}

function setUp({ durationMs = 1000, failing = '', broken = '' } = {}) {
  const clock = createClock(new Date('2026-11-23T12:00:00Z'), true)
  const asked: string[] = []
  const perform = ({ pathname }: GraphRequest): Promise<GraphReply> => {
    asked.push(pathname)
    if (broken !== '' && pathname.endsWith(broken)) return Promise.reject(new RangeError('Invalid string length'))
    const isFailure = pathname.endsWith(failing) && failing !== ''
    const id = pathname.endsWith('huge') ? '1'.repeat(20_000_000) : asked.length
    const body = isFailure ? '{"error":{"code":100,"message":"no"}}' : `{"id":"${id}"}`
    return Promise.resolve({ status: isFailure ? 400 : 200, headers: {}, body, trace: {} })
  }
  const mistakes: unknown[] = []
  const reportMistake = (error: unknown) => void mistakes.push(error)
  const requests = createAsyncRequests({ clock, durationMs, perform, nextTraceId: () => 'T1', reportMistake })
  const add = (items: readonly Record<string, unknown>[]): AsyncSet =>
    requests.add({
      kind: 'batch',
      callerId: '1',
      carrier,
      name: 'set',
      notification: { mode: 'OFF', status: 'not_sent' },
      requests: planBatch(JSON.stringify(items), '/v25.0/', { items: 1000, ads: 1000 }).map((item) => ({
        item,
        input: {},
        scopeObjectId: '',
      })),
    })
  const statuses = (set: AsyncSet) => set.requests.map((request) => statusOf(request, set, clock.now().getTime()))
  return { clock, asked, mistakes, requests, add, statuses }
}

const post = (relative_url: string, rest: Record<string, unknown> = {}) => ({ method: 'POST', relative_url, ...rest })

describe('asynchronous requests', () => {
  it('are refused while a thousand sets wait, and taken again when these are done', async () => {
    const { clock, requests, add } = setUp()
    for (let set = 0; set < 1000; set++) add([post('a')])
    expect(() => add([post('a')])).toThrow(/^\(#613\) .* 1000 asynchronous sets of this app are not finished yet/)
    clock.advance(1000)
    await requests.runDue()
    expect(add([post('a')]).requests).toHaveLength(1)
  })

  it('are carried out one by one as the sandbox clock moves on', async () => {
    const { clock, asked, requests, add, statuses } = setUp()
    const set = add([post('a'), post('b')])
    await requests.runDue()
    expect([statuses(set), asked]).toEqual([['INITIAL', 'INITIAL'], []])
    clock.advance(200)
    expect(statuses(set)).toEqual(['IN_PROGRESS', 'INITIAL'])
    clock.advance(400)
    await requests.runDue()
    expect([statuses(set), isCompleted(set)]).toEqual([['SUCCESS', 'IN_PROGRESS'], false])
    clock.advance(400)
    await requests.runDue()
    expect([statuses(set), isCompleted(set)]).toEqual([['SUCCESS', 'SUCCESS'], true])
    expect(asked).toEqual(['/v25.0/a', '/v25.0/b'])
  })

  it('are carried out once, however many calls find them due', async () => {
    const { asked, requests, add } = setUp({ durationMs: 0 })
    add([post('a'), post('b')])
    await Promise.all([requests.runDue(), requests.runDue(), requests.runDue()])
    await requests.runDue()
    expect(asked).toEqual(['/v25.0/a', '/v25.0/b'])
  })

  it('use results of earlier ones and fall with them', async () => {
    const { asked, requests, add, statuses } = setUp({ durationMs: 0, failing: 'bad' })
    const set = add([
      post('a', { name: 'a' }),
      post('{result=a:$.id}/x'),
      post('bad', { name: 'b' }),
      post('{result=b:$.id}/x', { name: 'c' }),
      post('{result=c:$.id}/x'),
    ])
    await requests.runDue()
    expect(statuses(set)).toEqual(['SUCCESS', 'SUCCESS', 'ERROR', 'ERROR_DEPENDENCY', 'ERROR_DEPENDENCY'])
    expect(asked).toEqual(['/v25.0/a', '/v25.0/1/x', '/v25.0/bad'])
  })

  it('take those along that needed a cancelled one', async () => {
    const { requests, add, statuses } = setUp({ durationMs: 0 })
    const set = add([post('a', { name: 'a' }), post('{result=a:$.id}/x'), post('b')])
    for (const request of set.requests.slice(0, 1)) request.isCanceled = true
    await requests.runDue()
    expect(statuses(set)).toEqual(['CANCELED', 'CANCELED_DEPENDENCY', 'SUCCESS'])
  })

  it('go on when the sandbox itself makes a mistake in one', async () => {
    const { mistakes, requests, add, statuses } = setUp({ durationMs: 0, broken: 'bad' })
    const set = add([post('bad'), post('b')])
    await requests.runDue()
    expect([statuses(set), mistakes.length]).toEqual([['ERROR', 'SUCCESS'], 1])
  })

  it('let go of uploads once they are done', async () => {
    const { requests, add } = setUp({ durationMs: 0 })
    const set = add([post('a')])
    set.carrier = {
      ...set.carrier,
      files: new Map([['f', { partName: 'f', fileName: 'f', contentType: '', bytes: new Uint8Array(9) }]]),
    }
    await requests.runDue()
    expect(set.carrier.files.size).toBe(0)
  })

  it('are forgotten, the oldest first, once their replies take too much room', async () => {
    const { requests, add } = setUp({ durationMs: 0 })
    const sets: AsyncSet[] = []
    for (let made = 0; made < 5; made++) {
      sets.push(add([post('huge')]))
      await requests.runDue()
    }
    expect(sets.map(({ id }) => requests.find(id) !== undefined)).toEqual([false, false, true, true, true])
  })

  it('are found by id, and their set too', () => {
    const { requests, add } = setUp()
    const set = add([post('a')])
    const [request] = set.requests
    expect(requests.find(set.id)).toEqual({ set })
    expect(requests.find(request?.id ?? '')).toEqual({ set, request })
    expect(requests.find('1')).toBeUndefined()
  })
})

it.each([
  ['http://localhost:3000/done', true],
  ['http://127.0.0.1/done', true],
  ['https://[::1]:9/done', true],
  // Resolvers may ask the network for names below localhost.
  ['http://hooks.localhost/', false],
  ['http://localhost.example.com/', false],
  ['http://127.0.0.1.example.com/', false],
  ['https://example.com/', false],
  ['http://10.0.0.1/', false],
  ['http://localhost@example.com/', false],
  ['file:///etc/passwd', false],
  ['nonsense', false],
])('a notification to %s: %s', (uri, isSent) => {
  expect(isNotifiable(uri)).toBe(isSent)
})
