/** One action count or value. Numbers are strings; further keys are attribution windows and action breakdowns. */
export interface ActionJson {
  action_type: string
  value: string
  [windowOrBreakdown: string]: string
}

/**
 * One row of insights as Meta sends it: metrics, days, and one extra key per breakdown.
 *
 * Numbers are strings by Meta's field table. What was not asked for, or has no value, is absent.
 *
 * @see https://developers.facebook.com/docs/marketing-api/reference/ads-insights/
 */
export interface InsightsJson {
  /** First day of the row's period, `YYYY-MM-DD` in the account's time zone. */
  date_start: string
  /** Last day of the row's period, included. */
  date_stop: string
  account_id?: string
  account_name?: string
  account_currency?: string
  campaign_id?: string
  campaign_name?: string
  adset_id?: string
  adset_name?: string
  ad_id?: string
  ad_name?: string
  objective?: string
  impressions?: string
  reach?: string
  frequency?: string
  clicks?: string
  unique_clicks?: string
  spend?: string
  inline_link_clicks?: string
  actions?: ActionJson[]
  action_values?: ActionJson[]
  [fieldOrBreakdown: string]: string | ActionJson[] | undefined
}
