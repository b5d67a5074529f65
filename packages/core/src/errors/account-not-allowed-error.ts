import { AdsError, type AdsErrorOptions } from './ads-error.ts'

/** An ad account outside the session was asked for. Says nothing of whether the account exists. */
export class AccountNotAllowedError extends AdsError {
  override readonly name = 'AccountNotAllowedError'

  constructor(options: AdsErrorOptions = {}) {
    super('account_not_allowed', 'This session does not include that ad account. Ask for access to it.', options)
  }
}
