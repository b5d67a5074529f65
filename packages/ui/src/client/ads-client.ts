import { type AdsErrorCode, type ErrorBody, errorActions } from '@adpane/contract'
import { AdsApiError } from './ads-api-error.ts'
import type { SessionKeeper } from './session.ts'

export interface AdsClientOptions {
  /** Where the BFF is mounted, such as `/api/admin/meta-ads`. */
  endpoint: string
  session: SessionKeeper
  /** @default the browser's own */
  fetch?: typeof globalThis.fetch | undefined
}

export interface AdsClient {
  /** Reads one BFF path. A session the BFF calls expired is renewed once. @throws {AdsApiError} */
  get<T>(path: string, params?: URLSearchParams, signal?: AbortSignal): Promise<T>
}

/** The only door to the BFF. The token travels in the Authorization header alone. */
export function createAdsClient({ endpoint, session, fetch = globalThis.fetch }: AdsClientOptions): AdsClient {
  const base = endpoint.replace(/\/+$/, '')

  async function send(url: string, token: string, signal?: AbortSignal): Promise<Response> {
    try {
      return await fetch(url, {
        headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
        ...(signal && { signal }),
      })
    } catch (cause) {
      if (signal?.aborted) throw cause
      throw unreachable(cause)
    }
  }

  async function get<T>(path: string, params?: URLSearchParams, signal?: AbortSignal): Promise<T> {
    const query = params?.toString()
    const url = `${base}${path}${query ? `?${query}` : ''}`
    const token = await session.token()
    let response = await send(url, token, signal)
    if (response.status === 401) {
      const error = await readError(response)
      if (error.code !== 'session_expired') throw error
      session.refuse(token)
      response = await send(url, await session.token(), signal)
    }
    if (!response.ok) throw await readError(response)
    return (await response.json()) as T
  }

  return { get }
}

function unreachable(cause: unknown): AdsApiError {
  const offline = 'onLine' in navigator && !navigator.onLine
  return new AdsApiError(
    offline ? 'This device is offline.' : 'The server did not answer. Check the connection and try again.',
    { code: offline ? 'offline' : 'bff_unreachable' },
    { cause },
  )
}

async function readError(response: Response): Promise<AdsApiError> {
  const body: unknown = await response.json().catch(() => undefined)
  if (isErrorBody(body)) return new AdsApiError(body.error.message, body.error)
  // A proxy or the host's own error page answered in place of the BFF.
  return new AdsApiError(`The server answered ${response.status}.`, {
    code: response.status === 401 ? 'session_invalid' : response.status >= 500 ? 'bff_unreachable' : 'internal',
    requestId: response.headers.get('x-request-id') ?? undefined,
  })
}

function isErrorBody(body: unknown): body is ErrorBody {
  const error = (body as { error?: { code?: unknown; message?: unknown } } | undefined)?.error
  return typeof error?.message === 'string' && isErrorCode(error.code)
}

function isErrorCode(code: unknown): code is AdsErrorCode {
  return typeof code === 'string' && Object.hasOwn(errorActions, code)
}
