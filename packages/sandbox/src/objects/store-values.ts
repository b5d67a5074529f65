import type { AdAccount, DeliveringObject } from '../world/objects.ts'
import { wireTime } from './wire-time.ts'

// Meta: `updated_time` does not move on edits of budgets and spend caps.
const quiet = new Set(['daily_budget', 'lifetime_budget', 'spend_cap', 'execution_options'])

/** Keeps the new values of an object; its status changes elsewhere, since that has followers. */
export function storeValues(
  account: AdAccount,
  object: DeliveringObject,
  values: Readonly<Record<string, unknown>>,
  sent: Readonly<Record<string, unknown>>,
  nowMs: number,
): void {
  const { status, updated_time: before } = object.values
  const isQuiet = Object.keys(sent).every((name) => quiet.has(name))
  const updatedTime = isQuiet ? before : wireTime(nowMs, account.timezone)
  object.values = { ...values, status, updated_time: updatedTime } as never
  account.objects().touch(object)
}
