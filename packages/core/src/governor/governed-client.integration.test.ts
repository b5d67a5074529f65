import { startSandbox, type Sandbox } from '@adpane/sandbox'
import { expect, it, onTestFinished } from 'vitest'
import type { MetaRateLimitError } from '../errors/meta-rate-limit-error.ts'
import { collect, failureOf } from '../graph/a-graph-server.ts'
import { createGraphClient, type GraphClient } from '../graph/graph-client.ts'
import { createGovernor, type Governor } from './governor.ts'
import { memoryGovernorStorage } from './memory-storage.ts'

it('never trips the Limited tier, where the bare client does', async () => {
  const { sandbox, governed, bare, accountId } = await aThrottlingSandbox()
  let refusals = 0
  let done = 0
  for (let call = 0; call < 200; call++) {
    const failure = await collect(governed.listCampaigns(accountId, { fields: ['id'] })).then(
      () => undefined,
      (error: unknown) => error as MetaRateLimitError,
    )
    if (failure === undefined) done++
    else if (failure.meta !== undefined) refusals++
    sandbox.control.clock.advance(failure?.retryAfterMs ?? 1000)
  }
  expect(refusals).toBe(0)
  expect(done).toBeGreaterThan(90)

  sandbox.control.clock.advance(3_600_000)
  for (let call = 0; call < 61; call++) {
    await collect(bare.listCampaigns(accountId, { fields: ['id'] })).catch(() => refusals++)
  }
  expect(refusals).toBe(1)
})

it('learns tier and usage from an answer', async () => {
  const { sandbox, governed, governor, accountId } = await aThrottlingSandbox()
  await collect(governed.listCampaigns(accountId, { fields: ['id'] }))
  const usage = await governor.usage(sandbox.appId)
  expect(usage.accounts).toHaveLength(1)
  expect(usage.accounts[0]?.limits).toEqual(
    expect.arrayContaining([expect.objectContaining({ limit: 'score', quota: 60, taken: 1 })]),
  )
})

it('counts a batch as its operations and reads the headers of its entries', async () => {
  const { sandbox, governed, governor, accountId } = await aThrottlingSandbox()
  const reads = Array.from({ length: 20 }, () => ({ method: 'GET', path: `${accountId}/campaigns` }) as const)
  const outcomes = await governed.batch(reads)
  expect(outcomes.every(({ ok }) => ok)).toBe(true)
  const [account] = (await governor.usage(sandbox.appId)).accounts
  const score = account?.limits.find(({ limit }) => limit === 'score')
  expect(score).toMatchObject({ quota: 60, taken: 20 })
  // Twenty of sixty points, as the last entry says.
  expect(score?.usedPercent).toBeCloseTo(33.3, 0)
})

it('sends no batch there is no room for, and says that its writes were not executed', async () => {
  const { sandbox, governed, accountId } = await aThrottlingSandbox()
  sandbox.control.faults.add({ fault: { kind: 'throttle', code: 4 }, match: { edge: 'campaigns' }, count: 1 })
  await failureOf(governed.listCampaigns(accountId))
  const write = { method: 'POST', path: `${accountId}/adlabels`, params: { name: 'Spring' } } as const
  const [outcome] = await governed.batch([write])
  expect(outcome).toMatchObject({ ok: false, executed: 'no', error: { code: 'rate_limited', meta: undefined } })
})

it('stops by itself after a refusal it could not foresee', async () => {
  const { sandbox, governed, accountId } = await aThrottlingSandbox()
  sandbox.control.faults.add({ fault: { kind: 'throttle', code: 80_004 }, match: { edge: 'campaigns' }, count: 1 })
  const first = await failureOf(governed.listCampaigns(accountId))
  expect(first).toMatchObject({ code: 'rate_limited', meta: { code: 80_004 } })
  const second = await failureOf(governed.listCampaigns(accountId))
  // Meta's own words would be there, had it been asked.
  expect(second).toMatchObject({ code: 'rate_limited', meta: undefined })
})

it('learns from the answers in a batch which account an object belongs to', async () => {
  const { sandbox, governed, governor, accountId } = await aThrottlingSandbox()
  const { data } = (await (
    await fetch(`${sandbox.url}/v25.0/${accountId}/campaigns?limit=2&access_token=${sandbox.accessToken}`)
  ).json()) as { data: { id: string }[] }
  const read = () => Promise.all(data.map(({ id }) => governed.readObject(id, ['name'])))
  const takenOf = async () =>
    (await governor.usage(sandbox.appId)).accounts[0]?.limits.find(({ limit }) => limit === 'score')?.taken
  await read()
  const before = (await takenOf()) ?? 0
  await read()
  expect(await takenOf()).toBe(before + 2)
})

it('lets a batch of reads and writes be the one that tries after a refusal', async () => {
  const { sandbox, governed, accountId } = await aThrottlingSandbox()
  sandbox.control.faults.add({ fault: { kind: 'throttle', code: 80_004 }, match: { edge: 'campaigns' }, count: 1 })
  const refusal = await failureOf(governed.listCampaigns(accountId))
  sandbox.control.clock.advance((refusal as MetaRateLimitError).retryAfterMs)
  const outcomes = await governed.batch([
    { method: 'GET', path: `${accountId}/ads` },
    { method: 'POST', path: `${accountId}/adlabels`, params: { name: 'Spring' } },
  ])
  expect(outcomes).toMatchObject([{ ok: true }, { ok: true }])
})

async function aThrottlingSandbox() {
  const sandbox: Sandbox = await startSandbox({
    port: 0,
    ads: 20,
    tier: 'development',
    isClockFrozen: true,
    now: new Date('2026-03-15T12:00:00Z'),
  })
  onTestFinished(() => sandbox.close())
  const clock = { now: () => sandbox.control.clock.now() }
  const governor: Governor = createGovernor({ storage: memoryGovernorStorage({ clock }), clock })
  const options = { appId: sandbox.appId, appSecret: sandbox.appSecret, baseUrl: sandbox.url }
  const client: GraphClient = createGraphClient({ ...options, governor })
  const governed = client.withToken(sandbox.accessToken, { tenantId: 'fieldnote', lane: 'interactive' })
  const bare = createGraphClient(options).withToken(sandbox.accessToken)
  return { sandbox, governor, governed, bare, accountId: sandbox.accounts[0]?.id ?? '' }
}
