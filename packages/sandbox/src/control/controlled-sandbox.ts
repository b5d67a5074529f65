import type { SandboxState } from '../graph/graph-call.ts'
import type { RequestLog } from '../http/request-log.ts'
import type { FaultRules } from './faults.ts'

/** A running sandbox as its control API sees it. */
export interface ControlledSandbox {
  /** Alive: after a reset or an import the same object holds the new parts. */
  state: SandboxState & { faults: FaultRules }
  requests: RequestLog
  settings: SandboxSettings
  /**
   * Back to how it started.
   *
   * @param prepare - Changes the fresh parts before they take over; when it throws, everything stays as it is.
   */
  restart(prepare?: (fresh: ControlledSandbox['state']) => void): void
}

/** What two sandboxes must share for one to take over the other's state. */
export interface SandboxSettings {
  seed: number
  accounts: number
  ads: number
  /** First instant of the clock, ISO: generated history ends there. */
  start: string
  /** Whether the first account was loaded from a file. */
  hasResults: boolean
}
