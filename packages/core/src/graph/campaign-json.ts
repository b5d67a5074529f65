/** A problem Meta reports on a campaign, ad set or ad. */
export interface IssueJson {
  level?: string
  error_code?: number
  error_type?: string
  error_summary?: string
  error_message?: string
}

/** A campaign as Meta sends it. Fields that were not asked for, or that do not apply, are absent. */
export interface CampaignJson {
  id: string
  account_id?: string
  name?: string
  status?: string
  configured_status?: string
  effective_status?: string
  objective?: string
  buying_type?: string
  bid_strategy?: string
  /** Minor units as a numeric string. */
  daily_budget?: string
  /** Minor units as a numeric string. */
  lifetime_budget?: string
  /** Minor units as a numeric string. */
  budget_remaining?: string
  /** Minor units as a numeric string. */
  spend_cap?: string
  special_ad_categories?: string[]
  /** `2025-03-01T00:00:00+0100` */
  start_time?: string
  stop_time?: string
  created_time?: string
  updated_time?: string
  issues_info?: IssueJson[]
}
