/** An answer kept with the mark Meta gave it. */
export interface KeptAnswer {
  /** Quotes included, as it is sent back. */
  etag: string
  body: string
}

/**
 * The last answers of one client, so that Meta need not send again what has not changed.
 *
 * Bounded by the length of what it holds; the answers used longest ago go first. Holds texts, not objects: whoever gets
 * an answer may change it.
 */
export class EtagStore {
  readonly #maxLength: number
  readonly #answers = new Map<string, KeptAnswer>()
  #length = 0

  /** @param maxLength - Characters of all answers together; most are one byte each. */
  constructor(maxLength: number) {
    this.#maxLength = maxLength
  }

  get(key: string): KeptAnswer | undefined {
    const answer = this.#answers.get(key)
    if (answer !== undefined) this.#use(key, answer)
    return answer
  }

  keep(key: string, answer: KeptAnswer): void {
    this.forget(key)
    if (answer.body.length > this.#maxLength) return
    this.#use(key, answer)
    this.#length += answer.body.length
    for (const oldest of this.#answers.keys()) {
      if (this.#length <= this.#maxLength) break
      this.forget(oldest)
    }
  }

  forget(key: string): void {
    this.#length -= this.#answers.get(key)?.body.length ?? 0
    this.#answers.delete(key)
  }

  /** A map keeps its order of insertion, so the first is the one used longest ago. */
  #use(key: string, answer: KeptAnswer): void {
    this.#answers.delete(key)
    this.#answers.set(key, answer)
  }
}
