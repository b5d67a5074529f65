import { InvalidRequestError } from '../../errors/invalid-request-error.ts'
import type { BatchOperation } from './batch-operation.ts'
import { isJsonPath } from './json-path.ts'

/** What an operation takes from the answer of an earlier one. Stands wherever a value may: in a path, in a parameter. */
export class Reference {
  readonly operation: BatchOperation
  readonly path: string

  constructor(operation: BatchOperation, path: string) {
    this.operation = operation
    this.path = path
  }

  /** Its place is known only once a batch is packed; a text made of it earlier would be nonsense to Meta. */
  toString(): never {
    throw new TypeError('Put the reference itself into path or params, not a text made of it.')
  }

  toJSON(): never {
    return this.toString()
  }
}

/**
 * Takes a value from the answer of an earlier operation of the same batch.
 *
 * @param path - JSONPath: `$.id`, `$.images.*.hash`, `$.data[0].id`. Several values arrive joined by commas.
 * @throws {InvalidRequestError} The path is none.
 */
export function reference(operation: BatchOperation, path = '$.id'): Reference {
  if (!isJsonPath(path)) throw new InvalidRequestError([{ field: 'path', message: 'Give a JSONPath such as $.id.' }])
  return new Reference(operation, path)
}

/** The references in a value, however deep. */
export function referencesIn(value: unknown): Reference[] {
  if (value instanceof Reference) return [value]
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return []
  return Object.values(value).flatMap(referencesIn)
}

export function operationsIn(value: unknown): BatchOperation[] {
  return referencesIn(value).map(({ operation }) => operation)
}

/**
 * Whether a text in a value would be taken for a reference by Meta, which looks for them everywhere and refuses the
 * whole batch over one that leads nowhere: an ad may be called `{result=x:$.id}`.
 */
export function looksLikeReference(value: unknown): boolean {
  if (typeof value === 'string') return /\{result=/i.test(value)
  if (value instanceof Reference || typeof value !== 'object' || value === null) return false
  // What it makes of itself is what Meta will see.
  if ('toJSON' in value) return looksLikeReference(JSON.stringify(value))
  return Object.entries(value).some(([name, inner]) => looksLikeReference(name) || looksLikeReference(inner))
}
