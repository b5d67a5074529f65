import { startRedis } from '@adpane/tools/redis'
import { redisUrl } from '@adpane/tools/services'
import { Redis } from 'ioredis'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Cache } from './cache.ts'
import { type CacheKey, cacheKey } from './cache-key.ts'
import { createInProcessCache } from './in-process-cache.ts'
import { openRedisCache } from './redis-cache.ts'

interface CacheUnderTest {
  cache: Cache
  /** Makes that much time go by for what is kept. */
  passTime: (ms: number) => Promise<void>
}

describeCache('in process', async () => {
  let now = new Date('2025-03-01T00:00:00Z').getTime()
  const cache = createInProcessCache({ clock: { now: () => new Date(now) } })
  return { cache, passTime: async (ms) => void (now += ms) }
})

describeCache('Redis', async () => {
  const url = await redisUrl()
  const cache = await openRedisCache({ url, log: refuseToLog })
  return { cache, passTime: (ms) => ageKeys(url, ms) }
})

function describeCache(name: string, open: () => Promise<CacheUnderTest>): void {
  describe(`cache ${name}`, () => {
    let cache: Cache
    let passTime: (ms: number) => Promise<void>
    let tests = 0
    let tenant: string
    const key = (part: string, account = 'act_1'): CacheKey => cacheKey(tenant, account, part)

    beforeAll(async () => ({ cache, passTime } = await open()))
    beforeEach(() => (tenant = `tenant-${process.pid}-${++tests}`))
    afterAll(() => cache.close())

    it('gives back what it was given', async () => {
      const answer = { rows: [{ id: '1', spend: '3.40', reach: null }], totals: { of: 1 } }
      await cache.set(key('a'), answer, 1000)
      expect(await cache.get(key('a'))).toEqual(answer)
      expect(await cache.get(key('b'))).toBeUndefined()
    })

    it('tells a kept null from nothing', async () => {
      await cache.set(key('a'), null, 1000)
      expect(await cache.get(key('a'))).toBeNull()
    })

    it('forgets when the time is up', async () => {
      await cache.set(key('a'), 1, 1000)
      await passTime(900)
      expect(await cache.get(key('a'))).toBe(1)
      await passTime(200)
      expect(await cache.get(key('a'))).toBeUndefined()
    })

    it.each([0, -5, Number.NaN])('keeps nothing for %d ms, not even the older answer', async (ttlMs) => {
      await cache.set(key('a'), 'older', 1000)
      await cache.set(key('a'), 'newer', ttlMs)
      expect(await cache.get(key('a'))).toBeUndefined()
    })

    it('hands out copies', async () => {
      const kept = { rows: [1] }
      await cache.set(key('a'), kept, 1000)
      kept.rows.push(2)
      const first = await cache.get(key('a'))
      Object.assign(first as object, { rows: [] })
      expect(await cache.get(key('a'))).toEqual({ rows: [1] })
    })

    it('forgets one answer on request', async () => {
      await cache.set(key('a'), 1, 1000)
      await cache.set(key('b'), 2, 1000)
      await cache.delete(key('a'))
      expect([await cache.get(key('a')), await cache.get(key('b'))]).toEqual([undefined, 2])
    })

    it('forgets an account and leaves the tenant’s others', async () => {
      await cache.set(key('a', 'act_1'), 1, 1000)
      await cache.set(key('b', 'act_1'), 2, 1000)
      await cache.set(key('a', 'act_10'), 3, 1000)
      await cache.deleteScope({ tenantId: tenant, accountId: 'act_1' })
      expect(await Promise.all([key('a'), key('b'), key('a', 'act_10')].map((each) => cache.get(each)))).toEqual([
        undefined,
        undefined,
        3,
      ])
    })

    it('forgets a tenant and leaves the others, also one whose id begins the same', async () => {
      const neighbour = cacheKey(`${tenant}0`, 'act_1', 'a')
      await cache.set(key('a', 'act_1'), 1, 1000)
      await cache.set(key('a', 'act_2'), 2, 1000)
      await cache.set(neighbour, 3, 1000)
      await cache.deleteScope({ tenantId: tenant })
      expect(await Promise.all([key('a'), key('a', 'act_2'), neighbour].map((each) => cache.get(each)))).toEqual([
        undefined,
        undefined,
        3,
      ])
    })

    it('keeps on after forgetting', async () => {
      await cache.set(key('a'), 1, 1000)
      await cache.deleteScope({ tenantId: tenant })
      await cache.set(key('a'), 2, 1000)
      expect(await cache.get(key('a'))).toBe(2)
      await cache.deleteScope({ tenantId: tenant, accountId: 'act_1' })
      expect(await cache.get(key('a'))).toBeUndefined()
    })
  })
}

describe('createInProcessCache', () => {
  it('drops the answer not asked for longest when it is full', async () => {
    const cache = createInProcessCache({ maxEntries: 2 })
    const [a, b, c] = ['a', 'b', 'c'].map((part) => cacheKey('t', 'act_1', part)) as [CacheKey, CacheKey, CacheKey]
    await cache.set(a, 1, 1000)
    await cache.set(b, 2, 1000)
    await cache.get(a)
    await cache.set(c, 3, 1000)
    expect(await Promise.all([a, b, c].map((key) => cache.get(key)))).toEqual([1, undefined, 3])
  })
})

describe('openRedisCache', () => {
  const key = cacheKey('fieldnote', 'act_1', 'a')
  let cache: Cache
  afterEach(() => cache.close())

  it('takes a damaged entry for a miss', async () => {
    const url = await redisUrl()
    cache = await openRedisCache({ url, log: refuseToLog })
    await withRedis(url, (redis) => redis.set(key, '{"rows":['))
    expect(await cache.get(key)).toBeUndefined()
    expect(await withRedis(url, (redis) => redis.exists(key))).toBe(0)
  })

  it('misses while Redis is away, and says so once', async () => {
    const log = vi.fn<(message: string) => void>()
    const redis = await startRedis()
    cache = await openRedisCache({ url: redis.url, log })
    await cache.set(key, 1, 1000)
    await redis.stop()

    expect(await cache.get(key)).toBeUndefined()
    await cache.set(key, 2, 1000)
    await cache.delete(key)
    await cache.deleteScope({ tenantId: 'fieldnote' })
    expect(log.mock.calls).toEqual([[expect.stringContaining('does not answer')]])
  })

  it('opens without Redis', async () => {
    const log = vi.fn<(message: string) => void>()
    cache = await openRedisCache({ url: 'redis://someone:secret@127.0.0.1:1', log })
    expect(await cache.get(key)).toBeUndefined()
    expect(log).toHaveBeenCalledTimes(1)
    expect(log.mock.calls[0]?.[0]).not.toContain('secret')
  })
})

function refuseToLog(message: string): never {
  throw new Error(`Unexpected: ${message}`)
}

/** Shortens the life of this file's keys, as the time would. */
function ageKeys(url: string, ms: number): Promise<void> {
  return withRedis(url, async (redis) => {
    for (const key of await redis.keys(`meta:insights:tenant-${process.pid}-*`)) {
      const left = await redis.pttl(key)
      if (left > 0) await redis.pexpire(key, left - ms)
    }
  })
}

async function withRedis<T>(url: string, work: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(url)
  try {
    return await work(redis)
  } finally {
    redis.disconnect()
  }
}
