import { GraphError } from '../graph/graph-error.ts'
import { expiredSession } from '../identity/token-errors.ts'
import { appFull, insightsOverloaded, scoreFull, hourFull } from '../quota/rate-errors.ts'
import type { Fault } from './faults.ts'

/**
 * The error with which Graph refuses a call that a fault strikes; undefined for faults that the connection acts out.
 *
 * @param now - Sessions that expire say when.
 */
export function faultError(fault: Fault, now: Date): GraphError | undefined {
  switch (fault.kind) {
    case 'throttle':
      return throttled(fault.code, fault.subcode)
    case 'server_error':
      return serverError(fault.status)
    case 'ok_with_error':
      return transient(2, 'An unexpected error has occurred. Please retry your request later.', 200)
    case 'expired_token':
      return expiredSession(new Date(now.getTime() - 1000), now)
    case 'html':
    case 'empty':
    case 'reset':
    case 'slow':
    case 'truncated':
    case 'null_entry':
    case 'reply_lost':
      return undefined
  }
}

function throttled(code: number, subcode: number | undefined): GraphError {
  const known = knownLimits.get(code)?.()
  if (known && (subcode === undefined || known.fields.subcode === subcode)) return known
  if (code === 4 && subcode === 1504022) return insightsOverloaded()
  return new GraphError(`(#${code}) ${code === 613 ? edgeLimit : accountLimit}`, {
    type: 'OAuthException',
    code,
    ...(subcode === undefined ? {} : { subcode }),
  })
}

const knownLimits: ReadonlyMap<number, () => GraphError> = new Map([
  [4, appFull],
  [17, () => scoreFull(17)],
  [80000, () => hourFull('ads_insights')],
  [80003, () => hourFull('custom_audience')],
  [80004, () => hourFull('ads_management')],
])

const edgeLimit = 'Calls to this api have exceeded the rate limit.'
const accountLimit = 'There have been too many calls from this ad-account. Wait a bit and try again.'

// Code 1 with subcode 99 comes with 500, code 2 with 503.
function serverError(status: number): GraphError {
  if (status === 503) return transient(2, '(#2) Service temporarily unavailable', 503)
  return transient(1, 'An unknown error occurred', status)
}

function transient(code: 1 | 2, message: string, status: number): GraphError {
  return new GraphError(
    message,
    { type: 'OAuthException', code, isTransient: true, ...(code === 1 ? { subcode: 99 } : {}) },
    status,
  )
}
