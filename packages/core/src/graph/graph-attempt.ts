/** How much of Meta's quotas is used, as the headers of one answer say. Percentages; near 100 Meta refuses calls. */
export interface UsageHeaders {
  /** `x-app-usage` */
  app?: AppUsage
  /** `x-ad-account-usage` */
  adAccount?: AdAccountUsage
  /** `x-business-use-case-usage`: by business or ad account id (without `act_`), every entry. */
  businessUseCase?: Readonly<Record<string, readonly BusinessUseCaseUsage[]>>
  /** `x-fb-ads-insights-throttle` */
  insights?: InsightsUsage
  /** `x-fb-ads-insights-reach-throttle`. Meta has not published its form; this is how others found it. */
  reach?: InsightsUsage
}

export interface AppUsage {
  call_count?: number
  total_time?: number
  total_cputime?: number
}

export interface AdAccountUsage {
  acc_id_util_pct?: number
  /** Seconds. */
  reset_time_duration?: number
  ads_api_access_tier?: string
}

export interface BusinessUseCaseUsage extends AppUsage {
  type?: string
  /** Minutes; 0 when not blocked. */
  estimated_time_to_regain_access?: number
  ads_api_access_tier?: string
}

export interface InsightsUsage {
  app_id_util_pct?: number
  acc_id_util_pct?: number
  ads_api_access_tier?: string
}

/** One HTTP call to Meta that ended, well or not. Holds no token, no query and no body. */
export interface GraphAttempt {
  method: string
  /** `https://graph.facebook.com` */
  origin: string
  /** Path without query: `/v25.0/act_1/insights`. */
  path: string
  /** 1 for the first try. */
  attempt: number
  startedAt: Date
  durationMs: number
  /** HTTP status; 304 where Meta had nothing new; absent when no answer arrived. */
  status?: number
  /** Code of the error the attempt ended with. */
  errorCode?: string
  /** Names the call in Meta's own logs, for a few days; give it to Meta's support. */
  fbtraceId?: string
  /** The version that answered, such as `v25.0`; not the one asked for once that has expired. */
  version?: string
  usage: UsageHeaders
  /** Of a batch: each call in it that was answered. */
  entries?: readonly AttemptEntry[]
}

/** One answered call of a batch. It counts against the quotas by itself. */
export interface AttemptEntry {
  method: string
  /** Segments after the version; what another call of the batch was to fill in stands as `{result=…}`. */
  path: readonly string[]
  status: number
  /** Code and subcode of Meta's refusal. */
  code?: number
  subcode?: number
  usage: UsageHeaders
}
