import type { CacheKey, CacheScope } from './cache-key.ts'

/**
 * Answers worth keeping for a while. Values are what JSON can carry; each `get` gives a copy of its own.
 *
 * A cache is a hope, never a need: where it cannot answer it misses, and it does not throw.
 */
export interface Cache {
  /** The value kept under `key`, or `undefined` when there is none, it ran out, or it cannot be read. */
  get(key: CacheKey): Promise<unknown>
  /** Keeps `value` for `ttlMs` milliseconds; nothing is kept when that is not above 0. */
  set(key: CacheKey, value: unknown, ttlMs: number): Promise<void>
  delete(key: CacheKey): Promise<void>
  /** Forgets everything of one ad account, or of a whole tenant; for when the store has newer numbers. */
  deleteScope(scope: CacheScope): Promise<void>
  close(): Promise<void>
}
