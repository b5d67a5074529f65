import { createAdaptorServer, type HttpBindings, type ServerType } from '@hono/node-server'
import { Hono } from 'hono'
import { createControlApp, createNoControlApp } from './control/create-control-app.ts'
import { createControlledSandbox } from './control/create-controlled-sandbox.ts'
import { controlPath } from './control/open-api.ts'
import { createSandboxControl, type SandboxControl } from './control/sandbox-control.ts'
import type { SandboxState } from './graph/graph-call.ts'
import { createImageApp } from './assets/image-app.ts'
import { createPreviewApp } from './assets/preview-app.ts'
import { createGraphApp } from './http/graph-app.ts'
import { guardRealResults } from './http/guard-real-results.ts'
import { createMediaApp } from './http/media-app.ts'
import { createExportApp } from './insights/export-app.ts'
import type { RequestLog } from './http/request-log.ts'
import { defaultVersion } from './http/versions.ts'
import { createDialogApp } from './identity/dialog/dialog-app.ts'
import { reachableName } from './listen-address.ts'
import { planWorld } from './plan-world.ts'
import { resolveOptions, SandboxOptionError, type ResolvedOptions, type SandboxOptions } from './sandbox-options.ts'
import { startPage } from './start-page/start-page.ts'

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
  /** Where the control API answers; absent while it is off. */
  controlUrl?: string
}

/** A running sandbox. */
export interface Sandbox extends Announcement {
  announcement(): Announcement
  /** What was asked so far. */
  requests: RequestLog
  /** Faults, time and state, for tests in the same process; needs no control API. */
  control: SandboxControl
  /** Stops answering and frees the port. */
  close(): Promise<void>
}

/**
 * Starts a local Graph API on real HTTP.
 *
 * @throws {SandboxOptionError} An option is out of range, the port is taken, or the host is none of this machine.
 * @throws {ResultsFileError} The results file is missing or malformed.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const resolved = resolveOptions(options)
  const plan = await planWorld(resolved)
  const controlled = createControlledSandbox(plan, resolved)
  const { state, requests } = controlled
  const app = new Hono<{ Bindings: HttpBindings }>()
    .route('/__media', createMediaApp())
    .route(controlPath, resolved.control ? createControlApp(controlled) : createNoControlApp())
    .get('/', startPage(controlled, resolved))
    .route('/', createDialogApp(state))
    .route('/', createImageApp(state))
    .route('/', createPreviewApp(state))
  if (resolved.results !== undefined) app.use(guardRealResults(resolved.host))
  app.route('/', createExportApp(state)).route('/', createGraphApp(state, requests))
  const server = createAdaptorServer({ fetch: app.fetch, serverOptions: { maxHeaderSize: maxAddressBytes } })
  // Node's five seconds are short enough for a client to meet a connection that is just being closed.
  if ('keepAliveTimeout' in server) server.keepAliveTimeout = 65_000
  const port = await listen(server, resolved)
  const url = `http://${reachableName(resolved.host)}:${port}`
  const announced = announcementOf(state, url, resolved.control)
  return {
    ...announced,
    announcement: () => announced,
    requests,
    control: createSandboxControl(controlled),
    close: () => {
      state.webhooks.close()
      return close(server)
    },
  }
}

function announcementOf({ identity, clock, world }: SandboxState, url: string, hasControl: boolean): Announcement {
  const { appId, appSecret, accessToken } = identity
  return {
    url,
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
    ...(hasControl ? { controlUrl: `${url}${controlPath}` } : {}),
  }
}

// Graph takes long addresses: field expansion and filters travel in them.
const maxAddressBytes = 256 * 1024

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
  if (cause.code === 'EADDRNOTAVAIL' || cause.code === 'ENOTFOUND') {
    return new SandboxOptionError(
      `--host ${host} is no address of this machine. Leave it out for 127.0.0.1, or give 0.0.0.0 for all it has.`,
      { cause },
    )
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
