import type { AdsErrorCode } from '@adpane/contract'

/** The HTTP status of every way to fail. */
export const errorStatus = {
  invalid_request: 422,
  session_missing: 401,
  session_invalid: 401,
  session_expired: 401,
  scope_missing: 403,
  account_not_allowed: 403,
  not_found: 404,
  account_disabled: 403,
  connection_broken: 409,
  permission_missing: 403,
  rate_limited: 429,
  too_much_data: 422,
  meta_rejected: 422,
  meta_unreachable: 502,
  meta_unavailable: 502,
  outcome_unknown: 502,
  internal: 500,
} as const satisfies Record<AdsErrorCode, number>
