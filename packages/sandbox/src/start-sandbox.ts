import { createAdaptorServer, type HttpBindings, type ServerType } from '@hono/node-server'
import { Hono } from 'hono'
import { createState } from './create-state.ts'
import { createGraphApp } from './http/graph-app.ts'
import { createMediaApp } from './http/media-app.ts'
import { createRequestLog, type RequestLog } from './http/request-log.ts'
import { defaultVersion } from './http/versions.ts'
import { lastDayOf, loadResults } from './results/load-results.ts'
import { resultsAccount, resultsTimezone } from './results/results-account.ts'
import { resolveOptions, SandboxOptionError, type ResolvedOptions, type SandboxOptions } from './sandbox-options.ts'
import { createClock, instantAt } from './world/clock.ts'
import { createWorld, type World } from './world/create-world.ts'
import type { AdAccount } from './world/objects.ts'

export interface SandboxAccount {
  /** `act_…` */
  id: string
  name: string
  currency: string
  timezone: string
}

export interface SandboxTenant {
  id: string
  name: string
  /** Sees this tenant's accounts only. */
  accessToken: string
  /** Ids, `act_…`. */
  accounts: readonly string[]
}

/** What a sandbox tells about itself when it is ready. */
export interface Announcement {
  url: string
  /** Graph version, `v25.0`. */
  version: string
  /** The sandbox clock when it became ready, ISO. */
  now: string
  appId: string
  appSecret: string
  /** A developer's: sees every account. */
  accessToken: string
  accounts: readonly SandboxAccount[]
  tenants: readonly SandboxTenant[]
}

/** A running sandbox. */
export interface Sandbox extends Announcement {
  announcement(): Announcement
  /** What was asked so far. */
  requests: RequestLog
  /** Stops answering and frees the port. */
  close(): Promise<void>
}

/**
 * Starts a local Graph API on real HTTP.
 *
 * @throws {SandboxOptionError} An option is out of range or the port is taken.
 * @throws {ResultsFileError} The results file is missing or malformed.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const resolved = resolveOptions(options)
  const { world, start } = await buildWorld(resolved)
  const clock = createClock(start, resolved.isClockFrozen)
  const state = createState(world, clock, resolved)
  const requests = createRequestLog()
  const app = new Hono<{ Bindings: HttpBindings }>()
    .route('/__media', createMediaApp())
    .route('/', createGraphApp(state, requests))
  const server = createAdaptorServer({ fetch: app.fetch })
  const port = await listen(server, resolved)
  const { identity } = state
  const { appId, appSecret, accessToken } = identity
  const announced: Announcement = {
    url: `http://${resolved.host.includes(':') ? `[${resolved.host}]` : resolved.host}:${port}`,
    version: defaultVersion,
    now: clock.now().toISOString(),
    appId,
    appSecret,
    accessToken,
    accounts: world.accounts.map(({ id, name, currency, timezone }) => ({ id, name, currency, timezone })),
    tenants: world.tenants.map((tenant) => ({
      id: tenant.id,
      name: tenant.name,
      accessToken: identity.tokenOfTenant(tenant.id) ?? '',
      accounts: tenant.accounts.map(({ id }) => id),
    })),
  }
  return { ...announced, announcement: () => announced, requests, close: () => close(server) }
}

async function buildWorld({
  seed,
  accounts,
  ads,
  results: path,
  now,
}: ResolvedOptions): Promise<{ world: World; start: Date }> {
  if (path === undefined) {
    const start = now ?? new Date()
    return { world: createWorld({ seed, accounts, ads, start }), start }
  }
  const lines = await loadResults(path)
  const results: AdAccount = resultsAccount(path, lines)
  const start = now ?? instantAt(lastDayOf(lines) + 1, 12, resultsTimezone)
  return { world: createWorld({ seed, accounts, ads, start, results }), start }
}

function listen(server: ServerType, { port, host }: ResolvedOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => reject(listenError(cause, port, host)))
    server.listen(port, host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

function listenError(cause: NodeJS.ErrnoException, port: number, host: string): SandboxOptionError {
  if (cause.code === 'EADDRINUSE') {
    return new SandboxOptionError(`--port ${port} is in use. Stop what is running there or choose another --port.`, {
      cause,
    })
  }
  return new SandboxOptionError(
    `--port ${port} on ${host} cannot be opened (${cause.code ?? 'unknown'}). Choose another --port.`,
    { cause },
  )
}

function close(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    if ('closeAllConnections' in server) server.closeAllConnections()
  })
}
