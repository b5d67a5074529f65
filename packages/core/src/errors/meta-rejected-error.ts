import { AdsError, type AdsErrorOptions } from './ads-error.ts'

/** Meta understood the call and said no. The message carries Meta's own words for people, where it sent some. */
export class MetaRejectedError extends AdsError {
  override readonly name = 'MetaRejectedError'

  /** @param reason - Meta's words when there are no better ones in `options.meta`. */
  constructor(reason: string, options: AdsErrorOptions = {}) {
    const { userTitle, userMessage } = options.meta ?? {}
    const words = [userTitle, userMessage].filter((text) => text !== undefined && text !== '').join(': ')
    super('meta_rejected', `Meta rejected the request. ${words === '' ? reason : words}`, options)
  }
}
