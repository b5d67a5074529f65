import type { AdsError } from '../errors/ads-error.ts'
import { MetaUnavailableError } from '../errors/meta-unavailable-error.ts'
import { readRefusal } from './refusal.ts'
import type { ReportRunJson } from './report-run-json.ts'

/**
 * How far an async insights report is.
 *
 * `skipped` means Meta let it expire unread; ask anew. A `failed` run says why in `error`, where Meta tells.
 */
export interface ReportRun {
  status: 'waiting' | 'running' | 'completed' | 'failed' | 'skipped'
  /** 0–1. May be 1 while the run is still `running`; only `completed` means that rows can be read. */
  progress: number
  error?: AdsError
}

/** @throws {MetaUnavailableError} The answer says nothing of a run. */
export function readReportRun(id: string, json: ReportRunJson, redact: (text: string) => string): ReportRun {
  const said = json.async_status
  if (typeof said !== 'string') throw new MetaUnavailableError('a report run came without its status')
  const percent = json.async_percent_completion ?? 0
  // Meta shows 100 % on runs still working, and has shown completed ones below: only both together count.
  const status = said === 'Job Completed' && percent < 100 ? 'running' : (statuses[said] ?? 'running')
  return {
    status,
    progress: Math.min(1, Math.max(0, percent / 100)),
    ...(status === 'failed' && { error: failure(id, json, redact) }),
  }
}

const statuses: Readonly<Record<string, ReportRun['status']>> = {
  'Job Not Started': 'waiting',
  'Job Started': 'waiting',
  'Job Running': 'running',
  'Job Completed': 'completed',
  'Job Failed': 'failed',
  'Job Skipped': 'skipped',
}

function failure(id: string, json: ReportRunJson, redact: (text: string) => string): AdsError {
  if (json.error_code === undefined) return new MetaUnavailableError('the report failed and Meta did not say why')
  const envelope = {
    code: json.error_code,
    error_subcode: json.error_subcode,
    message: json.error_message,
    error_user_title: json.error_user_title,
    error_user_msg: json.error_user_msg,
  }
  return readRefusal(envelope, { subject: `report ${id}`, status: 200, redact }).error
}
