import type { ErrorBody } from '@adpane/contract'
import { AdsError } from '@adpane/core'

/** Writes an error the way every route does. Causes and stacks stay on the server. */
export function errorBody(error: AdsError, requestId: string): ErrorBody {
  const { code, message, action, retryAfterMs, fields, meta } = error
  return {
    error: {
      code,
      message,
      action,
      requestId,
      ...(retryAfterMs === undefined ? {} : { retryAfterMs: Math.max(0, Math.round(retryAfterMs)) }),
      ...(fields && fields.length > 0 ? { fields: [...fields] } : {}),
      ...(meta ? { meta } : {}),
    },
  }
}

/** What a caller is told of a fault that is ours: nothing but that it was, and the id to ask about. */
export function internalError(cause: unknown): AdsError {
  return new AdsError(
    'internal',
    'Something went wrong on our side. Nothing was changed. Try again, and send us the request id if it repeats.',
    { cause },
  )
}
