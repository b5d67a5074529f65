import { crc32, deflateSync } from 'node:zlib'
import { startSandbox, type Sandbox } from '@adpane/sandbox'
import { afterEach, beforeAll, afterAll, describe, expect, it } from 'vitest'
import { AdsError } from '../../errors/ads-error.ts'
import { OutcomeUnknownError } from '../../errors/outcome-unknown-error.ts'
import { collect, failureOf } from '../a-graph-server.ts'
import { createGraphClient } from '../graph-client.ts'
import type { GraphAttempt } from '../graph-attempt.ts'
import type { TenantApi } from '../tenant-api.ts'
import type { BatchOperation, BatchOutcome } from './batch-operation.ts'
import { reference } from './reference.ts'

let sandbox: Sandbox
let api: TenantApi
let accountId: string
const attempts: GraphAttempt[] = []

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, ads: 160, isProofRequired: true, batchTimeoutMs: 300 })
  const { appId, appSecret, url, accessToken } = sandbox
  const sleep = async () => {}
  const onAttempt = (attempt: GraphAttempt) => attempts.push(attempt)
  api = createGraphClient({ appId, appSecret, baseUrl: url, sleep, onAttempt, timeoutMs: 1000 }).withToken(accessToken)
  accountId = sandbox.accounts[0]?.id ?? ''
})

afterAll(async () => sandbox.close())

afterEach(() => {
  sandbox.control.faults.clear()
  attempts.length = 0
})

const hostileNames = [
  'Salt & pepper + 100 % = #1?',
  'name=x&access_token=y',
  '🏕️👩‍👩‍👧 Zelt',
  'مرحبا بالعالم',
  '"quoted" \'single\' \\ back',
  '{result=x:$.id}',
  'line\nbreak\tand %7Bresult%3Dx%3A%24.id%7D',
  '   ',
].filter((name) => name.trim() !== '')

describe('encoding', () => {
  it('carries every name to Meta and back as it was', async () => {
    const creates = hostileNames.map((name) => aCampaign(name))
    const created = await api.batch(creates)
    expect(created.map((outcome) => outcome.ok)).toEqual(hostileNames.map(() => true))
    const reads = created.map((outcome) => api.readObject(idOf(outcome), ['name']))
    expect(await Promise.all(reads)).toMatchObject(hostileNames.map((name) => ({ name })))
  })
})

describe('point reads', () => {
  it('asks for 120 objects in three calls', async () => {
    const ads = (await collect(api.listAds(accountId, { fields: ['id', 'name'] }))).slice(0, 120)
    expect(ads).toHaveLength(120)
    attempts.length = 0
    const read = await Promise.all(ads.map(({ id }) => api.readObject(id, ['id', 'name'])))
    expect(read).toEqual(ads)
    expect(attempts).toHaveLength(3)
  })

  it('lets a bad id fail alone', async () => {
    const [good] = await collect(api.listAds(accountId, { fields: ['id'] }))
    attempts.length = 0
    const read = await Promise.allSettled([
      api.readObject(good?.id ?? '', ['id']),
      api.readObject('404', ['id']),
      api.readObject(good?.id ?? '', ['no_such_field']),
    ])
    expect(read).toMatchObject([
      { status: 'fulfilled' },
      { reason: { code: 'not_found' } },
      { reason: { code: 'meta_rejected' } },
    ])
    expect(attempts).toHaveLength(1)
  })
})

describe('chains', () => {
  it('makes a campaign, an ad set in it and reads both in one call', async () => {
    const campaign = aCampaign('Chain & co')
    const adSet = anAdSet(campaign)
    const read: BatchOperation = { method: 'GET', path: [reference(adSet)], params: { fields: 'name,campaign{name}' } }
    const outcomes = await api.batch([campaign, adSet, read])
    expect(outcomes[2]).toMatchObject({ ok: true, value: { name: 'Set', campaign: { name: 'Chain & co' } } })
    expect(attempts).toHaveLength(1)
  })

  it('uploads two pictures and makes a creative of each, in one call', async () => {
    const chains = [1, 2].map((width) => {
      const files = { pic: { bytes: aPng(width), fileName: `${width}.png`, contentType: 'image/png' } }
      const image: BatchOperation = { method: 'POST', path: `${accountId}/adimages`, files }
      const creative: BatchOperation = {
        method: 'POST',
        path: `${accountId}/adcreatives`,
        params: {
          name: 'Tent & co',
          image_hash: reference(image, '$.images.*.hash'),
          object_url: 'https://shop.example',
        },
      }
      return [
        image,
        creative,
        { method: 'GET', path: [reference(creative)], params: { fields: 'image_hash' } } as const,
      ]
    })
    const outcomes = await api.batch(chains.flat())
    const [first, , firstRead, second, , secondRead] = outcomes
    expect(outcomes.filter(({ ok }) => !ok)).toEqual([])
    for (const [image, read] of [
      [first, firstRead],
      [second, secondRead],
    ]) {
      const hash = /"hash":"(\w+)"/.exec(JSON.stringify(image))?.[1]
      expect(read).toMatchObject({ value: { image_hash: hash } })
    }
    expect(attempts).toHaveLength(1)
  })

  it('does not send what needs a failed one, and says of each why', async () => {
    const campaign = aCampaign('Broken', { objective: 'NONSENSE' })
    const adSet = anAdSet(campaign)
    const other = aCampaign('Fine')
    const outcomes = await api.batch([campaign, adSet, other])
    expect(outcomes).toMatchObject([
      { ok: false, executed: 'no', error: { code: 'meta_rejected' } },
      { ok: false, executed: 'no', error: { name: 'DependencyFailedError', code: 'meta_rejected' } },
      { ok: true },
    ])
  })

  it('goes on over several calls where a chain is longer than a call', async () => {
    const campaign = aCampaign('Long')
    const chain = [campaign]
    while (chain.length < 60) {
      const last = chain.at(-1) ?? campaign
      chain.push({ method: 'POST', path: [reference(campaign)], params: { name: `v${chain.length}` }, dependsOn: last })
    }
    const outcomes = await api.batch(chain)
    expect(outcomes.every(({ ok }) => ok)).toBe(true)
    expect(attempts.map(({ entries }) => entries?.length)).toEqual([50, 10])
    expect(await api.readObject(idOf(outcomes[0]), ['name'])).toMatchObject({ name: 'v59' })
  })
})

describe('faults', () => {
  it('asks again for reads that were left unanswered, and only for them', async () => {
    sandbox.control.faults.add({ fault: { kind: 'null_entry' }, match: { method: 'GET' }, rate: 0.3, count: 30 })
    const ads = (await collect(api.listAds(accountId, { fields: ['id'] }))).slice(0, 60)
    const outcomes = await api.batch(ads.map(({ id }) => ({ method: 'GET', path: id, params: { fields: 'id' } })))
    expect(outcomes.filter(({ ok }) => ok).length).toBeGreaterThan(55)
    const entries = attempts.flatMap((attempt) => attempt.entries ?? [])
    expect(entries.length).toBeLessThanOrEqual(60)
  })

  it('leaves a write that got no answer unknown, and never sends it twice', async () => {
    sandbox.control.faults.add({
      fault: { kind: 'reply_lost' },
      match: { edge: 'campaigns', isBatchItem: true },
      count: 1,
    })
    const outcomes = await api.batch([aCampaign('Lost in a batch'), aCampaign('Not lost in a batch')])
    expect(outcomes[0]).toMatchObject({ ok: false, executed: 'unknown', error: { name: 'OutcomeUnknownError' } })
    expect(outcomes[1]).toMatchObject({ ok: true })
    expect(attempts).toHaveLength(1)
    expect(await campaignsCalled('Lost in a batch')).toHaveLength(1)
  })

  it('gives up on a slow answer by its deadline, and says that nobody knows', async () => {
    sandbox.control.faults.add({ fault: { kind: 'slow', delayMs: 5000, isDribbled: false }, match: { method: 'POST' } })
    const outcomes = await api.batch([aCampaign('Slow 1'), aCampaign('Slow 2')], { deadlineMs: 150 })
    expect(outcomes).toMatchObject([{ executed: 'unknown' }, { executed: 'unknown' }])
  })

  it.each(['reply_lost', 'truncated'] as const)(
    'tells %s of a create as unknown, and a look-up finds it',
    async (kind) => {
      const strike = () =>
        sandbox.control.faults.add({ fault: { kind }, match: { edge: 'campaigns', method: 'POST' }, count: 1 })
      strike()
      const { path, params } = aCampaign(`Written ${kind}`)
      const failure = await failureOf(api.create(String(path), params ?? {}))
      expect(failure).toBeInstanceOf(OutcomeUnknownError)
      expect(await campaignsCalled(`Written ${kind}`)).toHaveLength(1)

      strike()
      const lookUp = async () => (await campaignsCalled(`Found ${kind}`))[0] ?? ('not_executed' as const)
      const found = await api.create(String(path), { ...params, name: `Found ${kind}` }, { lookUp })
      expect(found).toMatchObject({ id: expect.stringMatching(/^\d+$/) })
      expect(await campaignsCalled(`Found ${kind}`)).toHaveLength(1)
    },
  )
})

describe('a storm', () => {
  const faults = [
    { kind: 'reset' },
    { kind: 'reply_lost' },
    { kind: 'truncated' },
    { kind: 'html', status: 502 },
    { kind: 'empty', status: 500 },
    { kind: 'server_error', status: 503 },
    { kind: 'ok_with_error' },
    { kind: 'throttle', code: 17 },
    { kind: 'null_entry' },
    { kind: 'slow', delayMs: 200, isDribbled: true },
  ] as const

  it('tells the truth about every write: done once, not at all, or unknown', { timeout: 60_000 }, async () => {
    for (const fault of faults) {
      sandbox.control.faults.add({ fault, match: { method: 'POST' }, rate: 0.05 })
      sandbox.control.faults.add({ fault, match: { method: 'GET', isBatchItem: true }, rate: 0.02 })
    }
    const names = Array.from({ length: 240 }, (_, index) => `Storm ${index}`)
    const [batched, single] = [names.slice(0, 200), names.slice(200)]
    const creates = batched.map((name) => aCampaign(name))
    const outcomes = await api.batch(creates.flatMap((create) => [create, aReadOf(create)]))
    const ends = creates.map((_, index) => endOf(outcomes[index * 2]))
    for (const name of single) {
      const { path, params } = aCampaign(name)
      ends.push(await api.create(String(path), params ?? {}).then(() => 'yes', endOfError))
    }
    sandbox.control.faults.clear()
    const there = (await collect(api.listCampaigns(accountId, { fields: ['name'] }))).map(({ name }) => name)
    const counts = new Map(names.map((name) => [name, there.filter((other) => other === name).length]))
    for (const [index, name] of names.entries()) {
      expect(counts.get(name), `${name} was ${ends[index]}`).toSatisfy((count: number) =>
        ends[index] === 'yes' ? count === 1 : ends[index] === 'no' ? count === 0 : count <= 1,
      )
    }
    // The storm was one, and much came through.
    expect(new Set(ends)).toEqual(new Set(['yes', 'no', 'unknown']))
    expect(ends.filter((end) => end === 'yes').length).toBeGreaterThan(40)
  })
})

function aReadOf(create: BatchOperation): BatchOperation {
  return { method: 'GET', path: [reference(create)], params: { fields: 'name' } }
}

function endOf(outcome: BatchOutcome | undefined): string | undefined {
  return outcome?.ok === false ? outcome.executed : outcome && 'yes'
}

function endOfError(error: unknown): string | undefined {
  return error instanceof AdsError ? (error.executed ?? 'no') : undefined
}

async function campaignsCalled(name: string) {
  const all = await collect(api.listCampaigns(accountId, { fields: ['id', 'name'] }))
  return all.filter((campaign) => campaign.name === name)
}

function aCampaign(name: string, changes: Record<string, unknown> = {}): BatchOperation {
  const params = {
    name,
    objective: 'OUTCOME_TRAFFIC',
    status: 'PAUSED',
    special_ad_categories: [],
    daily_budget: 2000,
    bid_strategy: 'LOWEST_COST_WITHOUT_CAP',
    ...changes,
  }
  return { method: 'POST', path: `${accountId}/campaigns`, params }
}

function anAdSet(campaign: BatchOperation): BatchOperation {
  const targeting = { geo_locations: { countries: ['US'] }, targeting_automation: { advantage_audience: 0 } }
  const params = {
    name: 'Set',
    campaign_id: reference(campaign),
    optimization_goal: 'LINK_CLICKS',
    billing_event: 'IMPRESSIONS',
    status: 'PAUSED',
    targeting,
  }
  return { method: 'POST', path: `${accountId}/adsets`, params }
}

/** A grey picture of so many pixels in a row. */
function aPng(width: number): Uint8Array<ArrayBuffer> {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    size.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([size, body, sum])
  }
  const header = Buffer.from([0, 0, 0, width, 0, 0, 0, 1, 8, 0, 0, 0, 0])
  const rows = deflateSync(Buffer.alloc(width + 1, 1))
  const magic = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const parts = [magic, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]
  return new Uint8Array(Buffer.concat(parts))
}

function idOf(outcome: unknown): string {
  return /"id":"(\d+)"/.exec(JSON.stringify(outcome))?.[1] ?? ''
}
