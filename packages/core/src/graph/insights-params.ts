import type { Day } from '@adpane/contract'
import type { Filtering } from './read-options.ts'

/** What an insights question asks Meta. */
export interface InsightsParams {
  level: 'account' | 'campaign' | 'adset' | 'ad'
  /** Fields by Meta's names. Breakdowns do not belong here: their columns come unasked, and Meta refuses them. */
  fields: readonly string[]
  /** Both ends included, in the ad account's time zone. */
  timeRange: { since: Day; until: Day }
  /** Days per row (1–90), one row a calendar month, or one row in all. @default 'all_days' */
  timeIncrement?: number | 'monthly' | 'all_days'
  breakdowns?: readonly string[]
  /** How action lists are split, sent only along with an action field. @default ['action_type'] */
  actionBreakdowns?: readonly string[]
  /** Adds one key per window to each action; `value` keeps the ad set's own attribution. @default none */
  actionAttributionWindows?: readonly string[]
  filtering?: readonly Filtering[]
  /** One field with its direction: `spend_descending`. */
  sort?: string
  /** Rows per page; `ReadOptions.pageSize` wins. */
  limit?: number
}
