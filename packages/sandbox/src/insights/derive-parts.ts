import { at, measureCount } from '../world/facts.ts'
import { mixed } from '../world/mix.ts'
import type { Layout, VectorPart } from './measure-layout.ts'

/**
 * Fills in the derived numbers of one ad's day, behind the facts that are in the vector already. Rounded once here,
 * so that they add up over days, objects and cells.
 */
export function deriveParts(vector: Float64Array, { parts }: Layout, adSeed: number, day: number): void {
  for (let position = measureCount; position < parts.length; position++) {
    const part = parts[position]
    if (!part) continue
    const base = vector[part.by] ?? 0
    if (base === 0) vector[part.index] = 0
    else if (part.rate < 0) vector[part.index] = valueShare(vector, part)
    else {
      const count = Math.floor(base * rateOf(part, adSeed) + mixed(adSeed, day, part.index))
      vector[part.index] = Math.min(count, room(vector, part))
    }
  }
}

/** Each ad has habits of its own, a fifth around the mean. */
function rateOf({ rate, index, cap }: VectorPart, adSeed: number): number {
  const own = rate * (0.8 + 0.4 * mixed(adSeed, index, 7))
  return cap === -1 ? own : Math.min(0.98, own)
}

// Money of a window follows the orders in it.
function valueShare(vector: Float64Array, part: VectorPart): number {
  const orders = vector[at.purchases] ?? 0
  const value = orders === 0 ? 0 : Math.floor(((vector[at.purchaseValue] ?? 0) * (vector[part.by] ?? 0)) / orders)
  return Math.min(value, room(vector, part))
}

function room(vector: Float64Array, { cap, reserved }: VectorPart): number {
  if (cap === -1) return Number.POSITIVE_INFINITY
  let left = vector[cap] ?? 0
  for (const index of reserved) left -= vector[index] ?? 0
  return Math.max(0, left)
}
