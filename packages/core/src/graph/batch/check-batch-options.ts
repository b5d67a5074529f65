import { InvalidRequestError } from '../../errors/invalid-request-error.ts'
import type { BatchOptions } from './batch-operation.ts'

/** @throws {InvalidRequestError} One is out of range; `fields` names it. */
export function checkBatchOptions({
  maxOperations = 50,
  maxBytes = 4_000_000,
  concurrency = 4,
  deadlineMs,
}: BatchOptions) {
  check('maxOperations', isWhole(maxOperations) && maxOperations <= 50, 'Give a whole number from 1 to 50.')
  check('maxBytes', isWhole(maxBytes), 'Give a whole number above 0.')
  check('concurrency', isWhole(concurrency), 'Give a whole number above 0.')
  check('deadlineMs', deadlineMs === undefined || deadlineMs > 0, 'Give milliseconds above 0.')
  return { maxOperations, maxBytes, concurrency }
}

function isWhole(value: number): boolean {
  return Number.isInteger(value) && value >= 1
}

function check(field: string, isFine: boolean, message: string): void {
  if (!isFine) throw new InvalidRequestError([{ field, message }])
}
