import { redisUrl } from '@adpane/tools/services'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aCall, fine, takeAll } from './a-call.ts'
import { createGovernor, type Governor } from './governor.ts'
import { redisGovernorStorage } from './redis-storage.ts'

const clients: Redis[] = []
const prefix = `governor-storage-${process.pid}`
let url: string

beforeAll(async () => (url = await redisUrl()))
afterAll(() => clients.forEach((client) => client.disconnect()))

/** As another process would have it: a connection of its own, nothing in common but Redis. */
function aProcess(name: string): Governor {
  const redis = new Redis(url)
  clients.push(redis)
  return createGovernor({
    storage: redisGovernorStorage(redis, { prefix: `${prefix}-${name}`, commandTimeoutMs: 10_000 }),
  })
}

it('lets processes take from one budget, never twice', async () => {
  const processes = [aProcess('budget'), aProcess('budget'), aProcess('budget'), aProcess('budget')]
  const taken = await Promise.all(processes.map((each) => takeAll(each, aCall({ lane: 'interactive' }))))
  const permits = taken.flatMap((each) => each.permits)
  expect(permits).toHaveLength(42)
})

it('tells each process what the others learned', async () => {
  const [one, other] = [aProcess('learning'), aProcess('learning')]
  ;(await one.admit(aCall())).settle({ status: 400, usage: {}, code: 80_004, regainMs: 60_000 })
  await one.usage('1')
  await expect(other.admit(aCall())).rejects.toMatchObject({ code: 'rate_limited' })
  expect((await other.usage('1')).accounts[0]?.limits).toContainEqual(expect.objectContaining({ circuit: 'open' }))
})

it('goes by the time of Redis', async () => {
  const governor = aProcess('time')
  ;(await governor.admit(aCall())).settle({ status: 400, usage: {}, code: 80_004, regainMs: 60_000 })
  const failure = await governor.admit(aCall()).catch((error: unknown) => error as { retryAfterMs: number })
  if ('settle' in failure) throw new Error('Expected a refusal.')
  expect(failure.retryAfterMs).toBeGreaterThan(50_000)
  expect(failure.retryAfterMs).toBeLessThanOrEqual(60_000)
})

it('keeps the keys of one app in one cluster slot, and lets them run out', async () => {
  const governor = aProcess('keys')
  ;(await governor.admit(aCall({ appId: '77', kind: 'write' }))).settle(fine())
  await governor.usage('77')
  const redis = new Redis(url)
  clients.push(redis)
  const keys = await redis.keys(`${prefix}-keys:*`)
  expect(keys.length).toBeGreaterThan(4)
  expect(keys.every((key) => key.includes(':{77}:'))).toBe(true)
  const lives = await Promise.all(keys.map((key) => redis.pttl(key)))
  expect(lives.every((life) => life > 0)).toBe(true)
})

it('keeps the list of what it holds as long as that, and no longer', async () => {
  const governor = aProcess('index')
  await governor.admit(aCall())
  const redis = new Redis(url)
  clients.push(redis)
  const app = `${prefix}-index:{1}`
  await redis.pexpire(`${app}:index`, 5000)
  await governor.admit(aCall())
  expect(await redis.pttl(`${app}:index`)).toBeGreaterThan(3_600_000)
  await redis.del(`${app}:t:fieldnote`)
  expect((await governor.usage('1')).tenants).toEqual([])
  expect((await redis.smembers(`${app}:index`)).toSorted()).toEqual([
    'l:act_1:ads_management',
    'l:act_1:score',
    'l:app',
  ])
})

it('knows its script again after Redis forgot it', async () => {
  const governor = aProcess('script')
  await governor.admit(aCall())
  const redis = new Redis(url)
  clients.push(redis)
  await redis.script('FLUSH')
  await governor.admit(aCall())
  expect((await governor.usage('1')).isDegraded).toBe(false)
})

it('does not take its own slowness for that of Redis', async () => {
  const redis = new Redis(url)
  clients.push(redis)
  const degraded: string[] = []
  const governor = createGovernor({
    storage: redisGovernorStorage(redis, { prefix: `${prefix}-busy`, commandTimeoutMs: 250 }),
    onDegraded: (_, reason) => degraded.push(reason),
  })
  const admitted = governor.admit(aCall())
  await new Promise(setImmediate)
  // As loading a large module does.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 400)
  await admitted
  expect(degraded).toEqual([])
})
