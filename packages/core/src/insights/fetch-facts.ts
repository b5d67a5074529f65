import { countDays, type InsightsLevel } from '@adpane/contract'
import { MetaUnavailableError } from '../errors/meta-unavailable-error.ts'
import { TooMuchDataError } from '../errors/too-much-data-error.ts'
import type { InsightsJson } from '../graph/insights-json.ts'
import type { InsightsParams } from '../graph/insights-params.ts'
import type { Filtering } from '../graph/read-options.ts'
import type { TenantApi } from '../graph/tenant-api.ts'
import { factFields } from './fact-metrics.ts'
import type { FactSlice } from './fact-slice.ts'

export interface FetchOptions {
  signal: AbortSignal
  /** Told how far Meta's report is, 0–1. */
  onProgress: (progress: number) => void
  /** Waits between polls; tests pass their own. */
  sleep: (ms: number, signal: AbortSignal) => Promise<void>
}

/** Asks Meta for a slice: one streamed call where it is small, an async report where it is not. */
export async function* fetchFacts(
  api: TenantApi,
  slice: FactSlice,
  options: FetchOptions,
): AsyncGenerator<InsightsJson> {
  const params = insightsParams(slice)
  const { signal } = options
  if (isSyncSized(slice)) {
    yield* api.readInsights(slice.accountId, params, { signal })
    return
  }
  const reportRunId = await api.startInsightsReport(slice.accountId, params, { signal })
  await waitForReport(api, reportRunId, options)
  yield* api.readInsightsReportRows(reportRunId, { signal })
}

const MAX_SYNC_DAYS = 7

/** True when one call answers a slice; longer or broken-down ones go by a report that Meta prepares in the background. */
export function isSyncSized(slice: FactSlice): boolean {
  return countDays(slice.since, slice.until) <= MAX_SYNC_DAYS && slice.breakdowns === ''
}

const FIRST_POLL_MS = 250
const SLOWEST_POLL_MS = 5_000

async function waitForReport(api: TenantApi, reportRunId: string, options: FetchOptions): Promise<void> {
  const { signal, onProgress, sleep } = options
  for (let delayMs = FIRST_POLL_MS; ; delayMs = Math.min(delayMs * 1.5, SLOWEST_POLL_MS)) {
    const report = await api.readInsightsReport(reportRunId, { signal })
    onProgress(report.progress)
    if (report.status === 'completed') return
    if (report.status === 'failed') throw report.error ?? new TooMuchDataError()
    if (report.status === 'skipped') throw new MetaUnavailableError('it dropped a report before it was ready')
    await sleep(delayMs, signal)
  }
}

function insightsParams(slice: FactSlice): InsightsParams {
  return {
    level: slice.level,
    fields: [...factFields, ...objectFields[slice.level]],
    timeRange: { since: slice.since, until: slice.until },
    timeIncrement: timeIncrement(slice),
    limit: 500,
    ...(slice.breakdowns === '' ? {} : { breakdowns: slice.breakdowns.split(',') }),
    ...(slice.level === 'account' ? {} : { filtering: [everyStatus(slice.level)] }),
  }
}

const objectFields: Record<InsightsLevel, readonly string[]> = {
  account: ['account_id'],
  campaign: ['campaign_id', 'campaign_name'],
  adset: ['adset_id', 'adset_name', 'campaign_id'],
  ad: ['ad_id', 'ad_name', 'adset_id', 'campaign_id'],
}

function timeIncrement({ increment }: FactSlice): number | 'monthly' | 'all_days' {
  if (increment === 'all') return 'all_days'
  return increment === 'monthly' ? 'monthly' : Number(increment)
}

/**
 * Rows below the account leave archived and deleted objects out unless a filter names their status.
 * Their spend was real, so it is asked for.
 *
 * @see https://developers.facebook.com/docs/marketing-api/insights/best-practices/ "Deleted and archived objects"
 */
function everyStatus(level: Exclude<InsightsLevel, 'account'>): Filtering {
  const value = [...liveStatuses, 'ARCHIVED', 'DELETED']
  return { field: `${level}.effective_status`, operator: 'IN', value }
}

const liveStatuses = [
  'ACTIVE',
  'PAUSED',
  'PENDING_REVIEW',
  'DISAPPROVED',
  'PREAPPROVED',
  'PENDING_BILLING_INFO',
  'CAMPAIGN_PAUSED',
  'ADSET_PAUSED',
  'IN_PROCESS',
  'WITH_ISSUES',
]
