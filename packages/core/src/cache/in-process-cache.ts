import { type Clock, systemClock } from '../clock.ts'
import type { Cache } from './cache.ts'
import { type CacheKey, scopePrefix } from './cache-key.ts'

export interface InProcessCacheOptions {
  /** How many answers are kept; beyond that the one not asked for longest goes. @default 5000 */
  maxEntries?: number
  /** Decides when an answer has run out. @default systemClock */
  clock?: Clock
}

interface Entry {
  /** JSON, so that nobody changes a kept answer by changing what they got. */
  text: string
  /** Milliseconds since the epoch. */
  until: number
}

/** The cache of a single process. */
export function createInProcessCache({ maxEntries = 5000, clock = systemClock }: InProcessCacheOptions = {}): Cache {
  // A Map keeps the order of insertion: what was used last is put in again, so the first is the one to drop.
  const entries = new Map<CacheKey, Entry>()
  const now = () => clock.now().getTime()

  return {
    get: async (key) => {
      const entry = entries.get(key)
      entries.delete(key)
      if (entry === undefined || entry.until <= now()) return undefined
      entries.set(key, entry)
      return JSON.parse(entry.text)
    },
    set: async (key, value, ttlMs) => {
      entries.delete(key)
      const text: string | undefined = JSON.stringify(value)
      if (!(ttlMs > 0) || text === undefined) return
      entries.set(key, { text, until: now() + ttlMs })
      for (const oldest of entries.keys()) {
        if (entries.size <= maxEntries) break
        entries.delete(oldest)
      }
    },
    delete: async (key) => {
      entries.delete(key)
    },
    deleteScope: async (scope) => {
      const prefix = scopePrefix(scope)
      for (const key of entries.keys()) if (key.startsWith(prefix)) entries.delete(key)
    },
    close: async () => entries.clear(),
  }
}
