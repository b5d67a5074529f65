import { GraphError } from '../graph/graph-error.ts'
import type { LocalMoment, SandboxClock } from '../world/clock.ts'
import { formatDay } from '../world/day.ts'
import type { InsightsQuery } from './insights-query.ts'
import { insightsRows } from './insights-rows.ts'
import type { InsightsRow } from './insights-row.ts'
import type { InsightsRoot } from './levels.ts'
import { defaultSizeLimits, queryWeight, type SizeLimits } from './size-limit.ts'

/** An asynchronous insights report. */
export interface ReportRun {
  id: string
  query: InsightsQuery
  root: InsightsRoot
  /** What was known when it was asked for. */
  moment: LocalMoment
  startedAt: Date
  /** On the sandbox clock; meaningful once completed. */
  completedAt: Date
  /** `YYYY-MM-DD`, first and last day of the report. */
  dateStart: string
  dateStop: string
  /** The file the caller wants of it, if any. */
  exported?: ReportExport
  /** Something the caller should know, such as a spent budget. */
  notice?: string
  status(): ReportStatus
  /** Why it failed; undefined unless it did. */
  failure(): RunFailure | undefined
  /** @throws {GraphError} 2601 while the run has not completed, and for good when it failed. */
  rows(): readonly InsightsRow[]
}

export interface ReportStatus {
  async_status: 'Job Not Started' | 'Job Started' | 'Job Running' | 'Job Completed' | 'Job Failed' | 'Job Skipped'
  async_percent_completion: number
}

/** As a failed run shows it. */
export interface RunFailure {
  error_code: number
  error_subcode: number
  error_message: string
  error_user_title: string
  error_user_msg: string
}

/** A file made of a report. */
export interface ReportExport {
  name: string
  format: 'csv' | 'xls'
  /** Columns in order; those of the report when empty. */
  columns: readonly string[]
}

export interface NewRun {
  query: InsightsQuery
  root: InsightsRoot
  moment: LocalMoment
  startedAt: Date
  exported?: ReportExport
  notice?: string
}

export interface ReportRuns {
  readonly limits: SizeLimits
  start(run: NewRun): ReportRun
  /** Undefined for an unknown run, and for one older than 30 days. */
  find(id: string): ReportRun | undefined
  /** The next run ends badly instead of being completed. */
  failNext(end: 'Job Failed' | 'Job Skipped'): void
}

export interface ReportRunsOptions {
  /** @default 2 million sync, 10 million async */
  limits?: SizeLimits
  /** A stopwatch of real time; tests pass their own. */
  elapsedMs?: () => number
}

/**
 * Keeps the reports of one sandbox. A report is done `durationMs` after its start, in real time or on the sandbox
 * clock, whichever gets there first.
 */
export function createReportRuns(
  durationMs: number,
  clock: SandboxClock,
  { limits = defaultSizeLimits, elapsedMs = () => performance.now() }: ReportRunsOptions = {},
): ReportRuns {
  const runs = new Map<string, ReportRun>()
  const isAlive = ({ startedAt }: ReportRun) => clock.now().getTime() - startedAt.getTime() < lifetimeMs
  let made = 0
  let forced: 'Job Failed' | 'Job Skipped' | undefined
  return {
    limits,
    start(asked) {
      forgetOld(runs, isAlive)
      const begun = elapsedMs()
      const sinceStart = () => Math.max(elapsedMs() - begun, clock.now().getTime() - asked.startedAt.getTime())
      const isTooLarge = queryWeight(asked.query, asked.root) > limits.async
      const run = startRun(
        String(firstRunId + made++),
        asked,
        durationMs,
        sinceStart,
        isTooLarge ? 'too large' : forced,
      )
      forced = undefined
      runs.set(run.id, run)
      return run
    },
    find(id) {
      const run = runs.get(id)
      return run && isAlive(run) ? run : undefined
    },
    failNext(end) {
      forced = end
    },
  }
}

/** Makes the next report run of a sandbox fail, for tests of clients. */
export function failNextRun(runs: ReportRuns, end: 'Job Failed' | 'Job Skipped' = 'Job Failed'): void {
  runs.failNext(end)
}

const firstRunId = 6_023_920_149_050_001
const lifetimeMs = 30 * 86_400_000
const runsKept = 20_000

function forgetOld(runs: Map<string, ReportRun>, isAlive: (run: ReportRun) => boolean): void {
  for (const run of runs.values()) {
    if (isAlive(run) && runs.size < runsKept) break
    runs.delete(run.id)
  }
}

type End = 'too large' | 'Job Failed' | 'Job Skipped' | undefined

function startRun(
  id: string,
  { query, root, moment, startedAt, exported, notice }: NewRun,
  durationMs: number,
  sinceStart: () => number,
  end: End,
): ReportRun {
  const status = () => statusAfter(sinceStart(), durationMs, end)
  return {
    id,
    query,
    root,
    moment,
    startedAt,
    completedAt: new Date(startedAt.getTime() + durationMs),
    dateStart: formatDay(Math.min(...query.periods.map(({ since }) => since))),
    dateStop: formatDay(Math.max(...query.periods.map(({ until }) => until))),
    ...(exported ? { exported } : {}),
    ...(notice === undefined ? {} : { notice }),
    status,
    failure: () =>
      status().async_status === 'Job Failed' ? failures[end === 'too large' ? 'tooLarge' : 'failed'] : undefined,
    rows() {
      if (status().async_status !== 'Job Completed') throw notCompleted()
      return insightsRows(query, root, moment)
    },
  }
}

function statusAfter(elapsedMs: number, durationMs: number, end: End): ReportStatus {
  const share = durationMs === 0 ? 1 : elapsedMs / durationMs
  if (share >= 1) {
    if (end === undefined) return { async_status: 'Job Completed', async_percent_completion: 100 }
    return { async_status: end === 'Job Skipped' ? end : 'Job Failed', async_percent_completion: 0 }
  }
  if (share < 0.1) return { async_status: 'Job Not Started', async_percent_completion: 0 }
  if (share < 0.25) return { async_status: 'Job Started', async_percent_completion: 0 }
  // Meta reaches 100 % a moment before it says completed; clients must wait for both.
  return { async_status: 'Job Running', async_percent_completion: Math.min(100, Math.floor(share * 11) * 10) }
}

/** @see https://developers.facebook.com/docs/marketing-api/insights/error-codes */
const failures: Record<'failed' | 'tooLarge', RunFailure> = {
  failed: {
    error_code: -2,
    error_subcode: 2490547,
    error_message: 'Generating the report failed. Try again later.',
    error_user_title: 'Report Failed',
    error_user_msg: 'Generating the report failed. Try again later.',
  },
  tooLarge: {
    error_code: -3,
    error_subcode: 1504045,
    error_message: 'The report is too large. Split it by dates or objects.',
    error_user_title: 'Report Too Large',
    error_user_msg: 'The report is too large. Split it by dates or objects.',
  },
}

function notCompleted(): GraphError {
  return new GraphError('Error accessing adreport job.', {
    type: 'OAuthException',
    code: 2601,
    subcode: 1815107,
    isTransient: true,
    userTitle: 'Loading Async Ads Report Failed',
    userMessage:
      'Sorry, the report cannot be loaded successfully. Please check if your job status is completed instead of ' +
      'failed or running before fetching the data.',
  })
}
