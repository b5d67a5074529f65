import type { IssueJson } from './campaign-json.ts'

/** Where an ad set stands in Meta's learning phase. */
interface LearningStageJson {
  /** `LEARNING`, `SUCCESS` or `FAIL` (learning limited). */
  status?: string
  conversions?: number
  last_sig_edit_ts?: number
  attribution_windows?: string[]
}

/** An ad set as Meta sends it. Fields that were not asked for, or that do not apply, are absent. */
export interface AdSetJson {
  id: string
  account_id?: string
  campaign_id?: string
  name?: string
  status?: string
  configured_status?: string
  effective_status?: string
  optimization_goal?: string
  billing_event?: string
  bid_strategy?: string
  /** Minor units. */
  bid_amount?: number
  /** Minor units as a numeric string. */
  daily_budget?: string
  /** Minor units as a numeric string. */
  lifetime_budget?: string
  /** Minor units as a numeric string. */
  budget_remaining?: string
  start_time?: string
  end_time?: string
  created_time?: string
  updated_time?: string
  learning_stage_info?: LearningStageJson
  issues_info?: IssueJson[]
}
