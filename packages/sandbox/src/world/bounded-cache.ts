/** Keeps what was used lately, within a weight: bytes, rows, whatever the values are measured in. */
export interface BoundedCache<Value> {
  get(key: string): Value | undefined
  set(key: string, value: Value, weight: number): void
  /** Held now, never more than the limit and one value. */
  readonly weight: number
}

/**
 * A cache of two generations: when the young one has filled half the limit it becomes the old one, and the old one
 * goes. A value that is read again moves to the young. That forgets what is least used without keeping an order.
 */
export function createBoundedCache<Value>(maxWeight: number): BoundedCache<Value> {
  type Held = { value: Value; weight: number }
  let young = new Map<string, Held>()
  let old = new Map<string, Held>()
  let youngWeight = 0
  let oldWeight = 0
  const keep = (key: string, held: Held) => {
    young.set(key, held)
    youngWeight += held.weight
    if (youngWeight < maxWeight / 2) return
    old = young
    oldWeight = youngWeight
    young = new Map()
    youngWeight = 0
  }
  return {
    get(key) {
      const held = young.get(key)
      if (held) return held.value
      const aged = old.get(key)
      if (!aged) return undefined
      old.delete(key)
      oldWeight -= aged.weight
      keep(key, aged)
      return aged.value
    },
    set: (key, value, weight) => keep(key, { value, weight }),
    get weight() {
      return youngWeight + oldWeight
    },
  }
}
