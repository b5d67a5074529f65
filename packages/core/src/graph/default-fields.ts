import type { AdAccount, AdCreative, Ad, AdSet, Campaign } from 'facebook-nodejs-business-sdk'

// The SDK is the catalogue: a name it does not know fails to compile. Only its types are imported here.
type Names<Node extends { readonly Fields: object }> = readonly (keyof Node['Fields'])[]

export const adAccountFields = [
  'id',
  'account_id',
  'name',
  'currency',
  'timezone_name',
  'timezone_offset_hours_utc',
  'account_status',
  'disable_reason',
  'spend_cap',
  'amount_spent',
  'min_daily_budget',
  'created_time',
] as const satisfies Names<typeof AdAccount>

export const campaignFields = [
  'id',
  'account_id',
  'name',
  'status',
  'configured_status',
  'effective_status',
  'objective',
  'buying_type',
  'bid_strategy',
  'daily_budget',
  'lifetime_budget',
  'budget_remaining',
  'spend_cap',
  'special_ad_categories',
  'start_time',
  'stop_time',
  'created_time',
  'updated_time',
  'issues_info',
] as const satisfies Names<typeof Campaign>

export const adSetFields = [
  'id',
  'account_id',
  'campaign_id',
  'name',
  'status',
  'configured_status',
  'effective_status',
  'optimization_goal',
  'billing_event',
  'bid_strategy',
  'bid_amount',
  'daily_budget',
  'lifetime_budget',
  'budget_remaining',
  'start_time',
  'end_time',
  'created_time',
  'updated_time',
  'learning_stage_info',
  'issues_info',
] as const satisfies Names<typeof AdSet>

const adOwnFields = [
  'id',
  'account_id',
  'campaign_id',
  'adset_id',
  'name',
  'status',
  'configured_status',
  'effective_status',
  'created_time',
  'updated_time',
  'issues_info',
] as const satisfies Names<typeof Ad>

const shownCreativeFields = ['id', 'thumbnail_url'] as const satisfies Names<typeof AdCreative>

/** An ad with as much of its creative as a table row shows. */
export const adFields = [...adOwnFields, `creative{${shownCreativeFields.join(',')}}`] as const

/** Light enough for long lists; story and asset specs are asked for by name. */
export const adCreativeFields = [
  'id',
  'account_id',
  'name',
  'status',
  'title',
  'body',
  'object_type',
  'call_to_action_type',
  'image_hash',
  'image_url',
  'thumbnail_url',
  'video_id',
  'effective_object_story_id',
] as const satisfies Names<typeof AdCreative>
