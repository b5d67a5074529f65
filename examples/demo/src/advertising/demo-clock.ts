import type { DataSource } from '../host-api.ts'

/** A clock that shows what time it is where the data comes from; a real host would use `new Date()`. */
export function demoClock({ now }: DataSource): () => Date {
  const offset = Date.parse(now) - performance.now()
  return () => new Date(offset + performance.now())
}
