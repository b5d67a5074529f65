// Start a sandbox.
export { startSandbox } from './start-sandbox.ts'
export type { Announcement, Sandbox, SandboxAccount, SandboxTenant } from './start-sandbox.ts'
export type { SandboxOptions } from './sandbox-options.ts'
export type { RequestEntry, RequestLog } from './http/request-log.ts'

// What can go wrong at the start.
export { SandboxOptionError } from './sandbox-options.ts'
export { ResultsFileError } from './results/load-results.ts'

// The command-line form.
export { sandboxCommand } from './sandbox-command.ts'
