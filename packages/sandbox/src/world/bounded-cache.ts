/** Keeps what was used lately, within a number of bytes. */
export interface BoundedCache<Value> {
  get(key: string): Value | undefined
  set(key: string, value: Value, bytes: number): void
  /** Bytes held now, never more than the limit and one value. */
  readonly bytes: number
}

/**
 * A cache of two generations: when the young one has filled half the limit it becomes the old one, and the old one
 * goes. A value that is read again moves to the young. That forgets what is least used without keeping an order.
 */
export function createBoundedCache<Value>(maxBytes: number): BoundedCache<Value> {
  type Held = { value: Value; bytes: number }
  let young = new Map<string, Held>()
  let old = new Map<string, Held>()
  let youngBytes = 0
  let oldBytes = 0
  const keep = (key: string, held: Held) => {
    young.set(key, held)
    youngBytes += held.bytes
    if (youngBytes < maxBytes / 2) return
    old = young
    oldBytes = youngBytes
    young = new Map()
    youngBytes = 0
  }
  return {
    get(key) {
      const held = young.get(key)
      if (held) return held.value
      const aged = old.get(key)
      if (!aged) return undefined
      old.delete(key)
      oldBytes -= aged.bytes
      keep(key, aged)
      return aged.value
    },
    set: (key, value, bytes) => keep(key, { value, bytes }),
    get bytes() {
      return youngBytes + oldBytes
    },
  }
}
