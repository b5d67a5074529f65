import { notOneOf, type GraphError } from '../graph/graph-error.ts'
import type { Scene } from './draft.ts'
import { checkAccountActive } from './write-call.ts'
import { lineage } from '../world/effective-status.ts'
import type { AdAccount, ConfiguredStatus, DeliveringObject } from '../world/objects.ts'
import { isTrue, textOf } from './loose-values.ts'
import { refusal } from './refusals.ts'
import { scheduleOf } from './schedule.ts'

/** @throws {GraphError} A new object is `ACTIVE` or `PAUSED`. */
export function checkFirstStatus(status: unknown): void {
  if (status === undefined || status === 'ACTIVE' || status === 'PAUSED') return
  throw notOneOf('status', ['ACTIVE', 'PAUSED'], textOf(status))
}

/** @throws {GraphError} When the account or the object cannot be written, or not get this status. */
export function checkWritable(
  object: DeliveringObject,
  sent: Readonly<Record<string, unknown>>,
  { account, nowMs }: Scene,
): void {
  checkAccountActive(account)
  const refused = statusRefusal(object, sent, account, nowMs)
  if (refused) throw refused
}

/**
 * May an object be written at all, and get this status?
 *
 * @param sent - Parameters of the call; archived and deleted objects take a name, archived ones a status too.
 */
function statusRefusal(
  object: DeliveringObject,
  sent: Readonly<Record<string, unknown>>,
  account: AdAccount,
  nowMs: number,
): GraphError | undefined {
  const to = sent['status'] as ConfiguredStatus | undefined
  const others = Object.keys(sent).filter((name) => !['name', 'status', 'execution_options'].includes(name))
  const deleted = lineage(object).find(({ values }) => values.status === 'DELETED')
  if (deleted) return others.length > 0 || to !== undefined ? deletedRefusal(deleted) : undefined
  const archived = lineage(object).find(({ values }) => values.status === 'ARCHIVED')
  if (archived) {
    // Under an archived parent a status of one's own can still be tidied up.
    const isAllowed = to === undefined || to === 'DELETED' || (archived !== object && to === 'ARCHIVED')
    if (others.length > 0 || !isAllowed) return refusal('archived')
  }
  return to === undefined ? undefined : transitionRefusal(object, to, sent, account, nowMs)
}

/** @throws {GraphError} When nothing new can be put under an object, since it or its parent is archived or deleted. */
export function checkParent(parent: DeliveringObject): void {
  for (const object of lineage(parent)) {
    if (object.values.status === 'DELETED') throw deletedRefusal(object)
    if (object.values.status === 'ARCHIVED') throw refusal('archived')
  }
}

/** 1487566 for campaigns, 1487056 for ad sets; no source knows the ad's. */
function deletedRefusal({ type }: DeliveringObject): GraphError {
  return refusal(({ Campaign: 'deletedCampaign', AdSet: 'deletedAdSet', Ad: 'deletedAd' } as const)[type])
}

// Archived campaigns, ad sets and ads an account may keep, each.
const mostArchived = 100_000

function transitionRefusal(
  object: DeliveringObject,
  to: ConfiguredStatus,
  sent: Readonly<Record<string, unknown>>,
  account: AdAccount,
  nowMs: number,
): GraphError | undefined {
  if (to === 'ARCHIVED') {
    const archived = account
      .objects()
      .all(object.type)
      .filter(({ values }) => values['status'] === 'ARCHIVED')
    return archived.length >= mostArchived ? refusal('tooManyArchived') : undefined
  }
  if (object.type !== 'Ad') return undefined
  if (to === 'DELETED')
    return isTrue(object.adSet.values['is_dynamic_creative']) ? refusal('dynamicAdStays') : undefined
  if (to !== 'ACTIVE' || object.values.status === 'ACTIVE') return undefined
  if (hasEnded(object.adSet.values, account, nowMs)) return refusal('adSetEnded')
  const isRejected = object.review?.outcome === 'DISAPPROVED' && object.review.endsAtMs <= nowMs
  return isRejected && sent['creative'] === undefined ? refusal('rejectedAd') : undefined
}

/** True once the end of an ad set's schedule has passed. */
export function hasEnded(values: Readonly<Record<string, unknown>>, account: AdAccount, nowMs: number): boolean {
  const { endMs } = scheduleOf(values, account.timezone, nowMs)
  return endMs !== undefined && endMs <= nowMs
}
