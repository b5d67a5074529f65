/**
 * Every way a request can fail, with who acts next.
 *
 * `action` drives the UI: `wait` shows a countdown, `reconnect` offers the way to Meta, `retry` a button,
 * `fix_input` points at the field, `sign_in` asks the host for a new session, `contact_support` shows the request id.
 */
export const errorActions = {
  invalid_request: 'fix_input',
  session_missing: 'sign_in',
  session_invalid: 'sign_in',
  session_expired: 'sign_in',
  scope_missing: 'contact_support',
  account_not_allowed: 'contact_support',
  not_found: 'fix_input',
  account_disabled: 'contact_support',
  connection_broken: 'reconnect',
  permission_missing: 'reconnect',
  rate_limited: 'wait',
  too_much_data: 'fix_input',
  meta_rejected: 'fix_input',
  meta_unreachable: 'retry',
  meta_unavailable: 'retry',
  outcome_unknown: 'contact_support',
  internal: 'contact_support',
} as const satisfies Record<string, ErrorAction>

/** Who acts next. */
export type ErrorAction = 'wait' | 'retry' | 'reconnect' | 'sign_in' | 'fix_input' | 'contact_support'

/** Stable, for programs. */
export type AdsErrorCode = keyof typeof errorActions

export const errorCodes = Object.keys(errorActions) as readonly AdsErrorCode[]
