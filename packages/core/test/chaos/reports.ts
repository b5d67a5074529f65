import type { Execution } from '../../src/errors/ads-error.ts'

/** What the client said of one write. */
export interface WriteReport {
  /** Of the object's name, see mark.ts. */
  mark: string
  action: 'create' | 'rename' | 'delete'
  said: 'ok' | Execution
}

/** How one call ended. */
export interface CallReport {
  kind: string
  /** `ok`, the code of an `AdsError`, or what should never be: `hangs`, `untyped: …`. */
  ended: string
  /** Milliseconds on the wall clock, without the time it was put off by the governor. */
  ms: number
  /** How often the governor put it off first. */
  putOffs: number
  writes: readonly WriteReport[]
}

/** What a process tells before it ends by itself. */
export interface WorkerReport {
  /** Secrets found in errors, printed in every way. */
  leaks: readonly string[]
  /** Writes that were sent again without proof. */
  resent: readonly string[]
  repeated: number
  /** Listeners of the process that were not there before, or are gone. */
  listenersChanged: readonly string[]
  /** Operations of batches by how they ended. */
  operations: Readonly<Record<string, number>>
  /** How often the shared counters went away. */
  degraded: number
  /** HTTP attempts of the client. */
  attempts: number
}

export type WorkerMessage = { call: CallReport } | { report: WorkerReport }
