import type { AdsError } from '../errors/ads-error.ts'

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
