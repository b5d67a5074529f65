import { AdsError, type AdsErrorOptions } from './ads-error.ts'

/** An answer arrived, but not one that means anything: a server error, a gateway's HTML page, half a document. */
export class MetaUnavailableError extends AdsError {
  override readonly name = 'MetaUnavailableError'

  /** @param reason - What arrived, as a clause: `HTTP 502 with an HTML page`. */
  constructor(reason: string, options: AdsErrorOptions = {}) {
    super('meta_unavailable', `Meta is in trouble: ${reason}. Try again.`, options)
  }
}
