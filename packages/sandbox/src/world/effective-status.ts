import { parentOf } from './account-objects.ts'
import type { Ad, AdSet, Campaign, ConfiguredStatus, DeliveringObject } from './objects.ts'

export type EffectiveStatus =
  | ConfiguredStatus
  | 'CAMPAIGN_PAUSED'
  | 'ADSET_PAUSED'
  | 'IN_PROCESS'
  | 'PENDING_REVIEW'
  | 'DISAPPROVED'
  | 'WITH_ISSUES'

/**
 * What applies after parents and review, first match wins: deleted or archived (own or inherited), own pause,
 * the campaign's pause, the ad set's pause, review and trouble, active.
 */
export function effectiveStatus(object: DeliveringObject, nowMs: number): EffectiveStatus {
  const chain = lineage(object)
  const statuses = chain.map(({ values }) => values.status)
  if (statuses.includes('DELETED')) return 'DELETED'
  if (statuses.includes('ARCHIVED')) return 'ARCHIVED'
  if (object.values.status === 'PAUSED') return 'PAUSED'
  const paused = chain.find(({ values }) => values.status === 'PAUSED')
  if (paused) return paused.type === 'Campaign' ? 'CAMPAIGN_PAUSED' : 'ADSET_PAUSED'
  return object.type === 'Ad' ? reviewState(object, nowMs) : 'ACTIVE'
}

/** The campaign, then the ad set, then the ad, as far as the object goes. */
export function lineage(object: DeliveringObject): readonly DeliveringObject[] {
  const parent: Campaign | AdSet | undefined = parentOf(object)
  return parent ? [...lineage(parent), object] : [object]
}

function reviewState({ review, issue }: Ad, nowMs: number): EffectiveStatus {
  if (review && nowMs < review.endsAtMs) return 'PENDING_REVIEW'
  if (review?.outcome === 'DISAPPROVED') return 'DISAPPROVED'
  return issue ?? 'ACTIVE'
}
