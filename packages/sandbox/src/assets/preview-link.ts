import { createHmac, timingSafeEqual } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { SandboxState } from '../graph/graph-call.ts'
import type { PreviewContent } from './preview-content.ts'
import type { PreviewFormat } from './preview-format.ts'

/** What a preview link carries. */
export interface PreviewPayload {
  content: PreviewContent
  kind: PreviewFormat['kind']
  /** Milliseconds of the sandbox clock. */
  expiresAtMs: number
}

/** The link to a preview: all of it is inside, signed with the app's secret, so nothing has to be kept. */
export function previewLink(sandbox: SandboxState, origin: string, payload: PreviewPayload): string {
  const data = deflateRawSync(JSON.stringify(payload)).toString('base64url')
  return `${origin}${previewPath}?d=AQ${data}&t=AQ${signature(sandbox, data)}`
}

/** What a link carries; undefined unless this sandbox signed it. */
export function readPreviewLink(sandbox: SandboxState, d: string, t: string): PreviewPayload | undefined {
  if (!d.startsWith('AQ') || !t.startsWith('AQ')) return undefined
  const data = d.slice(2)
  const expected = Buffer.from(signature(sandbox, data))
  const given = Buffer.from(t.slice(2))
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
  return JSON.parse(inflateRawSync(Buffer.from(data, 'base64url')).toString())
}

export const previewPath = '/ads/api/preview_iframe.php'

function signature({ identity }: SandboxState, data: string): string {
  return createHmac('sha256', identity.appSecret).update(`preview ${data}`).digest('base64url')
}
