import type { Fetch } from '../../src/graph/http-fetch.ts'

/** Watches each write on its way out: which were sent again, though they may have been done before. */
export interface SendWatch {
  fetch: Fetch
  /** A look has shown that it was not done. */
  forgive(name: string): void
  /** Names of writes that were sent again without proof. */
  readonly resent: readonly string[]
  /** Writes that were sent again after Meta, or a look, had said that they were not done. */
  readonly repeated: number
}

/** One write inside a call, by what only it has: the new name of its object, or the id of what it deletes. */
interface Written {
  key: string
  /** Place in the batch; undefined outside of one. */
  place: number | undefined
}

/** @param fetch - What the calls go through. */
export function watchSends(fetch: Fetch): SendWatch {
  const unclear = new Set<string>()
  const sent = new Set<string>()
  const resent: string[] = []
  let repeated = 0
  return {
    resent,
    get repeated() {
      return repeated
    },
    forgive: (name) => void unclear.delete(name),
    fetch: async (url, call) => {
      const writes = writesIn(url, call.method, call.body instanceof URLSearchParams ? call.body : undefined)
      for (const { key } of writes) {
        if (unclear.has(key)) resent.push(key)
        else if (sent.has(key)) repeated++
        sent.add(key)
        unclear.add(key)
      }
      const answer = await fetch(url, call)
      if (writes.length === 0) return answer
      const text = await answer.text()
      for (const { key, place } of writes) if (isRefused(parsed(text), place)) unclear.delete(key)
      return { status: answer.status, headers: answer.headers, text: async () => text }
    },
  }
}

function writesIn(url: URL, method: string, body: URLSearchParams | undefined): Written[] {
  const batch: unknown = parsed(body?.get('batch') ?? '')
  if (!Array.isArray(batch)) return keysOf(method, url.pathname, body).map((key) => ({ key, place: undefined }))
  return batch.flatMap((item: { method: string; relative_url: string; body?: string }, place) => {
    const path = new URL(item.relative_url, 'http://batch').pathname
    return keysOf(item.method, path, new URLSearchParams(item.body)).map((key) => ({ key, place }))
  })
}

function keysOf(method: string, path: string, body: URLSearchParams | undefined): string[] {
  if (method === 'DELETE') return [path]
  const name = method === 'POST' ? body?.get('name') : undefined
  return typeof name === 'string' ? [name] : []
}

/**
 * Judges more narrowly than the client, and without its code: only Meta's own envelope with a code other than those of
 * its troubles (1 and 2) says that nothing was done.
 */
function isRefused(answer: unknown, place: number | undefined): boolean {
  if (place === undefined || !Array.isArray(answer)) return isRefusal(answer)
  const slot = answer[place] as { body?: unknown } | null | undefined
  return typeof slot?.body === 'string' && isRefusal(parsed(slot.body))
}

function isRefusal(answer: unknown): boolean {
  const error = (answer as { error?: { code?: unknown } } | null | undefined)?.error
  if (error === undefined || error === null) return false
  // The list of a batch as a whole is refused without a code.
  return error.code === undefined || (typeof error.code === 'number' && error.code > 2)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
