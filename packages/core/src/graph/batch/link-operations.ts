import type { FieldProblem } from '../../errors/ads-error.ts'
import { InvalidRequestError } from '../../errors/invalid-request-error.ts'
import { pathSegments } from '../graph-path.ts'
import type { BatchOperation } from './batch-operation.ts'
import { operationsIn } from './reference.ts'

/**
 * Finds what each operation needs, as positions of earlier ones.
 *
 * @throws {InvalidRequestError} One needs an operation that does not come before it, or cannot be sent at all; `fields`
 *   names each by its position. Nothing was sent.
 */
export function linkOperations(operations: readonly BatchOperation[]): readonly (readonly number[])[] {
  const problems: FieldProblem[] = []
  const positions = new Map<BatchOperation, number>()
  const parents = operations.map((operation, index) => {
    const complain = (part: string, message: string) => problems.push({ field: `operations.${index}${part}`, message })
    if (positions.has(operation)) complain('', 'Each operation needs an object of its own.')
    for (const [part, message] of flaws(operation)) complain(part, message)
    const needed = [...operationsIn(operation.path), ...operationsIn(operation.params), operation.dependsOn]
    const found = needed.filter((parent) => parent !== undefined).map((parent) => positions.get(parent))
    if (found.includes(undefined)) complain('', 'It needs an operation that does not come before it.')
    positions.set(operation, index)
    return [...new Set(found.filter((position) => position !== undefined))]
  })
  if (problems.length > 0) throw new InvalidRequestError(problems)
  return parents
}

function* flaws({ method, path, files = {} }: BatchOperation): Generator<[part: string, message: string]> {
  try {
    pathSegments(path)
  } catch {
    yield ['.path', 'Write it like act_123/campaigns.']
  }
  const names = Object.keys(files)
  if (names.length > 0 && method !== 'POST') yield ['.files', 'Only a POST can carry files.']
  if (!names.every((name) => /^[\w.-]+$/.test(name)))
    yield ['.files', 'Name parts by letters, digits, dots and dashes.']
  if (Object.values(files).some(({ bytes }) => bytes.byteLength === 0)) yield ['.files', 'One of them is empty.']
}
