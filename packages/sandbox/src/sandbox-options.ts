import { scales, type Scale } from './scale.ts'

/** How a sandbox starts; every part has a default. */
export interface SandboxOptions {
  /** TCP port; 0 takes any free one. @default 4010 */
  port?: number
  /** Address to listen on. @default '127.0.0.1' */
  host?: string
  /** The same seed and start give the same accounts, numbers and tokens. @default 1 */
  seed?: number
  /** A ready-made size, instead of `accounts` and `ads`: 1, 20, 500 or 5,000 accounts. */
  scale?: Scale
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
  /** Real milliseconds a batch may take; what is not finished by then is answered `null`. @default 30000 */
  batchTimeoutMs?: number
  /** How strict the limits are: `lenient` counts and refuses nothing, the others enforce that access tier. @default 'lenient' */
  tier?: Tier
  /** Refuses every call without `appsecret_proof`, as the app setting "Require App Secret" does. @default false */
  isProofRequired?: boolean
  /** Serves `/__sandbox/…`, which makes calls fail, moves time and shows what was asked. @default false */
  control?: boolean
  /** Addresses a login may return to. @default any https address, and any on this machine */
  redirectUris?: readonly string[]
  /** Told, signed, when a person removes the app. @default nobody */
  deauthorizeUrl?: string
  /** Told, signed, when a person asks for their data to be deleted. @default nobody */
  dataDeletionUrl?: string
}

export const tiers = ['lenient', 'development', 'standard'] as const
export type Tier = (typeof tiers)[number]

type OptionalParts = 'results' | 'now' | 'deauthorizeUrl' | 'dataDeletionUrl'

/** Options with nothing left open, except what depends on the results file and addresses nobody gave. */
export type ResolvedOptions = Required<Omit<SandboxOptions, OptionalParts | 'scale'>> &
  Pick<SandboxOptions, OptionalParts>

/** An option cannot be used; the message names it and says what to do. */
export class SandboxOptionError extends Error {
  override readonly name = 'SandboxOptionError'
}

/** @throws {SandboxOptionError} A number out of range, an impossible date or address, options that exclude each other. */
export function resolveOptions(options: SandboxOptions): ResolvedOptions {
  const { results, now, deauthorizeUrl, dataDeletionUrl } = options
  if (now && Number.isNaN(now.getTime())) {
    throw new SandboxOptionError('--now must be an ISO date and time such as 2026-11-23T09:00:00Z.')
  }
  return {
    ...sizeOf(options),
    port: whole('--port', options.port, 4010, 0, 65_535),
    host: options.host ?? '127.0.0.1',
    seed: whole('--seed', options.seed, 1, 0, 4_294_967_295),
    isClockFrozen: options.isClockFrozen ?? false,
    reportDurationMs: whole('reportDurationMs', options.reportDurationMs, 1200, 0, 3_600_000),
    batchTimeoutMs: whole('batchTimeoutMs', options.batchTimeoutMs, 30_000, 1, 3_600_000),
    tier: oneOf('--tier', options.tier, 'lenient', tiers),
    isProofRequired: options.isProofRequired ?? false,
    control: options.control ?? false,
    redirectUris: (options.redirectUris ?? []).map((address) => webAddress('--redirect-uri', address)),
    ...(results === undefined ? {} : { results }),
    ...(now === undefined ? {} : { now }),
    ...(deauthorizeUrl === undefined ? {} : { deauthorizeUrl: webAddress('--deauthorize-url', deauthorizeUrl) }),
    ...(dataDeletionUrl === undefined ? {} : { dataDeletionUrl: webAddress('--data-deletion-url', dataDeletionUrl) }),
  }
}

function sizeOf({ scale, accounts, ads, results }: SandboxOptions): { accounts: number; ads: number } {
  if (scale !== undefined && (accounts !== undefined || ads !== undefined)) {
    throw new SandboxOptionError('--scale stands for --accounts and --ads. Give either the one or the others.')
  }
  const hasResults = results !== undefined
  const preset = scale === undefined ? undefined : scales[oneOf('--scale', scale, 'small', Object.keys(scales))]
  // The loaded account comes on top of at least one generated one.
  const low = hasResults ? 2 : 1
  return {
    accounts: whole(
      '--accounts',
      accounts ?? (preset && Math.max(preset.accounts, low)),
      hasResults ? 3 : 4,
      low,
      10_000,
    ),
    ads: whole('--ads', ads ?? preset?.ads, 160, 1, 50_000),
  }
}

function whole(name: string, value: number | undefined, fallback: number, low: number, high: number): number {
  if (value === undefined) return fallback
  if (Number.isInteger(value) && value >= low && value <= high) return value
  throw new SandboxOptionError(`${name} must be a whole number from ${low} to ${high}.`)
}

// Programs without types can pass anything.
function oneOf<T extends string>(name: string, value: T | undefined, fallback: T, allowed: readonly string[]): T {
  if (value === undefined) return fallback
  if (allowed.includes(value)) return value
  throw new SandboxOptionError(`${name} must be one of ${allowed.join(', ')}.`)
}

function webAddress(name: string, text: string): string {
  const protocol = URL.parse(text)?.protocol
  if (protocol === 'http:' || protocol === 'https:') return text
  throw new SandboxOptionError(`${name} must be an http or https address such as http://localhost:3000/meta/callback.`)
}
