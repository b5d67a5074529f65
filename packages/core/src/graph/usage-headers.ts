import type { ResponseHeaders } from './http-fetch.ts'
import { asSent, isJsonObject, parseJsonObject, type JsonObject } from './json.ts'
import type { AdAccountUsage, AppUsage, BusinessUseCaseUsage, InsightsUsage, UsageHeaders } from './graph-attempt.ts'

/**
 * Reads how much of its quotas a call found used. A header that is absent or malformed is left out.
 *
 * @see https://developers.facebook.com/docs/graph-api/overview/rate-limiting
 */
export function readUsageHeaders(headers: ResponseHeaders): UsageHeaders {
  const app = readHeader(headers, 'x-app-usage')
  const adAccount = readHeader(headers, 'x-ad-account-usage')
  const businessUseCase = readUseCases(headers.get('x-business-use-case-usage'))
  const insights = readHeader(headers, 'x-fb-ads-insights-throttle')
  const reach = readHeader(headers, 'x-fb-ads-insights-reach-throttle')
  return {
    ...(app && { app: asSent<AppUsage>(app) }),
    ...(adAccount && { adAccount: asSent<AdAccountUsage>(adAccount) }),
    ...(businessUseCase && { businessUseCase }),
    ...(insights && { insights: asSent<InsightsUsage>(insights) }),
    ...(reach && { reach: asSent<InsightsUsage>(reach) }),
  }
}

/**
 * Milliseconds until Meta says calls work again; undefined where it says nothing.
 *
 * Meta mixes units: `estimated_time_to_regain_access` counts minutes, `reset_time_duration` and `Retry-After` seconds.
 */
export function regainMs(
  headers: ResponseHeaders,
  usage: UsageHeaders = readUsageHeaders(headers),
): number | undefined {
  const { businessUseCase = {}, adAccount } = usage
  const minutes = Object.values(businessUseCase).flatMap((entries) =>
    entries.map((entry) => entry.estimated_time_to_regain_access ?? 0),
  )
  const isAccountFull = (adAccount?.acc_id_util_pct ?? 0) >= 100
  const waits = [
    Number(headers.get('retry-after') ?? 0) * 1000,
    ...minutes.map((count) => count * 60_000),
    isAccountFull ? (adAccount?.reset_time_duration ?? 0) * 1000 : 0,
  ].filter(isSpan)
  return waits.length === 0 ? undefined : Math.max(...waits)
}

function readHeader(headers: ResponseHeaders, name: string): JsonObject | undefined {
  const header = parseJsonObject(headers.get(name) ?? '')
  return header && figuresOf(header)
}

function readUseCases(header: string | null): UsageHeaders['businessUseCase'] {
  const byId = parseJsonObject(header ?? '')
  return byId && Object.fromEntries(ownersOf(byId).map(([id, entries]) => [id, readEntries(entries)]))
}

/** Meta documents lists and prints a single object in one sample; both are taken. */
function readEntries(entries: unknown): BusinessUseCaseUsage[] {
  const list: unknown[] = Array.isArray(entries) ? entries : [entries]
  return list.filter(isJsonObject).map((entry) => asSent<BusinessUseCaseUsage>(figuresOf(entry)))
}

function ownersOf(byId: JsonObject): [id: string, entries: unknown][] {
  return Object.entries(byId).filter(([id]) => /^\d+$/.test(id))
}

/** What headers hold ends up in logs and in keys of shared counters, so only what is known by name and form passes. */
function figuresOf(header: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(header).filter(([name, value]) => isFigure(name, value)))
}

const figures = new Set([
  'call_count',
  'total_time',
  'total_cputime',
  'acc_id_util_pct',
  'app_id_util_pct',
  'reset_time_duration',
  'estimated_time_to_regain_access',
])
const words = new Set(['type', 'ads_api_access_tier'])

function isFigure(name: string, value: unknown): boolean {
  if (typeof value === 'number') return figures.has(name) && Number.isFinite(value)
  return typeof value === 'string' && words.has(name) && /^[a-z_]+$/.test(value)
}

function isSpan(ms: number): boolean {
  return Number.isFinite(ms) && ms > 0
}
