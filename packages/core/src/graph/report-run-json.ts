/** An async report run as Meta sends it. */
export interface ReportRunJson {
  id?: string
  account_id?: string
  async_status?: string
  /** 0–100. */
  async_percent_completion?: number
  /** May be negative. Sent by default on failed runs from v25.0 on. */
  error_code?: number
  error_subcode?: number
  error_message?: string
  error_user_title?: string
  error_user_msg?: string
}
