import type { Freshness } from '@adpane/contract'

/** Meta's numbers are refreshed every quarter of an hour; asking sooner brings nothing new. */
const FRESH_MS = 15 * 60_000
const LONGEST_MS = 5 * 60_000

/** An answer as far as asking again is concerned. */
interface Answer {
  freshness: Freshness
  pending?: unknown
}

/**
 * When to ask the same question again, in milliseconds.
 *
 * A running report is followed closely, a limited account not before Meta allows it, numbers that are
 * due for a refresh more and more patiently, fresh ones when they are due.
 *
 * @param asked - How often this question has been answered so far, at least 1.
 */
export function pollDelayMs(answer: Answer, asked: number, now: Date): number {
  if (answer.pending) return Math.min(3000, 1000 * 1.25 ** (asked - 1))
  if (answer.freshness.limited) return Math.max(1000, answer.freshness.limited.retryAfterMs)
  if (answer.freshness.final) return LONGEST_MS
  const ageMs = answer.freshness.syncedAt === null ? FRESH_MS : now.getTime() - Date.parse(answer.freshness.syncedAt)
  return ageMs < FRESH_MS ? FRESH_MS - ageMs : Math.min(LONGEST_MS, 2000 * 2 ** (asked - 1))
}
