import { MetaUnavailableError } from '../errors/meta-unavailable-error.ts'
import type { SdkCall } from './sdk.ts'
import type { Settings } from './settings.ts'
import type { TenantToken } from './tenant-token.ts'
import { send, type GraphRequest } from './wire.ts'

/** Carries the SDK's calls over our wire as one tenant. */
export function sendForSdk(settings: Settings, token: TenantToken, signal: AbortSignal | undefined): SdkCall {
  return async (method, path, params) => {
    const target = Array.isArray(path) ? { path: path.map(String), params } : readUrl(settings, path, params)
    return send(settings, token, { method: readMethod(method), ...target, signal })
  }
}

/**
 * Takes apart the URL that the SDK's Cursor follows from page to page: Meta's own `next`, with a token inside.
 *
 * @throws {MetaUnavailableError} It points away from the origins we may call.
 */
function readUrl({ baseUrl, allowedOrigins }: Settings, path: string, params: GraphRequest['params']) {
  const url = new URL(path, baseUrl)
  if (!allowedOrigins.has(url.origin)) throw new MetaUnavailableError('a list continues at an address we do not trust')
  const base = baseUrl.pathname.replace(/\/$/, '')
  const segments = url.pathname.slice(url.pathname.startsWith(`${base}/`) ? base.length : 0).split('/')
  const query = [...url.searchParams].filter(([name]) => name !== 'access_token' && name !== 'appsecret_proof')
  return {
    path: segments.filter((segment, index) => segment !== '' && !(index === 1 && /^v\d+\.\d+$/.test(segment))),
    params: { ...params, ...Object.fromEntries(query) },
  }
}

function readMethod(method: string): GraphRequest['method'] {
  if (method === 'GET' || method === 'POST' || method === 'DELETE') return method
  throw new TypeError(`Meta's API has no use for ${method}.`)
}
