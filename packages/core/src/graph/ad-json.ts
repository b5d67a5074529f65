import type { IssueJson } from './campaign-json.ts'

/** An ad as Meta sends it. Fields that were not asked for, or that do not apply, are absent. */
export interface AdJson {
  id: string
  account_id?: string
  campaign_id?: string
  adset_id?: string
  name?: string
  status?: string
  configured_status?: string
  effective_status?: string
  creative?: { id: string; thumbnail_url?: string }
  created_time?: string
  updated_time?: string
  issues_info?: IssueJson[]
}
