/**
 * A small seeded generator: the same seed gives the same sequence on every machine.
 *
 * Mulberry32 is plenty for believable noise; nothing here is a secret.
 */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const between = (low: number, high: number) => low + (high - low) * next()
  const normal = () => next() + next() + next() + next() + next() + next() - 3
  return { next, between, normal, count: (mean) => drawCount(mean, next, normal) }
}

export interface Random {
  /** Uniform in [0, 1). */
  next(): number
  between(low: number, high: number): number
  /** Roughly normal: mean 0, standard deviation 0.7, never beyond ±3. */
  normal(): number
  /** A whole number whose expectation is `mean`, scattered as independent events are. */
  count(mean: number): number
}

/** Mixes words and numbers into one 32-bit seed (FNV-1a with a final avalanche). */
export function seedOf(...parts: readonly (string | number)[]): number {
  let hash = 0x811c9dc5
  for (const part of parts) {
    const text = String(part)
    for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
    hash = Math.imul(hash ^ 0x1f, 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

// Multiplying uniforms is exact for small means and slow for large ones, where a bell curve is as good.
function drawCount(mean: number, next: () => number, normal: () => number): number {
  if (mean <= 0) return 0
  if (mean > 12) return Math.max(0, Math.round(mean + normal() * 1.4 * Math.sqrt(mean)))
  const limit = Math.exp(-mean)
  let count = 0
  for (let product = next(); product > limit; product *= next()) count++
  return count
}
