import type { AccountStatus, Freshness } from '@adpane/contract'
import type { AdsApiError, UiErrorCode } from '../client/ads-api-error.ts'
import { isOld } from '../primitives/freshness-label.tsx'
import { isPartial } from './is-partial.ts'

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
  /** Tells one answer from the next, so that a new wait starts a new countdown. */
  answeredAt?: number
  /** 0–1, of a running report. */
  progress?: number
}

export interface WidgetFacts {
  /** The newest answer, undefined before the first. */
  data: { freshness: Freshness; pending?: { progress: number; metrics?: string[] | undefined } | undefined } | undefined
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

/** Which state a failure leads to; what is not named here may pass by itself or with another try. */
const failures: Partial<Record<UiErrorCode, WidgetStateName>> = {
  connection_broken: 'connection-broken',
  permission_missing: 'connection-broken',
  account_disabled: 'account-disabled',
  session_expired: 'session-expired',
  session_invalid: 'session-expired',
  session_missing: 'session-expired',
  rate_limited: 'rate-limited',
  offline: 'offline',
}

function failure(error: AdsApiError, shown: boolean): WidgetState {
  const name = failures[error.code]
  const base = { showsData: shown, error }
  if (name === 'rate-limited') return { ...base, name, retryAfterMs: error.retryAfterMs ?? 60_000 }
  if (name) return { ...base, name }
  if (!shown) return { ...base, name: 'error' }
  // With numbers in view an unreachable server reads like being offline; any other failure only makes them old.
  return { ...base, name: error.code === 'bff_unreachable' ? 'offline' : 'stale' }
}

function answered(data: NonNullable<WidgetFacts['data']>, facts: WidgetFacts): WidgetState {
  const { limited } = data.freshness
  const shown = !facts.isEmpty
  const heldBack = limited?.code && failures[limited.code]
  if (heldBack && heldBack !== 'rate-limited') return { name: heldBack, showsData: shown }
  if (limited) return { name: 'rate-limited', showsData: shown, retryAfterMs: limited.retryAfterMs }
  if (data.pending && isPartial(data)) {
    // A report that has brought nothing yet looks like loading, not like an empty account.
    if (facts.isEmpty) return { name: 'loading', showsData: false, progress: data.pending.progress }
    return { name: 'partial', showsData: true, progress: data.pending.progress }
  }
  if (facts.isEmpty) return { name: 'empty', showsData: false }
  return { name: isOld(data.freshness, facts.now) ? 'stale' : 'ready', showsData: true }
}
