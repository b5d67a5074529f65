import { createHash } from 'node:crypto'
import type { Fetch } from '../http-fetch.ts'
import type { EtagStore } from './etag-store.ts'

/**
 * A fetch that names the answer it already has, and gives that one when Meta says 304.
 *
 * Such a call counts against Meta's quotas like any other; what it saves is the way and Meta's bytes. An answer is found
 * again by everything that asked for it, address, token and proof, as a digest: no tenant meets another's, and the store
 * holds no token.
 *
 * @see https://developers.facebook.com/docs/marketing-api/etags
 */
export function conditionalFetch(fetch: Fetch, store: EtagStore): Fetch {
  return async (url, call) => {
    // What a write asks for is in its body, which the mark of its address says nothing about.
    if (call.method !== 'GET') return fetch(url, call)
    const key = digest(`${url.href}\n${call.headers.get('authorization') ?? ''}`)
    const kept = store.get(key)
    const headers = new Headers(call.headers)
    if (kept !== undefined) headers.set('if-none-match', kept.etag)
    const response = await fetch(url, { ...call, headers })
    if (response.status === 304 && kept !== undefined) {
      return { status: 304, headers: response.headers, text: async () => kept.body, isUnchanged: true }
    }
    const text = async () => {
      const body = await response.text()
      const etag = response.headers.get('etag')
      if (response.status === 200 && etag !== null) store.keep(key, { etag, body })
      return body
    }
    return { status: response.status, headers: response.headers, text }
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64')
}
