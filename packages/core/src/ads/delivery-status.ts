import type { DeliveryStatus } from '@adpane/contract'

/** What decides how an object's delivery reads. */
export interface DeliveryFacts {
  effectiveStatus: string
  /** Of the ad set: `LEARNING`, `SUCCESS` or `FAIL`. */
  learningStage?: string | undefined
  /** ISO time after which it no longer runs. */
  stopTime?: string | null | undefined
}

/**
 * Words an object's delivery as Ads Manager does.
 *
 * @see https://developers.facebook.com/docs/marketing-api/using-the-api/delivery-status
 */
export function deliveryStatus({ effectiveStatus, learningStage, stopTime }: DeliveryFacts, now: Date): DeliveryStatus {
  const word = wordOf[effectiveStatus]
  if (word) return word
  if (effectiveStatus !== 'ACTIVE') return 'not_delivering'
  if (stopTime && new Date(stopTime) <= now) return 'completed'
  if (learningStage === 'LEARNING') return 'learning'
  return learningStage === 'FAIL' ? 'learning_limited' : 'active'
}

const wordOf: Record<string, DeliveryStatus> = {
  PAUSED: 'paused',
  CAMPAIGN_PAUSED: 'paused',
  ADSET_PAUSED: 'paused',
  ARCHIVED: 'archived',
  DELETED: 'deleted',
  DISAPPROVED: 'rejected',
  PENDING_REVIEW: 'in_review',
  PREAPPROVED: 'in_review',
  IN_PROCESS: 'in_review',
  WITH_ISSUES: 'not_delivering',
  PENDING_BILLING_INFO: 'not_delivering',
}
