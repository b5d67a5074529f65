import { getEventListeners } from 'node:events'
import { describe, expect, it } from 'vitest'
import { aGraphClient, aGraphServer, failureOf } from './a-graph-server.ts'
import type { GraphClientOptions } from './graph-client.ts'

const reasons = [new Error('the page was left'), 'left', { why: 'left' }]
const fetches: [string, Partial<GraphClientOptions>][] = [
  ["Node's client", {}],
  ['the built-in fetch', { fetch: globalThis.fetch }],
]

describe.each(fetches)('a signal that ends a call over %s', (_, options) => {
  it.each(reasons)('is answered with its own reason: %o', async (reason) => {
    const stop = new AbortController()
    const meta = await aGraphServer(() => {
      stop.abort(reason)
      return 'silence'
    })
    const rows = aGraphClient(meta.origin, options).withToken('T').listAds('act_1', { signal: stop.signal })
    expect(await failureOf(rows)).toBe(reason)
    expect(meta.calls).toHaveLength(1)
  })

  it('sends nothing when it came before the call', async () => {
    const meta = await aGraphServer(() => ({ json: { data: [] } }))
    const signal = AbortSignal.abort('never mind')
    const rows = aGraphClient(meta.origin, options).withToken('T').listAds('act_1', { signal })
    expect(await failureOf(rows)).toBe('never mind')
    expect(meta.calls).toEqual([])
  })

  it('ends a pause between two tries', async () => {
    const stop = new AbortController()
    const meta = await aGraphServer(() => ({ status: 500, json: { error: { code: 2, message: 'no' } } }))
    const sleep = async () => stop.abort('left')
    const rows = aGraphClient(meta.origin, { ...options, sleep }).withToken('T')
    expect(await failureOf(rows.listAds('act_1', { signal: stop.signal }))).toBe('left')
    expect(meta.calls).toHaveLength(1)
  })

  it('ends a write, too', async () => {
    const stop = new AbortController()
    const meta = await aGraphServer(() => {
      stop.abort('left')
      return 'silence'
    })
    const api = aGraphClient(meta.origin, options).withToken('T')
    expect(await failureOf(api.create('act_1/campaigns', { name: 'x' }, { signal: stop.signal }))).toBe('left')
    expect(meta.calls).toHaveLength(1)
  })
})

it('ends what is read ahead along with what is read', async () => {
  const stop = new AbortController()
  const meta = await aGraphServer((_, count) =>
    count > 3 ? 'silence' : { json: { data: [{ id: '1' }], paging: { cursors: { after: `${count}` }, next: 'x' } } },
  )
  const reading = (async () => {
    let seen = 0
    for await (const _ of aGraphClient(meta.origin).withToken('T').listAds('act_1', { signal: stop.signal })) {
      if (++seen === 3) stop.abort('left')
    }
  })()
  expect(await failureOf(reading)).toBe('left')
})

it('leaves no listener on a signal that outlives many calls', async () => {
  const stop = new AbortController()
  const meta = await aGraphServer(() => ({ json: { id: '1' } }))
  const api = aGraphClient(meta.origin).withToken('T')
  for (let count = 0; count < 5; count++) await api.update('1', { name: 'x' }, { signal: stop.signal })
  expect(getEventListeners(stop.signal, 'abort')).toEqual([])
})
