import { inspect } from 'node:util'
import { expect, it } from 'vitest'
import { conditionalFetch } from './conditional-fetch.ts'
import { EtagStore } from './etag-store.ts'

const answer = (body: string) => ({ etag: '"1"', body })

it('forgets the answers used longest ago when they take too much room', () => {
  const store = new EtagStore(10)
  store.keep('a', answer('1234'))
  store.keep('b', answer('1234'))
  store.get('a')
  store.keep('c', answer('1234'))
  expect(['a', 'b', 'c'].map((key) => store.get(key) !== undefined)).toEqual([true, false, true])
})

it('takes the room of an answer that was replaced only once', () => {
  const store = new EtagStore(10)
  for (let count = 0; count < 5; count++) store.keep('a', answer('12345678'))
  store.keep('b', answer('12'))
  expect(store.get('a')).toBeDefined()
})

it('does not give up everything for one answer that is too large', () => {
  const store = new EtagStore(10)
  store.keep('a', answer('1234'))
  store.keep('b', answer('12345678901'))
  expect(store.get('a')).toBeDefined()
  expect(store.get('b')).toBeUndefined()
})

it('shows no token, wherever it travelled', async () => {
  const store = new EtagStore(1000)
  const headers = new Headers({ authorization: 'OAuth TOKEN-CANARY' })
  const fetch = conditionalFetch(async () => new Response('{}', { headers: { etag: '"1"' } }), store)
  const url = new URL('https://graph.facebook.com/v25.0/me?access_token=TOKEN-CANARY')
  const call = { method: 'GET', headers, signal: new AbortController().signal, redirect: 'manual' } as const
  await (await fetch(url, call)).text()
  expect(inspect(store, { showHidden: true, depth: 9 })).not.toContain('CANARY')
  expect(headers.has('if-none-match')).toBe(false)
})
