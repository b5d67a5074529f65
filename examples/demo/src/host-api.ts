import type { AdsSession } from '@adpane/ui'

/** A store of the product; Adpane calls it a tenant. */
export interface Tenant {
  id: string
  name: string
}

/** Where the demo's numbers come from, and what time it is there. */
export interface DataSource {
  kind: 'sandbox' | 'results' | 'meta'
  /** ISO instant. A sandbox has its own clock. */
  now: string
  /** The ad account each store opens with, by tenant. */
  firstAccounts: Record<string, string | undefined>
  /** The file of real results and the ad account they became; every other account stays invented. */
  results?: { file: string; accountId: string }
}

export interface DemoSession extends AdsSession {
  /** Where the ads routes are mounted. */
  endpoint: string
}

/** A route of the host answered with an error, or not at all. The message is for people. */
class HostError extends Error {
  override readonly name = 'HostError'
}

export function fetchTenants(): Promise<Tenant[]> {
  return ask<Tenant[]>('/tenants')
}

export function fetchDataSource(): Promise<DataSource> {
  return ask<DataSource>('/data-source')
}

/** Asks the host's own back end, which knows who is signed in, for a short session with the ads routes. */
export function fetchAdsSession(tenant: string): Promise<DemoSession> {
  return ask<DemoSession>('/ads-session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ tenant }),
  })
}

async function ask<Answer>(path: string, init?: RequestInit): Promise<Answer> {
  const response = await fetch(path, init).catch((error: unknown) => {
    throw new HostError('Harborline’s server does not answer. Is the demo still running?', { cause: error })
  })
  if (!response.ok) throw new HostError(`Harborline’s server answered ${path} with ${response.status}.`)
  return (await response.json()) as Answer
}
