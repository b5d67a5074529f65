import { startSandbox, type Sandbox } from '../../src/index.ts'

/** A sandbox whose reports take a moment, as a client that polls expects. Flows name days around its own. */
export function startSdkSandbox(): Promise<Sandbox> {
  return startSandbox({
    port: 0,
    seed: 7,
    accounts: 5,
    isClockFrozen: true,
    now: new Date('2026-11-23T12:00:00Z'),
    // Long enough for a busy machine to ask before it is over.
    reportDurationMs: 1000,
    control: true,
  })
}
