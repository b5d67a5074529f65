import { GraphError } from '../graph/graph-error.ts'
import type { LocalMoment } from '../world/clock.ts'
import { formatDay } from '../world/day.ts'
import type { InsightsQuery } from './insights-query.ts'
import { insightsRows } from './insights-rows.ts'
import type { InsightsRow } from './insights-row.ts'
import type { InsightsRoot } from './levels.ts'

/** An asynchronous insights report. */
export interface ReportRun {
  id: string
  query: InsightsQuery
  root: InsightsRoot
  startedAt: Date
  /** On the sandbox clock; meaningful once completed. */
  completedAt: Date
  /** `YYYY-MM-DD`, first and last day of the report. */
  dateStart: string
  dateStop: string
  status(): ReportStatus
  /** @throws {GraphError} 2601 while the run has not completed. */
  rows(): readonly InsightsRow[]
}

interface ReportStatus {
  async_status: 'Job Not Started' | 'Job Started' | 'Job Running' | 'Job Completed'
  async_percent_completion: number
}

export interface ReportRuns {
  start(query: InsightsQuery, root: InsightsRoot, moment: LocalMoment, startedAt: Date): ReportRun
  find(id: string): ReportRun | undefined
}

/**
 * Keeps the reports of one sandbox; a report is done `durationMs` after its start.
 *
 * @param elapsedMs - A stopwatch; tests pass their own.
 */
export function createReportRuns(durationMs: number, elapsedMs: () => number = () => performance.now()): ReportRuns {
  const runs = new Map<string, ReportRun>()
  return {
    start(query, root, moment, startedAt) {
      const run = startRun(String(firstRunId + runs.size), query, root, moment, startedAt, durationMs, elapsedMs)
      runs.set(run.id, run)
      return run
    },
    find: (id) => runs.get(id),
  }
}

const firstRunId = 6_023_920_149_050_001

function startRun(
  id: string,
  query: InsightsQuery,
  root: InsightsRoot,
  moment: LocalMoment,
  startedAt: Date,
  durationMs: number,
  elapsedMs: () => number,
): ReportRun {
  const begun = elapsedMs()
  const status = () => statusAfter(elapsedMs() - begun, durationMs)
  let rows: readonly InsightsRow[] | undefined
  return {
    id,
    query,
    root,
    startedAt,
    completedAt: new Date(startedAt.getTime() + durationMs),
    dateStart: formatDay(Math.min(...query.periods.map(({ since }) => since))),
    dateStop: formatDay(Math.max(...query.periods.map(({ until }) => until))),
    status,
    rows() {
      if (status().async_status !== 'Job Completed') throw notCompleted()
      return (rows ??= insightsRows(query, root, moment))
    },
  }
}

function statusAfter(elapsedMs: number, durationMs: number): ReportStatus {
  const share = durationMs === 0 ? 1 : elapsedMs / durationMs
  if (share >= 1) return { async_status: 'Job Completed', async_percent_completion: 100 }
  if (share < 0.1) return { async_status: 'Job Not Started', async_percent_completion: 0 }
  if (share < 0.25) return { async_status: 'Job Started', async_percent_completion: 0 }
  // Meta reaches 100 % a moment before it says completed; clients must wait for both.
  return { async_status: 'Job Running', async_percent_completion: Math.min(100, Math.floor(share * 11) * 10) }
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
