import type { ObjectRow } from './object-row.ts'
import { isAd } from './object-row.ts'

/** Why an object is in its status, as far as its own fields tell. */
export type StatusReason =
  | {
      kind:
        | 'campaign_off'
        | 'adset_off'
        | 'billing'
        | 'issues'
        | 'policy'
        | 'few_results'
        | 'under_review'
        | 'processing'
    }
  | { kind: 'ended' | 'starts'; at: string }

/** Meta's `effective_status` of an object that is off because of something above or beside it. */
const effectiveReasons: Readonly<
  Record<string, StatusReason['kind'] & ('campaign_off' | 'adset_off' | 'billing' | 'issues' | 'processing')>
> = {
  CAMPAIGN_PAUSED: 'campaign_off',
  ADSET_PAUSED: 'adset_off',
  PENDING_BILLING_INFO: 'billing',
  WITH_ISSUES: 'issues',
  IN_PROCESS: 'processing',
}

/**
 * Finds the second line of a status.
 *
 * @param now - Decides whether a schedule is over; milliseconds since 1970.
 * @returns `undefined` where the status says everything, or nothing certain can be added.
 */
export function statusReason(row: ObjectRow, now: number): StatusReason | undefined {
  if (row.delivery === 'learning_limited') return { kind: 'few_results' }
  if (row.delivery === 'in_review') return { kind: 'under_review' }
  if (row.delivery === 'rejected') return { kind: 'policy' }
  if (row.delivery === 'archived' || row.delivery === 'deleted') return undefined
  return scheduleReason(row, now) ?? effectiveReason(row)
}

function scheduleReason(row: ObjectRow, now: number): StatusReason | undefined {
  if (isAd(row) || (row.delivery !== 'completed' && row.delivery !== 'not_delivering')) return undefined
  if (row.stopTime && Date.parse(row.stopTime) <= now) return { kind: 'ended', at: row.stopTime }
  if (row.startTime && Date.parse(row.startTime) > now) return { kind: 'starts', at: row.startTime }
  return undefined
}

function effectiveReason(row: ObjectRow): StatusReason | undefined {
  const kind = effectiveReasons[row.effectiveStatus]
  return kind && { kind }
}
