import { AdsError } from './ads-error.ts'

/** A call of a batch was not done because one that it needs failed. `code` and `action` are those of that failure. */
export class DependencyFailedError extends AdsError {
  override readonly name = 'DependencyFailedError'

  /** Down a long chain all share the first failure's words, which would otherwise be repeated at every step. */
  static for(failure: AdsError): DependencyFailedError {
    return failure instanceof DependencyFailedError ? failure : new DependencyFailedError(failure)
  }

  /** @param failure - Of what it needs. */
  constructor(failure: AdsError) {
    super(failure.code, `It was not done, because what it needs failed. ${failure.message}`, {
      ...(failure.retryAfterMs !== undefined && { retryAfterMs: failure.retryAfterMs }),
      ...(failure.meta && { meta: failure.meta }),
      executed: 'no',
      cause: failure,
    })
  }
}
