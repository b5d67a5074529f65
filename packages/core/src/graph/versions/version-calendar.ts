import type { Day } from '@adpane/contract'

/** How long Meta answers one version of its API. */
export interface VersionSpan {
  version: string
  releasedOn: Day
  /** The day from which Meta no longer answers it as asked; absent until Meta has named one. */
  endsOn?: Day
}

/**
 * The versions of the Graph API we know, oldest first. Meta names a version's end when its successor appears.
 *
 * @see https://developers.facebook.com/docs/graph-api/changelog/versions
 */
export const versionCalendar: readonly VersionSpan[] = [
  { version: 'v24.0', releasedOn: '2025-10-08', endsOn: '2028-02-18' },
  { version: 'v25.0', releasedOn: '2026-02-18', endsOn: '2028-07-29' },
  { version: 'v26.0', releasedOn: '2026-07-29' },
]

/** How a version stands on a day; `unknown` for one that came after this calendar was written. */
export type VersionStanding =
  | { state: 'current' | 'unknown' }
  /** `daysLeft` from 1 to 90 on the way to `endsOn`. */
  | { state: 'ends_soon'; endsOn: Day; daysLeft: number }
  /** Without `endsOn` for versions older than the calendar. */
  | { state: 'expired'; endsOn?: Day }

/** Meta announces with 90 days' notice; so do we. */
const noticeDays = 90
const dayMs = 86_400_000

export function versionStanding(version: string, now: Date): VersionStanding {
  const span = versionCalendar.find((known) => known.version === version)
  if (span === undefined) return { state: isOlder(version, versionCalendar[0]?.version) ? 'expired' : 'unknown' }
  const { endsOn } = span
  if (endsOn === undefined) return { state: 'current' }
  const daysLeft = Math.ceil((Date.parse(endsOn) - now.getTime()) / dayMs)
  if (daysLeft <= 0) return { state: 'expired', endsOn }
  return daysLeft <= noticeDays ? { state: 'ends_soon', endsOn, daysLeft } : { state: 'current' }
}

function isOlder(version: string, than: string | undefined): boolean {
  return Number(version.slice(1)) < Number(than?.slice(1))
}
