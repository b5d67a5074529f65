import type { EdgeCall } from '../graph/graph-call.ts'
import type { Node } from '../graph/node.ts'
import type { AdAccount } from '../world/objects.ts'

/** A call on an ad account. */
export type AccountCall = EdgeCall<Extract<Node, { type: 'AdAccount' }>>

/** The account's id without `act_`, as `account_id` shows it. */
export function accountDigits(account: Pick<AdAccount, 'id'>): string {
  return account.id.slice('act_'.length)
}

/** Input that is text; undefined for anything else. */
export function textInput(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
