import { AdsError, type AdsErrorOptions } from './ads-error.ts'

/** Meta refused a call because a quota is used up. Asking again earlier makes the wait longer. */
export class MetaRateLimitError extends AdsError {
  override readonly name = 'MetaRateLimitError'
  override readonly retryAfterMs: number

  /**
   * @param subject - What is limited, such as `act_123`.
   * @param retryAfterMs - As Meta's headers say, else an estimate.
   */
  constructor(subject: string, retryAfterMs: number, options: AdsErrorOptions = {}) {
    const seconds = Math.ceil(retryAfterMs / 1000)
    super('rate_limited', `Meta is limiting ${subject}. Its calls resume in ${seconds} s.`, {
      ...options,
      retryAfterMs,
    })
    this.retryAfterMs = retryAfterMs
  }
}
