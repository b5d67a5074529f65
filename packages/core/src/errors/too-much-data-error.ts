import { AdsError, type AdsErrorOptions } from './ads-error.ts'

/** The question is too big for one answer of Meta's. The same size never works; split it. */
export class TooMuchDataError extends AdsError {
  override readonly name = 'TooMuchDataError'

  constructor(options: AdsErrorOptions = {}) {
    super(
      'too_much_data',
      'Meta cannot answer so much at once. Ask for fewer days, objects, fields or breakdowns.',
      options,
    )
  }
}
