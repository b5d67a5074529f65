import { setTimeout } from 'node:timers/promises'
import { systemClock } from '../clock.ts'
import { InvalidRequestError } from '../errors/invalid-request-error.ts'
import type { Governor } from '../governor/governor.ts'
import { AccountMemory } from './account-memory.ts'
import { AccessMemory } from './batch/access-memory.ts'
import { EtagStore } from './etags/etag-store.ts'
import type { Caller } from './governed-attempt.ts'
import { httpFetch } from './http-fetch.ts'
import type { GraphClientOptions } from './graph-client.ts'
import { PageSizes } from './paging/page-sizes.ts'
import { warnByNode } from './versions/graph-warning.ts'
import { watchVersion } from './versions/watch-version.ts'

/** The client's options with nothing left open. The app secret is kept apart. */
export type Settings = Required<Omit<GraphClientOptions, 'appSecret' | 'allowedOrigins' | 'baseUrl' | 'governor'>> & {
  governor: Governor | undefined
  /** Where the governor's accounts of objects without one in their path come from. */
  accounts: AccountMemory
  /** How much a batch may hold. */
  access: AccessMemory
  /** For whom calls are made; set apart for each token. */
  caller: Caller
  baseUrl: URL
  allowedOrigins: ReadonlySet<string>
  pageSizes: PageSizes
  etags: EtagStore
}

const defaultEtagStoreBytes = 8_000_000

/** @throws {InvalidRequestError} An option is out of range; `fields` names it. */
export function resolveSettings(options: GraphClientOptions): Settings {
  const baseUrl = readBaseUrl(options.baseUrl ?? 'https://graph.facebook.com')
  const allowedOrigins = new Set(options.allowedOrigins?.map((origin) => readOrigin(origin)) ?? [baseUrl.origin])
  const access = new AccessMemory()
  const settings: Settings = {
    appId: options.appId,
    baseUrl,
    allowedOrigins,
    version: options.version ?? 'v25.0',
    timeoutMs: options.timeoutMs ?? 30_000,
    deadlineMs: options.deadlineMs ?? 60_000,
    tokenPlacement: options.tokenPlacement ?? 'header',
    clock: options.clock ?? systemClock,
    fetch: options.fetch ?? httpFetch,
    onWarning: options.onWarning ?? warnByNode,
    random: options.random ?? Math.random,
    sleep: options.sleep ?? sleep,
    governor: options.governor,
    accounts: new AccountMemory(),
    caller: callerOf({}),
    access,
    onAttempt: (attempt) => {
      access.note(attempt)
      options.onAttempt?.(attempt)
    },
    pageSizes: new PageSizes(),
    etags: new EtagStore(options.etagStoreBytes ?? defaultEtagStoreBytes),
    etagStoreBytes: options.etagStoreBytes ?? defaultEtagStoreBytes,
  }
  check('appId', /^\d+$/.test(settings.appId), 'Give the digits of the Meta app id.')
  check('appSecret', options.appSecret !== '', 'Give the Meta app secret.')
  check('version', /^v\d+\.\d+$/.test(settings.version), 'Write it like v25.0.')
  check('timeoutMs', settings.timeoutMs > 0, 'Give milliseconds above 0.')
  check('etagStoreBytes', settings.etagStoreBytes >= 0, 'Give bytes, or 0 to keep none.')
  check('deadlineMs', settings.deadlineMs > 0, 'Give milliseconds above 0.')
  check('baseUrl', allowedOrigins.has(baseUrl.origin), 'Its origin is missing from allowedOrigins.')
  const isListed = options.allowedOrigins !== undefined
  check('baseUrl', isListed || isPrivate(baseUrl), 'Use https, or list the origin in allowedOrigins.')
  return { ...settings, fetch: watchVersion(settings.fetch, settings) }
}

/** Whoever does not say is background work of the one tenant without a name: nobody takes what people keep by accident. */
export function callerOf({ tenantId = 'unnamed', lane = 'background' }: Partial<Caller>): Caller {
  return { tenantId, lane }
}

function readBaseUrl(text: string): URL {
  check('baseUrl', URL.canParse(text), 'Give an absolute URL.')
  const url = new URL(text)
  check('baseUrl', ['http:', 'https:'].includes(url.protocol), 'Only http and https can be called.')
  check('baseUrl', url.search === '' && url.hash === '' && url.username === '', 'Give origin and path alone.')
  return url
}

function readOrigin(text: string): string {
  check('allowedOrigins', URL.canParse(text), 'Give origins such as https://graph.facebook.com.')
  return new URL(text).origin
}

/** Nobody in between can read it: encrypted, or never leaves this machine. */
function isPrivate({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || ['localhost', '[::1]'].includes(hostname) || /^127\.\d+\.\d+\.\d+$/.test(hostname)
}

function check(field: string, isFine: boolean, message: string): void {
  if (!isFine) throw new InvalidRequestError([{ field, message }])
}

async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  // Whoever called looks at the signal next; how the pause ended does not matter.
  await setTimeout(ms, undefined, signal && { signal }).catch(() => {})
}
