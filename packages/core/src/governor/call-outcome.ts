import type { UsageHeaders } from '../graph/graph-attempt.ts'

/** How a call ended, as far as quotas care. */
export interface CallOutcome {
  /** HTTP status, or the status of a batch entry; absent when no answer arrived. */
  status?: number
  usage: UsageHeaders
  /** Code and subcode of Meta's refusal. */
  code?: number
  subcode?: number
  /** Milliseconds until the refused call may work. */
  regainMs?: number
  /** It never left, so that Meta did not count it: what it took is given back. */
  isUnsent?: boolean
  /** The caller gave up on it, which tells nothing about Meta. */
  isAborted?: boolean
}
