import { expect, it, vi } from 'vitest'
import { createInProcessCache } from './in-process-cache.ts'
import { forget, remember } from './remember.ts'

const scope = { tenantId: 'fieldnote', accountId: 'act_1' }
const fresh = { syncedAt: '2025-03-01T00:00:00.000Z', final: false, source: 'store' } as const
const anAnswer = (change: object = {}) => ({ freshness: fresh, rows: 1, ...change })

it('reads an answer once and keeps it', async () => {
  const cache = createInProcessCache()
  const read = vi.fn(async () => anAnswer())
  await remember(cache, scope, ['insights', { since: 'a' }], read)
  expect(await remember(cache, scope, ['insights', { since: 'a' }], read)).toEqual(anAnswer())
  expect(read).toHaveBeenCalledTimes(1)
})

it.each([
  ['another question', scope, ['insights', { since: 'b' }]],
  ['another kind of answer', scope, ['campaign', { since: 'a' }]],
  ['another account', { ...scope, accountId: 'act_2' }, ['insights', { since: 'a' }]],
  ['another tenant', { ...scope, tenantId: 'kumo' }, ['insights', { since: 'a' }]],
  [
    'a tenant whose name runs into the account',
    { tenantId: 'fieldnote:act_1', accountId: 'x' },
    ['insights', { since: 'a' }],
  ],
])('never answers %s from it', async (_, other, question) => {
  const cache = createInProcessCache()
  await remember(cache, scope, ['insights', { since: 'a' }], async () => anAnswer())
  expect(await remember(cache, other, question, async () => anAnswer({ rows: 2 }))).toMatchObject({ rows: 2 })
})

it.each([
  ['still on its way', { pending: { reportId: '1', progress: 0 } }],
  ['held back by limits', { freshness: { ...fresh, limited: { retryAfterMs: 1 } } }],
])('does not keep an answer that is %s', async (_, change) => {
  const cache = createInProcessCache()
  await remember(cache, scope, ['q'], async () => anAnswer(change))
  expect(await remember(cache, scope, ['q'], async () => anAnswer({ rows: 2 }))).toMatchObject({ rows: 2 })
})

it('forgets an account, and no other, when the store knows something newer', async () => {
  const cache = createInProcessCache()
  const neighbour = { ...scope, accountId: 'act_11' }
  await remember(cache, scope, ['q'], async () => anAnswer())
  await remember(cache, neighbour, ['q'], async () => anAnswer())
  await forget(cache, scope)
  expect(await remember(cache, scope, ['q'], async () => anAnswer({ rows: 2 }))).toMatchObject({ rows: 2 })
  expect(await remember(cache, neighbour, ['q'], async () => anAnswer({ rows: 2 }))).toMatchObject({ rows: 1 })
})
