const firstMs = 250
const maxMs = 4000

/**
 * Milliseconds before retry number `retry` (from 1): anywhere between none and a ceiling that doubles each time.
 *
 * Full jitter spreads clients that failed together; a fixed delay would bring them back together.
 *
 * @param random - Gives 0–1.
 */
export function retryDelay(retry: number, random: () => number): number {
  return Math.round(random() * Math.min(maxMs, firstMs * 2 ** (retry - 1)))
}
