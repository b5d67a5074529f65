import type { GraphReply } from '../graph/graph-call.ts'

/** One slot of a batch's answer. */
export interface BatchEntry {
  code: number
  headers?: readonly { name: string; value: string }[]
  /** JSON as text; null where there is nothing, as with 304 and redirects. */
  body: string | null
}

export function batchEntry(reply: GraphReply, hasHeaders: boolean): BatchEntry {
  return {
    code: reply.status,
    ...(hasHeaders ? { headers: headerList(reply.headers) } : {}),
    body: reply.body === '' ? null : reply.body,
  }
}

function headerList(headers: GraphReply['headers']): { name: string; value: string }[] {
  const all = { ...headers, 'content-type': 'text/javascript; charset=UTF-8' }
  return Object.entries(all).map(([name, value]) => ({ name: spelling[name] ?? name, value }))
}

// Clients look names up letter by letter here; inside JSON nothing folds their case.
const spelling: Readonly<Record<string, string>> = {
  'content-type': 'Content-Type',
  etag: 'ETag',
  location: 'Location',
  'www-authenticate': 'WWW-Authenticate',
  'cache-control': 'Cache-Control',
  expires: 'Expires',
  pragma: 'Pragma',
}
