import { countDays, type InsightsLevel } from '@adpane/contract'
import { MetaRejectedError } from '../errors/meta-rejected-error.ts'
import { MetaUnavailableError } from '../errors/meta-unavailable-error.ts'
import { NotFoundError } from '../errors/not-found-error.ts'
import { TooMuchDataError } from '../errors/too-much-data-error.ts'
import { archivedFilter } from '../graph/effective-statuses.ts'
import type { InsightsJson } from '../graph/insights-json.ts'
import type { InsightsParams } from '../graph/insights-params.ts'
import type { Filtering } from '../graph/read-options.ts'
import type { ReportRun } from '../graph/report-run.ts'
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

/**
 * Asks Meta for a slice: one paged call where it is small, an async report where it is not.
 *
 * @throws {AdsError} What Meta or the way to it answered.
 */
export async function fetchFacts(api: TenantApi, slice: FactSlice, options: FetchOptions): Promise<InsightsJson[]> {
  const [widest, ...narrower] = statusFilters(slice.level)
  try {
    return await ask(api, slice, widest, options)
  } catch (error) {
    const mayBeDeleted = error instanceof MetaRejectedError && error.meta?.code === 100
    if (!mayBeDeleted || narrower.length === 0) throw error
    return ask(api, slice, narrower[0], options)
  }
}

async function ask(
  api: TenantApi,
  slice: FactSlice,
  filtering: readonly Filtering[] | undefined,
  options: FetchOptions,
): Promise<InsightsJson[]> {
  const params = insightsParams(slice, filtering)
  const { signal } = options
  if (isSyncSized(slice)) return Array.fromAsync(api.readInsights(slice.accountId, params, { signal }))
  const reportRunId = await api.startInsightsReport(slice.accountId, params, { signal })
  await waitForReport(api, reportRunId, options)
  return Array.fromAsync(api.readInsightsReportRows(reportRunId, { signal }))
}

/**
 * Rows below the account leave archived and deleted objects out unless a filter names their status. Their spend was
 * real, so it is asked for. Meta's own pages disagree on whether insights take `DELETED`; where it is refused, archived
 * ones are asked for without it.
 *
 * @see https://developers.facebook.com/docs/marketing-api/insights/best-practices
 */
function statusFilters(level: InsightsLevel): (readonly Filtering[])[] {
  const archived = archivedFilter(level)
  const withDeleted = archived.map((filter) => ({ ...filter, value: [...[filter.value].flat(), 'DELETED'] }))
  return archived.length === 0 ? [[]] : [withDeleted as Filtering[], archived]
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
    const report = await readReport(api, reportRunId, signal, delayMs === SLOWEST_POLL_MS)
    onProgress(report.progress)
    if (report.status === 'completed') return
    if (report.status === 'failed') throw report.error ?? new TooMuchDataError()
    if (report.status === 'skipped') throw new MetaUnavailableError('it dropped a report before it was ready')
    await sleep(delayMs, signal)
  }
}

// For some seconds after its start Meta may not know a report it has just named.
async function readReport(api: TenantApi, id: string, signal: AbortSignal, mustExist: boolean): Promise<ReportRun> {
  try {
    return await api.readInsightsReport(id, { signal })
  } catch (error) {
    if (error instanceof NotFoundError && !mustExist) return { status: 'waiting', progress: 0 }
    throw error
  }
}

function insightsParams(slice: FactSlice, filtering: readonly Filtering[] = []): InsightsParams {
  return {
    level: slice.level,
    fields: [...factFields, ...objectFields[slice.level]],
    timeRange: { since: slice.since, until: slice.until },
    timeIncrement: timeIncrement(slice),
    limit: 500,
    ...(slice.breakdowns === '' ? {} : { breakdowns: slice.breakdowns.split(',') }),
    ...(filtering.length === 0 ? {} : { filtering }),
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
