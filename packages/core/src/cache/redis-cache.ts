import { Redis } from 'ioredis'
import type { Cache } from './cache.ts'
import { type CacheKey, scopeOf, scopePrefix } from './cache-key.ts'

export interface RedisCacheOptions {
  /** `redis://…` or `rediss://…`. */
  url: string
  /** Told once when Redis stops answering and once when it answers again. */
  log: (message: string) => void
  /** How long a page waits for Redis before it does without, in milliseconds. @default 250 */
  commandTimeoutMs?: number
}

/** The cache that processes share. It misses while Redis is away, and picks up again by itself. */
export async function openRedisCache({ url, log, commandTimeoutMs = 250 }: RedisCacheOptions): Promise<Cache> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: 2000,
    commandTimeout: commandTimeoutMs,
    // Without Redis a read is a miss now; it must not queue until Redis is back.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
  })
  const attempt = attempts(log)
  // Failures show at the commands; without a listener ioredis prints each of its own reconnects.
  redis.on('error', () => {})
  await attempt(() => redis.connect())

  return {
    get: async (key) => {
      const text = await attempt(() => redis.get(key))
      return text === null || text === undefined ? undefined : parseOrForget(text, () => redis.unlink(key))
    },
    set: async (key, value, ttlMs) => {
      const text: string | undefined = JSON.stringify(value)
      await attempt(async () => {
        // Below one millisecond there is nothing to keep, and an older answer must not outlive the newer one.
        if (!(ttlMs >= 1) || text === undefined) return redis.unlink(key)
        return keep(redis, key, text, Math.floor(ttlMs))
      })
    },
    delete: async (key) => {
      await attempt(() => redis.unlink(key))
    },
    deleteScope: async (scope) => {
      const note = scopePrefix(scope)
      const accounts = scope.accountId === undefined ? await attempt(() => redis.smembers(note)) : [note]
      for (const account of accounts ?? []) await attempt(() => redis.eval(FORGET_NOTED, 1, account))
    },
    close: async () => redis.disconnect(),
  }

  async function parseOrForget(text: string, forget: () => Promise<unknown>): Promise<unknown> {
    try {
      return JSON.parse(text)
    } catch {
      await attempt(forget)
      return undefined
    }
  }
}

/**
 * Keeps the text, and notes the key with its account and the account with its tenant, in sets named by the prefix (which
 * ends with the separator, as no key does). Finding keys by pattern instead would walk every tenant's keys each time one
 * account was synced.
 */
async function keep(redis: Redis, key: CacheKey, text: string, ttlMs: number): Promise<void> {
  const { tenantId, accountId } = scopeOf(key)
  const account = scopePrefix({ tenantId, accountId })
  const tenant = scopePrefix({ tenantId })
  const steps = redis.multi().set(key, text, 'PX', ttlMs).sadd(account, key).sadd(tenant, account)
  // A note lives as long as the longest-lived answer it lists: NX gives it a first end, GT moves it later.
  for (const note of [account, tenant]) steps.pexpire(note, ttlMs, 'NX').pexpire(note, ttlMs, 'GT')
  const results = await steps.exec()
  const failed = results?.find(([error]) => error !== null)?.[0]
  if (failed) throw failed
}

// One step for Redis, so that an answer kept meanwhile is either forgotten or still noted.
const FORGET_NOTED = `
for _, key in ipairs(redis.call('smembers', KEYS[1])) do redis.call('unlink', key) end
return redis.call('unlink', KEYS[1])`

/** Runs commands that may fail: the first failure is told, the following are not, until one succeeds. */
function attempts(log: (message: string) => void) {
  let isAway = false
  return async <T>(command: () => Promise<T>): Promise<T | undefined> => {
    try {
      const result = await command()
      if (isAway) log('The Redis cache answers again.')
      isAway = false
      return result
    } catch (error) {
      const reason = error instanceof Error ? error.message : ''
      if (!isAway) log(`The Redis cache does not answer; reading without it. ${reason}`)
      isAway = true
      return undefined
    }
  }
}
