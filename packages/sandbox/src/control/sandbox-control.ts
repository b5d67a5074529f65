import type { SandboxClock } from '../world/clock.ts'
import type { ControlledSandbox } from './controlled-sandbox.ts'
import type { FaultRules } from './faults.ts'
import { checkJson } from './json-schema.ts'
import { restoreState, sandboxStateJson, stateSchema, type SandboxStateJson } from './sandbox-state-json.ts'

/** The control API for tests in the same process. */
export interface SandboxControl {
  /** Makes calls fail. */
  readonly faults: FaultRules
  /** Moves the time. */
  readonly clock: SandboxClock
  /** Everything that calls have changed, as JSON. It holds tokens. */
  exportState(): SandboxStateJson
  /** @throws {ControlError} It is no exported state, or one of a sandbox with another seed, size or start. */
  importState(json: SandboxStateJson): void
  /** Back to how it started, its clock included; the request log is emptied. */
  reset(): void
}

export function createSandboxControl(sandbox: ControlledSandbox): SandboxControl {
  return {
    get faults() {
      return sandbox.state.faults
    },
    get clock() {
      return sandbox.state.clock
    },
    exportState: () => sandboxStateJson(sandbox),
    importState(json) {
      checkJson(stateSchema, json)
      sandbox.restart((fresh) => restoreState(fresh, sandbox.settings, json))
    },
    reset() {
      sandbox.restart()
      sandbox.requests.clear()
    },
  }
}
