import { AdsError } from './ads-error.ts'

/** A stored Meta credential does not open: tampered with, copied from another tenant, or its key is gone. */
export class CredentialUnreadableError extends AdsError {
  override readonly name = 'CredentialUnreadableError'

  constructor(tenantId: string, options?: ErrorOptions) {
    super('connection_broken', `The Meta connection of ${tenantId} can no longer be opened. Connect it again.`, options)
  }
}
