import { startSandbox, type Sandbox } from '@adpane/sandbox'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { collect } from '../a-graph-server.ts'
import { createGraphClient, type GraphClient } from '../graph-client.ts'
import type { GraphAttempt } from '../graph-attempt.ts'

let sandbox: Sandbox
let accountId: string
let attempts: GraphAttempt[] = []

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, ads: 60, now: new Date('2026-03-15T12:00:00Z'), isClockFrozen: true })
  accountId = sandbox.accounts[0]?.id ?? ''
})

beforeEach(() => {
  attempts = []
})

afterAll(async () => sandbox.close())

function aClient(): GraphClient {
  const { appId, appSecret, url } = sandbox
  return createGraphClient({ appId, appSecret, baseUrl: url, onAttempt: (attempt) => attempts.push(attempt) })
}

it('lets Meta say that nothing has changed, page by page, and gives the same rows again', async () => {
  const api = aClient().withToken(sandbox.accessToken)
  const read = () => collect(api.listAds(accountId, { pageSize: 25, reuseUnchanged: true }))
  const first = await read()
  expect(await read()).toEqual(first)
  const statuses = attempts.map(({ status }) => status)
  const pages = statuses.length / 2
  expect(statuses).toEqual([...Array(pages).fill(200), ...Array(pages).fill(304)])
})

it('sees what changed meanwhile', async () => {
  const api = aClient().withToken(sandbox.accessToken)
  const read = () => collect(api.listAds(accountId, { fields: ['id', 'name'], reuseUnchanged: true }))
  const [ad] = await read()
  const token = { authorization: `OAuth ${sandbox.accessToken}` }
  const body = new URLSearchParams({ name: 'Renamed' })
  await fetch(`${sandbox.url}/v25.0/${ad?.id}`, { method: 'POST', headers: token, body })
  expect((await read()).find(({ id }) => id === ad?.id)).toMatchObject({ name: 'Renamed' })
})

it('keeps nothing, and asks for nothing, unless told to', async () => {
  const api = aClient().withToken(sandbox.accessToken)
  await collect(api.listAds(accountId))
  await collect(api.listAds(accountId))
  expect(attempts.map(({ status }) => status)).not.toContain(304)
})

it('keeps tenants apart, and what a caller does to its rows from the next', async () => {
  const client = aClient()
  const read = (token: string) => collect(client.withToken(token).listAdAccounts({ reuseUnchanged: true }))
  for (const { accessToken, accounts } of [...sandbox.tenants, ...sandbox.tenants]) {
    const rows = await read(accessToken)
    expect(rows.map(({ id }) => id).toSorted()).toEqual([...accounts].toSorted())
    for (const row of rows) row.id = 'changed by the caller'
  }
  expect(attempts.filter(({ status }) => status === 304)).toHaveLength(sandbox.tenants.length)
})
