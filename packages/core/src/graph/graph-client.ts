import type { Clock } from '../clock.ts'
import type { Governor, Lane } from '../governor/governor.ts'
import type { Fetch } from './http-fetch.ts'
import type { GraphAttempt } from './graph-attempt.ts'
import { SdkTenantApi } from './sdk-tenant-api.ts'
import { callerOf, resolveSettings } from './settings.ts'
import type { TenantApi } from './tenant-api.ts'
import { TenantToken } from './tenant-token.ts'
import type { GraphWarning } from './versions/graph-warning.ts'

export interface GraphClientOptions {
  appId: string
  /** Signs every call (`appsecret_proof`). Kept in memory only. */
  appSecret: string
  /** @default 'https://graph.facebook.com' */
  baseUrl?: string
  /** @default 'v25.0' */
  version?: string
  /** Origins that may be called. Plain http is refused outside loopback unless listed here. @default the base URL's */
  allowedOrigins?: readonly string[]
  /** Milliseconds one HTTP call may take, body included. @default 30000 */
  timeoutMs?: number
  /** Milliseconds one call may take with all its attempts and the pauses between them. @default 60000 */
  deadlineMs?: number
  /** Room for answers that reads with `reuseUnchanged` keep, all tenants together. @default 8000000 */
  etagStoreBytes?: number
  /** Where the token travels. @default 'header' */
  tokenPlacement?: 'header' | 'query'
  /** @default systemClock */
  clock?: Clock
  /** What calls go through; `globalThis.fetch` fits. @default Node's http client, kept alive, at most 50 connections */
  fetch?: Fetch
  /** Randomness of retry delays, 0–1. @default Math.random */
  random?: () => number
  /** Waits between retries; ends early with the signal. @default a timer */
  sleep?: (ms: number, signal?: AbortSignal) => Promise<void>
  /** Decides who may call now. Calls it puts off throw with `retryAfterMs`. @default none: calls go at once */
  governor?: Governor
  /** Told of every HTTP call that ended. What it throws is ignored. */
  onAttempt?: (attempt: GraphAttempt) => void
  /** Told when the version is about to end, has ended, or is not the one that answers. @default Node's warnings */
  onWarning?: (warning: GraphWarning) => void
}

/** For whom calls are made, as the governor weighs them. */
export interface CallerOptions {
  /** Whom fairness is between. @default all callers without one count as one tenant */
  tenantId?: string
  /** `interactive` while a person waits. @default 'background' */
  lane?: Lane
}

/** One app's way to Meta. Holds no tenant. */
export interface GraphClient {
  /** The API as the owner of this token may use it. Cheap: make one per job or request. */
  withToken(token: string, options?: CallerOptions): TenantApi
}

/**
 * The way to Meta's Marketing API for one app and any number of tenants.
 *
 * @throws {InvalidRequestError} An option is out of range; `fields` names it.
 */
export function createGraphClient(options: GraphClientOptions): GraphClient {
  const settings = resolveSettings(options)
  const { appSecret } = options
  return {
    withToken: (token, caller = {}) =>
      new SdkTenantApi({ ...settings, caller: callerOf(caller) }, new TenantToken(token, appSecret)),
  }
}
