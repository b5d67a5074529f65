import { expect, it } from 'vitest'
import { createRequestLog } from './request-log.ts'

it('keeps the last thousand calls and counts them all', () => {
  const log = createRequestLog()
  for (let call = 0; call < 1002; call++) log.add('GET', `/v25.0/${call}`, 200)
  expect(log.count).toBe(1002)
  expect(log.entries).toHaveLength(1000)
  expect(log.entries[0]).toEqual({ method: 'GET', path: '/v25.0/2', status: 200 })
})

it('keeps the details it is given', () => {
  const log = createRequestLog()
  const details = { code: 190, subcode: 463, durationMs: 3, caller: 'Dana', account: 'act_1', batchItems: 2 }
  log.add('POST', '/v25.0', 400, details)
  expect(log.entries).toEqual([{ method: 'POST', path: '/v25.0', status: 400, ...details }])
})

it.each([
  ['a query', '/v25.0/me?access_token=secret', '/v25.0/me'],
  ['a token as a part', `/v25.0/EAAB${'x'.repeat(40)}/ads`, '/v25.0/…/ads'],
  ['a short token', '/v25.0/EAAGm0PX4ZCpsBA/ads', '/v25.0/…/ads'],
  ['an app token', '/v25.0/12345%7Cab12cd34', '/v25.0/…'],
  ['any other long word', `/${'a1'.repeat(64)}`, '/…'],
])('never keeps %s', (_, path, kept) => {
  const log = createRequestLog()
  log.add('GET', path, 200)
  expect(log.entries[0]?.path).toBe(kept)
})

it('never keeps a token that hides in the user agent, nor a long one', () => {
  const log = createRequestLog()
  log.add('GET', '/me', 200, { userAgent: `sdk/1 EAAB${'x'.repeat(40)}` })
  log.add('GET', '/me', 200, { userAgent: 'very long '.repeat(100) })
  expect(log.entries[0]?.userAgent).toBe('sdk/1 …')
  expect(log.entries[1]?.userAgent).toHaveLength(200)
})

it('forgets its entries on request, but not how many there were', () => {
  const log = createRequestLog()
  log.add('GET', '/me', 200)
  log.clear()
  expect([log.count, log.entries]).toEqual([1, []])
})
