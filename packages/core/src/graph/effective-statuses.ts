import type { Ad, AdSet, Campaign } from 'facebook-nodejs-business-sdk'
import type { InsightsParams } from './insights-params.ts'
import type { Filtering } from './read-options.ts'

type Statuses<Node extends { readonly EffectiveStatus: object }> =
  readonly Node['EffectiveStatus'][keyof Node['EffectiveStatus']][]

/**
 * Every state each edge can be asked for.
 *
 * Without a list of states Meta leaves archived objects out, and with them what they spent. `DELETED` is in Meta's enum,
 * yet asking for it fails the whole call (subcode 1815001). A state of another level may be refused too, hence three lists.
 */
export const campaignStatuses = [
  'ACTIVE',
  'PAUSED',
  'ARCHIVED',
  'IN_PROCESS',
  'WITH_ISSUES',
] as const satisfies Statuses<typeof Campaign>

export const adSetStatuses = [
  'ACTIVE',
  'PAUSED',
  'ARCHIVED',
  'CAMPAIGN_PAUSED',
  'IN_PROCESS',
  'WITH_ISSUES',
] as const satisfies Statuses<typeof AdSet>

export const adStatuses = [
  'ACTIVE',
  'PAUSED',
  'ARCHIVED',
  'CAMPAIGN_PAUSED',
  'ADSET_PAUSED',
  'DISAPPROVED',
  'IN_PROCESS',
  'PENDING_BILLING_INFO',
  'PENDING_REVIEW',
  'PREAPPROVED',
  'WITH_ISSUES',
] as const satisfies Statuses<typeof Ad>

/**
 * The filter that brings archived objects into the rows of an account's insights.
 *
 * Without it those rows hold live objects only and sum to less than the account. Account totals (`level: 'account'`)
 * count archived and deleted objects anyway, and take no filter.
 *
 * Deleted objects stay out: Meta's pages contradict each other on whether the same filter accepts `DELETED`. Their
 * insights can always be read by their own ids, and `deliveryFilter` is what other clients use to list them.
 *
 * @see https://developers.facebook.com/docs/marketing-api/insights/best-practices
 */
export function archivedFilter(level: InsightsParams['level']): Filtering[] {
  if (level === 'account') return []
  return [{ field: `${level}.effective_status`, operator: 'IN', value: insightsStatuses[level] }]
}

/**
 * The filter other clients of Meta's use to get archived and deleted objects in one answer. Undocumented, but long in
 * use; where Meta refuses it, fall back to `archivedFilter`.
 */
export function deliveryFilter(level: InsightsParams['level']): Filtering[] {
  if (level === 'account') return []
  return [{ field: `${level}.delivery_info`, operator: 'IN', value: deliveries }]
}

const insightsStatuses = { campaign: campaignStatuses, adset: adSetStatuses, ad: adStatuses } as const

const deliveries = [
  'active',
  'archived',
  'completed',
  'limited',
  'not_delivering',
  'deleted',
  'not_published',
  'pending_review',
  'permanently_deleted',
  'recently_completed',
  'recently_rejected',
  'rejected',
  'scheduled',
  'inactive',
]
