// Start a sandbox.
export { startSandbox } from './start-sandbox.ts'
export type { Announcement, Sandbox, SandboxAccount, SandboxTenant } from './start-sandbox.ts'
export type { SandboxOptions, Tier } from './sandbox-options.ts'
export type { Scale } from './scale.ts'
export type { RequestDetails, RequestEntry, RequestLog } from './http/request-log.ts'

// Make it fail, move its time, keep its state.
export type { SandboxControl } from './control/sandbox-control.ts'
export type { Fault, FaultDraft, FaultMatch, FaultRule, FaultRules } from './control/faults.ts'
export type { SandboxStateJson } from './control/sandbox-state-json.ts'
export type { SandboxClock } from './world/clock.ts'
export { ControlError } from './control/control-error.ts'
export { ClockError } from './world/clock.ts'

// What can go wrong at the start.
export { SandboxOptionError } from './sandbox-options.ts'
export { ResultsFileError } from './results/load-results.ts'

// The command-line form.
export { sandboxCommand } from './sandbox-command.ts'
