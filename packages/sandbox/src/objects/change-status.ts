import type { SandboxState } from '../graph/graph-call.ts'
import type { AdAccount, ConfiguredStatus, DeliveringObject } from '../world/objects.ts'

/**
 * Gives an object the status a call asks for, remembers when, and tells subscribers. Children and parents keep theirs;
 * what applies to them follows from the lineage on reading.
 *
 * @param status - A configured status; anything else leaves the object's as it is.
 */
export function changeStatus(
  sandbox: SandboxState,
  account: AdAccount,
  object: DeliveringObject,
  status: unknown,
  nowMs: number,
): void {
  if (!isStatus(status) || object.values.status === status) return
  object.statusChanges.push({ atMs: nowMs, from: object.values.status, status })
  object.values.status = status
  account.objects().touch(object)
  notifyStatus(sandbox, account, object, statusNames[status])
}

/** Tells subscribers of `in_process_ad_objects` what an object has become. */
export function notifyStatus(
  { webhooks }: SandboxState,
  account: AdAccount,
  { id, type }: DeliveringObject,
  statusName: string,
): void {
  webhooks.notify(account, 'in_process_ad_objects', { id, level: levels[type], status_name: statusName })
}

const levels: Record<DeliveringObject['type'], string> = { Campaign: 'CAMPAIGN', AdSet: 'AD_SET', Ad: 'AD' }

const statusNames: Record<ConfiguredStatus, string> = {
  ACTIVE: 'Active',
  PAUSED: 'Paused',
  ARCHIVED: 'Archived',
  DELETED: 'Deleted',
}

function isStatus(value: unknown): value is ConfiguredStatus {
  return typeof value === 'string' && Object.hasOwn(statusNames, value)
}
