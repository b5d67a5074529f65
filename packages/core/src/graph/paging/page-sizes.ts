import type { Edge } from './edge.ts'

/** What one edge has taught us; edges that never complained have no entry. */
interface Learned {
  /** Rows asked for now. */
  size: number
  /** The size before the last growth, known to work. */
  good: number | undefined
  /** Pages answered at this size since it last changed. */
  answered: number
  /** Pages to be answered before growth is tried again. */
  patience: number
}

const firstPatience = 4
const maxPatience = 256
const maxEdges = 1000

/**
 * How many rows of a page Meta answers, by edge and fields, learned from its "reduce the amount of data".
 *
 * A refused size is halved. After some answered pages a quarter more is tried; when that is refused too, the size goes
 * back to what worked and the next try waits twice as long. Shared by all lists of a client, so that the second list
 * need not learn what the first did; the edges used longest ago are forgotten beyond a thousand.
 */
export class PageSizes {
  readonly #learned = new Map<string, Learned>()

  /** Rows to ask for next. */
  sizeFor(edge: Edge, wanted: number): number {
    return Math.min(wanted, this.#find(edge)?.size ?? wanted)
  }

  /** A page of this size was refused. */
  refused(edge: Edge, size: number): void {
    const key = keyOf(edge)
    const learned = this.#learned.get(key)
    const hasGrown = learned?.good !== undefined && learned.good < size
    const next = hasGrown ? learned.good : Math.max(1, Math.floor(size / 2))
    // Another list of the same edge may have learned more meanwhile.
    if (next === undefined || (learned && learned.size < next)) return
    const patience = hasGrown ? Math.min(maxPatience, learned.patience * 2) : (learned?.patience ?? firstPatience)
    this.#learned.delete(key)
    this.#learned.set(key, { size: next, good: undefined, answered: 0, patience })
    this.#forgetOldest()
  }

  /** A page of this size was answered. */
  answered(edge: Edge, size: number): void {
    const learned = this.#find(edge)
    if (learned === undefined || size < learned.size || ++learned.answered < learned.patience) return
    learned.good = learned.size
    learned.size += Math.ceil(learned.size / 4)
    learned.answered = 0
  }

  /** The refusals were about one row, not about the size: back to `size`. */
  acquit(edge: Edge, size: number): void {
    const learned = this.#find(edge)
    if (learned !== undefined && learned.size < size) Object.assign(learned, { size, good: undefined, answered: 0 })
  }

  /** Most clients learn nothing, and their every page would pay for a key. */
  #find(edge: Edge): Learned | undefined {
    return this.#learned.size === 0 ? undefined : this.#learned.get(keyOf(edge))
  }

  #forgetOldest(): void {
    const [oldest] = this.#learned.keys()
    if (this.#learned.size > maxEdges && oldest !== undefined) this.#learned.delete(oldest)
  }
}

function keyOf({ path, params }: Edge): string {
  return JSON.stringify([path, params['fields'], params['breakdowns']])
}
