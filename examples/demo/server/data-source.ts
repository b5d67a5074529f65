import { basename } from 'node:path'
import { type Clock, clockStartingAt, type GraphClientOptions, systemClock, type TenantConnection } from '@adpane/core'
import { startSandbox } from '@adpane/sandbox'
import type { MetaCredentials } from './demo-options.ts'

/** Where the demo's numbers come from: the local Graph API with made-up or real results, or Meta. */
export interface OpenDataSource {
  kind: 'sandbox' | 'results' | 'meta'
  /** The file of real results and the ad account they became; every other account stays invented. */
  results?: { file: string; accountId: string }
  graph: GraphClientOptions
  /** What time it is there. */
  clock: Clock
  tenants: readonly DemoTenant[]
  /** Where pictures of ads come from, for the page's policy. */
  imageOrigins: readonly string[]
  sandbox?: SandboxAccess
  close: () => Promise<void>
}

export interface DemoTenant extends TenantConnection {
  /** The ad account a person sees first, `act_…`; Adpane's own order when absent. */
  firstAccount?: string
}

/** What a developer needs to call the local Graph API by hand. */
export interface SandboxAccess {
  url: string
  version: string
  appId: string
  appSecret: string
  accessToken: string
}

export interface DataSourceOptions {
  /** Run against Meta instead of the local Graph API. */
  meta?: MetaCredentials
  /** CSV file of real results for the local Graph API. */
  results?: string
  /** Where the local Graph API's clock starts. @default now, or the day after the results */
  now?: Date
}

export function openDataSource({ meta, ...options }: DataSourceOptions): Promise<OpenDataSource> {
  return meta ? Promise.resolve(openMeta(meta)) : openSandbox(options)
}

async function openSandbox({ results, now }: DataSourceOptions): Promise<OpenDataSource> {
  const sandbox = await startSandbox({ port: 0, ...(results && { results }), ...(now && { now }) })
  const { url, version, appId, appSecret, accessToken } = sandbox
  return {
    kind: results ? 'results' : 'sandbox',
    // The sandbox makes the results its first account.
    ...(results && { results: { file: basename(results), accountId: sandbox.accounts[0]?.id ?? '' } }),
    graph: { appId, appSecret, baseUrl: url, version },
    clock: clockStartingAt(new Date(sandbox.now)),
    tenants: sandbox.tenants.map(({ id, name, accessToken: token, accounts: [firstAccount] }) => ({
      id,
      name,
      accessToken: token,
      ...(firstAccount && { firstAccount }),
    })),
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
