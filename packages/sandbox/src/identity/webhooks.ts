import type { AdAccount } from '../world/objects.ts'

/** Tells subscribed apps of changes, signed as Meta signs. Sending never delays or fails the call that caused it. */
export interface Webhooks {
  /** @param value - Body of the change, such as `{ id, level, status_name }`. */
  notify(account: AdAccount, field: string, value: Record<string, unknown>): void
}
