import { AdsError, type AdsErrorOptions } from './ads-error.ts'

/** The object does not exist, or this connection may not see it; Meta does not tell the two apart. */
export class NotFoundError extends AdsError {
  override readonly name = 'NotFoundError'

  /** @param subject - What was looked for, such as `campaign 123`. */
  constructor(subject: string, options: AdsErrorOptions = {}) {
    super('not_found', `${subject} was not found, or this connection may not see it. Check the id.`, options)
  }
}
