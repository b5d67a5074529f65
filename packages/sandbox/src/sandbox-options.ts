/** How a sandbox starts; every part has a default. */
export interface SandboxOptions {
  /** TCP port; 0 takes any free one. @default 4010 */
  port?: number
  /** Address to listen on. @default '127.0.0.1' */
  host?: string
  /** The same seed and start give the same accounts, numbers and tokens. @default 1 */
  seed?: number
  /** Ad accounts altogether, loaded results included. @default 4, with results 3 */
  accounts?: number
  /** Ads in each generated account. @default 160 */
  ads?: number
  /** Path of a CSV of real results, which become the first account. */
  results?: string
  /** Where the sandbox clock starts. @default now; with results noon of the day after the file's last */
  now?: Date
  /** Keeps the clock where it starts instead of running on with real time. @default false */
  isClockFrozen?: boolean
  /** Real milliseconds an asynchronous report takes; tests pass 0. @default 1200 */
  reportDurationMs?: number
}

/** Options with nothing left open, except what depends on the results file. */
export type ResolvedOptions = Required<Omit<SandboxOptions, 'results' | 'now'>> &
  Pick<SandboxOptions, 'results' | 'now'>

/** An option cannot be used; the message names it and says what to do. */
export class SandboxOptionError extends Error {
  override readonly name = 'SandboxOptionError'
}

/** @throws {SandboxOptionError} A number out of range or an impossible date. */
export function resolveOptions(options: SandboxOptions): ResolvedOptions {
  const { results, now } = options
  if (now && Number.isNaN(now.getTime())) {
    throw new SandboxOptionError('--now must be an ISO date and time such as 2026-11-23T09:00:00Z.')
  }
  return {
    port: whole('--port', options.port, 4010, 0, 65_535),
    host: options.host ?? '127.0.0.1',
    seed: whole('--seed', options.seed, 1, 0, 4_294_967_295),
    accounts: whole(
      '--accounts',
      options.accounts,
      results === undefined ? 4 : 3,
      results === undefined ? 1 : 2,
      10_000,
    ),
    ads: whole('--ads', options.ads, 160, 1, 50_000),
    isClockFrozen: options.isClockFrozen ?? false,
    reportDurationMs: whole('reportDurationMs', options.reportDurationMs, 1200, 0, 3_600_000),
    ...(results === undefined ? {} : { results }),
    ...(now === undefined ? {} : { now }),
  }
}

function whole(name: string, value: number | undefined, fallback: number, low: number, high: number): number {
  if (value === undefined) return fallback
  if (Number.isInteger(value) && value >= low && value <= high) return value
  throw new SandboxOptionError(`${name} must be a whole number from ${low} to ${high}.`)
}
