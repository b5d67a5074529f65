import { basename } from 'node:path'
import { type Clock, clockStartingAt, type GraphClientOptions, systemClock, type TenantConnection } from '@adpane/core'
import { startSandbox } from '@adpane/sandbox'
import type { MetaCredentials } from './demo-options.ts'

/** Where the demo's numbers come from: the local Graph API with made-up or real results, or Meta. */
export interface OpenDataSource {
  kind: 'sandbox' | 'results' | 'meta'
  /** Name of the results file. */
  file?: string
  graph: GraphClientOptions
  /** What time it is there. */
  clock: Clock
  tenants: readonly TenantConnection[]
  /** Where pictures of ads come from, for the page's policy. */
  imageOrigins: readonly string[]
  sandbox?: SandboxAccess
  close: () => Promise<void>
}

/** What a developer needs to call the local Graph API by hand. */
export interface SandboxAccess {
  url: string
  version: string
  appId: string
  appSecret: string
  accessToken: string
}

export function openDataSource(options: { meta?: MetaCredentials; results?: string }): Promise<OpenDataSource> {
  return options.meta ? Promise.resolve(openMeta(options.meta)) : openSandbox(options.results)
}

async function openSandbox(results: string | undefined): Promise<OpenDataSource> {
  const sandbox = await startSandbox({ port: 0, ...(results && { results }) })
  const { url, version, appId, appSecret, accessToken } = sandbox
  return {
    kind: results ? 'results' : 'sandbox',
    ...(results && { file: basename(results) }),
    graph: { appId, appSecret, baseUrl: url, version },
    clock: clockStartingAt(new Date(sandbox.now)),
    tenants: sandbox.tenants,
    imageOrigins: [new URL(url).origin],
    sandbox: { url, version, appId, appSecret, accessToken },
    close: () => sandbox.close(),
  }
}

function openMeta({ appId, appSecret, accessToken }: MetaCredentials): OpenDataSource {
  return {
    kind: 'meta',
    graph: { appId, appSecret },
    clock: systemClock,
    tenants: [{ id: 'meta', name: 'Your Meta business', accessToken }],
    imageOrigins: ['https://*.fbcdn.net'],
    close: () => Promise.resolve(),
  }
}
