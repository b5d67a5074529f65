import { AdsError, type AdsErrorOptions } from './ads-error.ts'

/** The token is good, but the person or the app was not granted what the call needs. */
export class PermissionMissingError extends AdsError {
  override readonly name = 'PermissionMissingError'

  /** @param subject - What the call was about, such as `act_123`. */
  constructor(subject: string, options: AdsErrorOptions = {}) {
    super(
      'permission_missing',
      `Meta does not grant this connection what it needs for ${subject}. Connect again and accept every permission.`,
      options,
    )
  }
}
