import type { Filter } from '../graph/filtering.ts'
import type { EffectiveStatus } from '../world/effective-status.ts'

/** True when the delivery state of an object with this status is among those a `delivery_info` filter lists. */
export function matchesDelivery(status: EffectiveStatus, { operator, value }: Filter): boolean {
  const wanted = new Set((Array.isArray(value) ? value : [value]).map((item) => String(item).toLowerCase()))
  const isListed = deliveryStates[status].some((state) => wanted.has(state))
  return operator === 'NOT_IN' || operator === 'NONE' ? !isListed : isListed
}

const deliveryStates: Record<EffectiveStatus, readonly string[]> = {
  ACTIVE: ['active', 'limited'],
  PAUSED: ['inactive', 'off', 'completed', 'recently_completed'],
  CAMPAIGN_PAUSED: ['inactive', 'off', 'completed', 'recently_completed'],
  ADSET_PAUSED: ['inactive', 'off', 'completed', 'recently_completed'],
  ARCHIVED: ['archived'],
  DELETED: ['deleted'],
  IN_PROCESS: ['pending_review', 'in_process'],
  PENDING_REVIEW: ['pending_review'],
  DISAPPROVED: ['rejected', 'recently_rejected'],
  WITH_ISSUES: ['not_delivering', 'limited', 'with_issues'],
}
