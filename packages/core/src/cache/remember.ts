import { createHash } from 'node:crypto'
import type { Freshness } from '@adpane/contract'
import { type CacheScope, cacheKey } from './cache-key.ts'
import type { Cache } from './cache.ts'

interface Answer {
  freshness: Freshness
  pending?: object | undefined
}

// Short, because a save that happens while an answer is being read comes before it is kept.
const KEPT_MS = 30_000

/**
 * Answers a question about an account from the cache, or reads the answer and keeps it.
 *
 * Only whole answers from the store are kept: one that is still on its way, that Meta's limits hold back, or that just
 * came from Meta, is read anew the next time.
 */
export async function remember<A extends Answer>(
  cache: Cache,
  { tenantId, accountId }: Required<CacheScope>,
  question: readonly unknown[],
  read: () => Promise<A>,
): Promise<A> {
  const key = cacheKey(encodeURIComponent(tenantId), accountId, digest(question))
  const kept = await cache.get(key)
  // Only this function writes below such a key, and its digest names the kind of answer.
  if (kept !== undefined) return kept as A
  const answer = await read()
  const { source, limited } = answer.freshness
  if (source === 'store' && !answer.pending && !limited) await cache.set(key, answer, KEPT_MS)
  return answer
}

/** Forgets what was answered about an account, once the store knows something newer. */
export function forget(cache: Cache, { tenantId, accountId }: Required<CacheScope>): Promise<void> {
  return cache.deleteScope({ tenantId: encodeURIComponent(tenantId), accountId })
}

function digest(question: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(question)).digest('base64url')
}
