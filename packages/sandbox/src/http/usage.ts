import type { AdAccount } from '../world/objects.ts'

/** Counts calls over the last hour and tells, as headers, how much of each quota they are. */
export interface UsageMeter {
  headers(account: AdAccount | undefined, useCase: 'ads_management' | 'ads_insights', now: Date): Record<string, string>
}

const hourMs = 3_600_000
// Calls an hour: an app with a thousand daily users, and the limited tier's formulas at no active ads.
const appQuota = 200 * 1000
const accountQuotas = { ads_management: 300, ads_insights: 600 } as const
const perActiveAd = { ads_management: 40, ads_insights: 400 } as const
const tier = 'development_access'

/** @see https://developers.facebook.com/docs/graph-api/overview/rate-limiting */
export function createUsageMeter(): UsageMeter {
  const counters = new Map<string, HourCounter>()
  const count = (key: string, now: Date) => {
    const counter = counters.get(key) ?? createHourCounter()
    counters.set(key, counter)
    return counter(now.getTime())
  }
  return {
    headers(account, useCase, now) {
      const app = percent(count('app', now), appQuota)
      const appUsage = { call_count: app, total_cputime: app, total_time: app }
      if (!account) return { 'x-app-usage': JSON.stringify(appUsage) }
      const used = percent(count(`${account.id}/${useCase}`, now), quotaOf(account, useCase))
      return { 'x-app-usage': JSON.stringify(appUsage), ...accountHeaders(account, useCase, used, app) }
    },
  }
}

function accountHeaders(
  account: AdAccount,
  useCase: keyof typeof accountQuotas,
  used: number,
  app: number,
): Record<string, string> {
  const entry = {
    type: useCase,
    call_count: used,
    total_cputime: used,
    total_time: used,
    estimated_time_to_regain_access: 0,
    ads_api_access_tier: tier,
  }
  const throttle = { app_id_util_pct: app, acc_id_util_pct: used, ads_api_access_tier: tier }
  return {
    'x-ad-account-usage': JSON.stringify({
      acc_id_util_pct: used,
      reset_time_duration: 300,
      ads_api_access_tier: tier,
    }),
    'x-business-use-case-usage': JSON.stringify({ [account.id.slice('act_'.length)]: [entry] }),
    ...(useCase === 'ads_insights' ? { 'x-fb-ads-insights-throttle': JSON.stringify(throttle) } : {}),
  }
}

function quotaOf(account: AdAccount, useCase: keyof typeof accountQuotas): number {
  const active = account.structure().ads.filter((ad) => ad.effectiveStatus === 'ACTIVE').length
  return accountQuotas[useCase] + perActiveAd[useCase] * active
}

function percent(calls: number, quota: number): number {
  return Math.min(100, Math.floor((calls * 100) / quota))
}

type HourCounter = (nowMs: number) => number

// Minute buckets: sixty numbers are enough to let an hour roll.
function createHourCounter(): HourCounter {
  const minutes = new Map<number, number>()
  return (nowMs) => {
    const minute = Math.floor(nowMs / 60_000)
    minutes.set(minute, (minutes.get(minute) ?? 0) + 1)
    for (const old of minutes.keys()) if (old <= minute - hourMs / 60_000) minutes.delete(old)
    return [...minutes.values()].reduce((sum, calls) => sum + calls, 0)
  }
}
