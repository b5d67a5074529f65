import type { AccessTier } from '../identity/caller.ts'
import type { UseCase } from './quota.ts'
import type { HourlyUse } from './hourly-quota.ts'

/** `x-app-usage`: whole percent of the app's hour. */
export function appUsageHeader(percent: number): Record<string, string> {
  return { 'x-app-usage': JSON.stringify({ call_count: percent, total_cputime: percent, total_time: percent }) }
}

export interface AccountUsageFigures {
  tier: AccessTier
  /** `act_…` */
  adAccountId: string
  scorePercent: number
  secondsToReset: number
  /** The use case of this call first. */
  hourly: readonly HourlyUse[]
}

/** `x-ad-account-usage` and `x-business-use-case-usage`. Waits are seconds in the first, minutes in the second. */
export function accountUsageHeaders(figures: AccountUsageFigures): Record<string, string> {
  const { tier, adAccountId, scorePercent, secondsToReset, hourly } = figures
  return {
    'x-ad-account-usage': JSON.stringify({
      acc_id_util_pct: scorePercent,
      reset_time_duration: secondsToReset,
      ads_api_access_tier: tier,
    }),
    // The key is the account without its `act_`; one entry for each use case, as Meta would.
    'x-business-use-case-usage': JSON.stringify({
      [adAccountId.replace('act_', '')]: hourly.map((use) => useCaseEntry(use, tier)),
    }),
  }
}

/** The headers that only insights replies carry. Meta has not published the second one's form. */
export function insightsHeaders(
  tier: AccessTier,
  percents: { app: number; account: number; reach: number },
): Record<string, string> {
  const throttle = (accountPercent: number) =>
    JSON.stringify({ app_id_util_pct: percents.app, acc_id_util_pct: accountPercent, ads_api_access_tier: tier })
  return {
    'x-fb-ads-insights-throttle': throttle(percents.account),
    'x-fb-ads-insights-reach-throttle': throttle(percents.reach),
  }
}

function useCaseEntry({ useCase, percent, minutesToRegain }: HourlyUse, tier: AccessTier): Record<string, unknown> {
  return {
    type: useCase,
    call_count: percent,
    // How Meta weighs processor and clock time is not published; here they follow the calls.
    total_cputime: percent,
    total_time: percent,
    estimated_time_to_regain_access: minutesToRegain,
    ...(tierlessUseCases.has(useCase) ? {} : { ads_api_access_tier: tier }),
  }
}

const tierlessUseCases: ReadonlySet<UseCase> = new Set<UseCase>(['custom_audience'])
