import { AdsError, type AdsErrorOptions } from './ads-error.ts'

/**
 * A write left for Meta and nobody knows whether it was done: the connection broke, time ran out, a gateway answered.
 *
 * Sending it again may do it twice. Look first, by a name nobody else uses; never repeat it blindly.
 */
export class OutcomeUnknownError extends AdsError {
  override readonly name = 'OutcomeUnknownError'
  override readonly executed = 'unknown'

  /**
   * @param subject - What was to be written, such as `act_1/campaigns`.
   * @param options - `cause` says what happened on the way.
   */
  constructor(subject: string, options: AdsErrorOptions = {}) {
    super(
      'outcome_unknown',
      `Nobody knows whether Meta did what was asked of ${subject}: no clear answer came back. Look before sending it again.`,
      { ...options, executed: 'unknown' },
    )
  }
}
