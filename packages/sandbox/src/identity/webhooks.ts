import type { AdAccount } from '../world/objects.ts'

/** Tells the app what happened, signed as Meta signs. Sending never delays or fails the call that caused it. */
export interface Webhooks {
  /**
   * Tells the app of a change, if it listens to this field and this account.
   *
   * @param value - Body of the change, such as `{ id, level, status_name }`.
   */
  notify(account: AdAccount, field: string, value: Record<string, unknown>): void
  /** Tells the app that a user removed it, if it gave an address for that. */
  deauthorized(userId: string): void
  /** Asks the app to delete what it knows of a user; undefined when it gave no address for that. */
  requestDataDeletion(userId: string): Promise<Delivery> | undefined
  /** The last 200, oldest first, without payloads and secrets. */
  readonly deliveries: readonly Delivery[]
  /** Sends what is due on the sandbox clock; whoever moves the clock calls it. */
  sendDue(): Promise<void>
  /** Resolves when nothing is on its way; what waits for its next attempt does not count. */
  settled(): Promise<void>
  /** Sends nothing more. */
  close(): void
}

/** One message to the app and what became of it. */
export interface Delivery {
  readonly id: number
  readonly kind: 'webhook' | 'deauthorize' | 'data_deletion'
  /** Without its query, which may hold secrets. */
  readonly url: string
  /** ISO, on the sandbox clock. */
  readonly createdAt: string
  /** Fields of the changes it carries; of a callback none. */
  readonly fields: readonly string[]
  attempts: number
  /** `waiting` for the first or the next attempt; `failed` once nothing more is tried. */
  outcome: 'waiting' | 'delivered' | 'failed'
  /** HTTP status of the last attempt; absent when nobody answered. */
  status?: number
  /** ISO. */
  nextAttemptAt?: string
  /** What the app answered to a data deletion request: where the user can see how far it is. */
  reply?: { url: string; confirmationCode: string }
}
