/** One request that failed for a reason of ours. Holds no token, query or body. */
export interface LogEntry {
  level: 'error'
  event: 'request_failed'
  requestId: string
  method: string
  /** The route's pattern, such as `/accounts/:accountId/insights`; ids stay out. */
  route: string
  error: { name: string; message: string; stack?: string }
}

export type Log = (entry: LogEntry) => void

/** One line of JSON on standard error. */
export const logToConsole: Log = (entry) => {
  // oxlint-disable-next-line no-console -- the default sink of a library that knows no other; hosts pass `log`.
  console.error(JSON.stringify(entry))
}
