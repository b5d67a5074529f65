/** An ad account as Meta sends it. Fields that were not asked for are absent. */
export interface AdAccountJson {
  /** `act_123` */
  id: string
  /** Digits only. */
  account_id?: string
  name?: string
  /** ISO 4217. */
  currency?: string
  /** IANA name; every day of the account's insights is a day there. */
  timezone_name?: string
  timezone_offset_hours_utc?: number
  /** 1 active, 2 disabled, 3 unsettled, 7 risk review, 8 settlement, 9 grace period, 100 closing, 101 closed. */
  account_status?: number
  disable_reason?: number
  /** Minor units as a numeric string; `0` when there is no cap. */
  spend_cap?: string
  /** Minor units as a numeric string. */
  amount_spent?: string
  /** Minor units. */
  min_daily_budget?: number
  created_time?: string
  business?: { id: string; name?: string }
}
