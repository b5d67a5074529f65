import { AdsError, type AdsErrorOptions, type FieldProblem } from './ads-error.ts'

/** A call was made with input that cannot work; nothing was sent to Meta. `fields` names each problem. */
export class InvalidRequestError extends AdsError {
  override readonly name = 'InvalidRequestError'

  constructor(fields: readonly FieldProblem[], options: AdsErrorOptions = {}) {
    const problems = fields.map(({ field, message }) => `${field}: ${message}`).join(' ')
    super('invalid_request', `The request cannot work as it is. ${problems}`.trim(), { ...options, fields })
  }
}
