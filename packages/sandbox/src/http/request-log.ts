/** What was asked of a sandbox, for tests and the start page. No token, secret, query or body is ever kept. */
export interface RequestLog {
  /** Calls answered since the start, pictures and control calls not counted. */
  readonly count: number
  /** The last thousand, oldest first. */
  readonly entries: readonly RequestEntry[]
  add(method: string, path: string, status: number, details?: RequestDetails): void
  /** Forgets the entries; the count goes on. */
  clear(): void
}

export interface RequestEntry extends RequestDetails {
  method: string
  /** Without its query; a part that could be a token is `…`. */
  path: string
  /** As the client received it; 0 when nothing arrived, since a fault cut the connection or the client gave up. */
  status: number
}

/** What is known of a call beyond its first line; each part may be absent. */
export interface RequestDetails {
  /** When it came in, on the sandbox clock, ISO. */
  at?: string
  /** Of the error, if it was refused. */
  code?: number
  subcode?: number
  /** Real milliseconds until the reply was handed to the connection, waits of a `slow` fault included. */
  durationMs?: number
  /** Name of the person, system user or app that the token speaks for. */
  caller?: string
  /** `act_…` of the account the call is about. */
  account?: string
  /** Calls inside, for a batch. */
  batchItems?: number
  userAgent?: string
  /** Kind of the injected fault that struck it. */
  fault?: string
}

/** True when the client got no good answer: nothing, a part, or an error, whatever its status says. */
export function isFailed({ status, code, fault }: RequestEntry): boolean {
  return status === 0 || status >= 400 || code !== undefined || fault === 'truncated'
}

const kept = 1000

export function createRequestLog(): RequestLog {
  const entries: RequestEntry[] = []
  let count = 0
  return {
    get count() {
      return count
    },
    entries,
    add(method, path, status, details = {}) {
      count++
      const { userAgent, ...rest } = details
      const agent = userAgent === undefined ? {} : { userAgent: cleaned(userAgent).slice(0, 200) }
      entries.push({ method: method.slice(0, 20), path: cleanPath(path), status, ...rest, ...agent })
      if (entries.length > kept) entries.shift()
    },
    clear: () => void entries.splice(0),
  }
}

function cleanPath(path: string): string {
  const withoutQuery = path.split(/[?#]/, 1)[0] ?? ''
  return withoutQuery.slice(0, 500).split('/').map(cleaned).join('/')
}

// Nothing in a Graph path is as long as a token, and tokens of apps have a bar between id and secret.
function cleaned(text: string): string {
  return text.replaceAll(/[\w-]{41,}/g, '…').replaceAll(/EAA\w{8,}|\d+(?:\||%7C)[\w-]+/gi, '…')
}
