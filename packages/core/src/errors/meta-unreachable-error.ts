import { AdsError, type AdsErrorOptions } from './ads-error.ts'

/** No answer arrived: name lookup, refused or lost connection, or no answer in time. */
export class MetaUnreachableError extends AdsError {
  override readonly name = 'MetaUnreachableError'

  /** @param reason - What happened, as a clause: `no answer within 30 s`. */
  constructor(reason: string, options: AdsErrorOptions = {}) {
    super('meta_unreachable', `Meta could not be reached: ${reason}. Try again.`, options)
  }
}
