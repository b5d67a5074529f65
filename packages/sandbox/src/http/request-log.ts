/** What was asked of a sandbox, for tests: paths without parameters, so that no token is kept. */
export interface RequestLog {
  /** Calls answered since the start, pictures not counted. */
  readonly count: number
  /** The last thousand, oldest first. */
  readonly entries: readonly RequestEntry[]
  add(method: string, path: string, status: number): void
}

export interface RequestEntry {
  method: string
  path: string
  status: number
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
    add(method, path, status) {
      count++
      entries.push({ method, path, status })
      if (entries.length > kept) entries.shift()
    },
  }
}
