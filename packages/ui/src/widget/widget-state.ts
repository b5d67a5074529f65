import type { AccountStatus, Freshness } from '@adpane/contract'
import type { AdsApiError } from '../client/ads-api-error.ts'
import { isOld } from '../primitives/freshness-label.tsx'

export type WidgetStateName =
  | 'ready'
  | 'loading'
  | 'empty'
  | 'error'
  | 'no-permission'
  | 'account-disabled'
  | 'connection-broken'
  | 'rate-limited'
  | 'partial'
  | 'stale'
  | 'offline'
  | 'session-expired'

/** What a widget shows: a name for what is said, and whether numbers stay in view below it. */
export interface WidgetState {
  name: WidgetStateName
  /** True when the last known numbers are drawn; false when a message or a skeleton takes their place. */
  showsData: boolean
  error?: AdsApiError
  /** Milliseconds until asking again makes sense, counted from the answer that said so. */
  retryAfterMs?: number
  /** 0–1, of a running report. */
  progress?: number
}

export interface WidgetFacts {
  /** The newest answer, undefined before the first. */
  data: { freshness: Freshness; pending?: { progress: number } | undefined } | undefined
  /** Whether that answer holds nothing to draw. */
  isEmpty: boolean
  /** Why the newest question failed; null when it did not. */
  error: AdsApiError | null
  isFetching: boolean
  /** What the browser believes. */
  isOnline: boolean
  /** From the account list; undefined while unknown. */
  accountStatus: AccountStatus | undefined
  now: Date
}

/**
 * Decides what a widget says about its numbers.
 *
 * Last known numbers stay in every state but one: without permission none are shown. What a person must act on
 * comes before what passes by itself.
 */
export function widgetState(facts: WidgetFacts): WidgetState {
  const { data, error } = facts
  if (error && forbidden.has(error.code)) return { name: 'no-permission', showsData: false, error }
  const shown = data !== undefined && !facts.isEmpty
  const failed = error && failure(error, shown)
  if (failed) return failed
  if (!facts.isOnline && (data || !facts.isFetching)) return { name: 'offline', showsData: shown }
  if (facts.accountStatus === 'disabled' && data) return { name: 'account-disabled', showsData: shown }
  if (!data) return { name: 'loading', showsData: false }
  return answered(data, facts)
}

const forbidden = new Set(['scope_missing', 'account_not_allowed'])

function failure(error: AdsApiError, shown: boolean): WidgetState {
  const base = { showsData: shown, error }
  switch (error.code) {
    case 'connection_broken':
    case 'permission_missing':
      return { ...base, name: 'connection-broken' }
    case 'account_disabled':
      return { ...base, name: 'account-disabled' }
    case 'session_expired':
    case 'session_invalid':
    case 'session_missing':
      return { ...base, name: 'session-expired' }
    case 'rate_limited':
      return { ...base, name: 'rate-limited', retryAfterMs: error.retryAfterMs ?? 60_000 }
    case 'offline':
      return { ...base, name: 'offline' }
    case 'bff_unreachable':
      // With numbers in view an unreachable server reads like being offline; without, it is a failure to mend.
      return { ...base, name: shown ? 'offline' : 'error' }
    default:
      return { ...base, name: shown ? 'stale' : 'error' }
  }
}

function answered(data: NonNullable<WidgetFacts['data']>, facts: WidgetFacts): WidgetState {
  const { limited } = data.freshness
  const shown = !facts.isEmpty
  if (limited) return { name: 'rate-limited', showsData: shown, retryAfterMs: limited.retryAfterMs }
  if (data.pending) {
    // A report that has brought nothing yet looks like loading, not like an empty account.
    if (facts.isEmpty) return { name: 'loading', showsData: false, progress: data.pending.progress }
    return { name: 'partial', showsData: true, progress: data.pending.progress }
  }
  if (facts.isEmpty) return { name: 'empty', showsData: false }
  return { name: isOld(data.freshness, facts.now) ? 'stale' : 'ready', showsData: true }
}
