import { AdsError, type AdsErrorOptions } from './ads-error.ts'

/** Meta no longer accepts the tenant's token: expired, revoked, or ended by a password change. */
export class ConnectionBrokenError extends AdsError {
  override readonly name = 'ConnectionBrokenError'

  /** @param reason - Why, as a clause: `the token has expired`. */
  constructor(reason: string, options: AdsErrorOptions = {}) {
    super('connection_broken', `The connection to Meta is broken: ${reason}. Connect the account again.`, options)
  }
}
