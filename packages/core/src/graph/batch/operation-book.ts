import type { AdsError } from '../../errors/ads-error.ts'
import { DependencyFailedError } from '../../errors/dependency-failed-error.ts'
import { MetaRejectedError } from '../../errors/meta-rejected-error.ts'
import type { BatchOperation, BatchOutcome } from './batch-operation.ts'
import { selectText } from './json-path.ts'
import { linkOperations } from './link-operations.ts'
import { referencesIn, type Reference } from './reference.ts'

/** Keeps what became of each operation of a batch, and who needs whom. */
export class OperationBook {
  readonly operations: readonly BatchOperation[]
  readonly #positions: ReadonlyMap<BatchOperation, number>
  readonly #parents: readonly (readonly number[])[]
  readonly #outcomes: (BatchOutcome | undefined)[]

  /** @throws {InvalidRequestError} Operations that cannot work. */
  constructor(operations: readonly BatchOperation[]) {
    this.operations = operations
    this.#parents = linkOperations(operations)
    this.#positions = new Map(operations.map((operation, index) => [operation, index]))
    this.#outcomes = operations.map(() => undefined)
  }

  /** Positions of operations without an outcome. */
  open(): number[] {
    return this.#outcomes.flatMap((outcome, index) => (outcome === undefined ? [index] : []))
  }

  isOpen(index: number): boolean {
    return this.#outcomes[index] === undefined
  }

  settle(index: number, outcome: BatchOutcome): void {
    this.#outcomes[index] = outcome
  }

  /** Ends operations that need one which failed, or something that its answer does not hold. */
  settleOrphans(): void {
    for (const index of this.open()) {
      const error = this.#orphaned(index)
      if (error) this.settle(index, { ok: false, error, executed: 'no' })
    }
  }

  /** Operations this one needs that have no outcome yet. */
  openParents(index: number): number[] {
    return (this.#parents[index] ?? []).filter((parent) => this.isOpen(parent))
  }

  parents(index: number): readonly number[] {
    return this.#parents[index] ?? []
  }

  /** What a reference leads to; undefined while its source is open. */
  readonly valueOf = (source: Reference): string | undefined => {
    const outcome = this.#outcomeOf(source)
    return outcome?.ok === true ? selectText(outcome.value, source.path) : undefined
  }

  outcomes(): readonly BatchOutcome[] {
    return this.#outcomes.filter((outcome) => outcome !== undefined)
  }

  #orphaned(index: number): AdsError | undefined {
    for (const parent of this.parents(index)) {
      const outcome = this.#outcomes[parent]
      if (outcome?.ok === false) return DependencyFailedError.for(outcome.error)
    }
    const { path, params } = this.operations[index] ?? {}
    const empty = referencesIn([path, params]).find(
      (source) => this.#outcomeOf(source)?.ok === true && this.valueOf(source) === undefined,
    )
    return empty && new MetaRejectedError(`The answer it refers to holds no ${empty.path}`, { executed: 'no' })
  }

  #outcomeOf({ operation }: Reference): BatchOutcome | undefined {
    return this.#outcomes[this.#positions.get(operation) ?? -1]
  }
}
