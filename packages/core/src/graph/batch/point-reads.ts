import { checkObjectId } from '../check-input.ts'
import type { JsonObject } from '../json.ts'
import type { BatchOperation, BatchOutcome } from './batch-operation.ts'

/** Carries out reads that were asked for at about the same time. */
type ReadTogether = (
  operations: readonly BatchOperation[],
  options: { signal: AbortSignal },
) => Promise<readonly BatchOutcome[]>

interface Reading {
  operation: BatchOperation
  result: PromiseWithResolvers<JsonObject>
  /** Askers that still wait; when the last one leaves nobody needs the answer. */
  waiting: number
  /** More than one asked: each gets an object of its own to do with as they like. */
  isShared: boolean
  left: AbortController
}

/**
 * Reads single objects, and makes one batch of what is asked for within one turn of the event loop.
 *
 * The same question asked twice is sent once. One bad id fails for its own askers only.
 */
export class PointReads {
  readonly #readTogether: ReadTogether
  #readings = new Map<string, Reading>()

  constructor(readTogether: ReadTogether) {
    this.#readTogether = readTogether
  }

  /** @throws {AdsError} Why it could not be read; or the reason of the signal. */
  async read(id: string, fields: readonly string[], signal?: AbortSignal): Promise<JsonObject> {
    signal?.throwIfAborted()
    checkObjectId(id)
    const reading = this.#join(id, fields)
    const answer = reading.result.promise.then((value) => (reading.isShared ? structuredClone(value) : value))
    if (signal === undefined) return answer
    const { promise: aborted, reject } = Promise.withResolvers<never>()
    const leave = () => {
      if (--reading.waiting === 0) reading.left.abort()
      reject(signal.reason)
    }
    signal.addEventListener('abort', leave, { once: true })
    try {
      return await Promise.race([answer, aborted])
    } finally {
      signal.removeEventListener('abort', leave)
    }
  }

  #join(id: string, fields: readonly string[]): Reading {
    const key = JSON.stringify([id, fields])
    const joined = this.#readings.get(key)
    // One that everybody has left is stopped already.
    if (joined && joined.waiting > 0) {
      joined.waiting++
      joined.isShared = true
      return joined
    }
    const reading: Reading = {
      operation: { method: 'GET', path: id, params: { fields: fields.join(',') } },
      result: Promise.withResolvers(),
      waiting: 1,
      isShared: false,
      left: new AbortController(),
    }
    // Whoever left early must not turn its failure into an unhandled one.
    reading.result.promise.catch(() => {})
    if (this.#readings.size === 0) setImmediate(() => void this.#flush())
    this.#readings.set(key, reading)
    return reading
  }

  async #flush(): Promise<void> {
    const readings = [...this.#readings.values()].filter(({ waiting }) => waiting > 0)
    this.#readings = new Map()
    const stop = new AbortController()
    let waiting = readings.length
    for (const { left } of readings) left.signal.addEventListener('abort', () => --waiting === 0 && stop.abort())
    try {
      const operations = readings.map(({ operation }) => operation)
      const outcomes = await this.#readTogether(operations, { signal: stop.signal })
      for (const [place, outcome] of outcomes.entries()) settle(readings[place], outcome)
    } catch (error) {
      for (const { result } of readings) result.reject(error)
    }
  }
}

function settle(reading: Reading | undefined, outcome: BatchOutcome): void {
  if (outcome.ok) reading?.result.resolve(outcome.value)
  else reading?.result.reject(outcome.error)
}
