import { type AdsErrorCode, type ErrorAction, errorActions } from '@adpane/contract'

/** What only the browser can see: it is offline, or the BFF did not answer at all. */
export type UiErrorCode = AdsErrorCode | 'offline' | 'bff_unreachable'

export interface AdsApiErrorDetails {
  code: UiErrorCode
  /** How long to wait before asking again. */
  retryAfterMs?: number | undefined
  /** For support; absent when the BFF was never reached. */
  requestId?: string | undefined
  /** One entry per wrong field. */
  fields?: readonly { field: string; message: string }[] | undefined
}

/** A request to the BFF failed. `code` is for programs, `action` says who acts next. */
export class AdsApiError extends Error {
  override readonly name = 'AdsApiError'
  readonly code: UiErrorCode
  readonly action: ErrorAction
  readonly retryAfterMs: number | undefined
  readonly requestId: string | undefined
  readonly fields: readonly { field: string; message: string }[] | undefined

  constructor(message: string, details: AdsApiErrorDetails, options?: ErrorOptions) {
    super(message, options)
    this.code = details.code
    this.action = actionFor(details.code)
    this.retryAfterMs = details.retryAfterMs
    this.requestId = details.requestId
    this.fields = details.fields
  }
}

function actionFor(code: UiErrorCode): ErrorAction {
  return code === 'offline' || code === 'bff_unreachable' ? 'retry' : errorActions[code]
}
