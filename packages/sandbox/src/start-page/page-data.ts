import type { ControlledSandbox } from '../control/controlled-sandbox.ts'
import type { FaultRule } from '../control/faults.ts'
import { isFailed, type RequestEntry } from '../http/request-log.ts'
import { defaultVersion } from '../http/versions.ts'
import type { AccountUsage } from '../quota/quota.ts'

/** What the start page shows. Lists are cut to what a page can hold. */
export interface PageData {
  /** Without a trailing slash. */
  origin: string
  version: string
  hasControl: boolean
  clock: { now: Date; isFrozen: boolean }
  app: { id: string; name: string; secret: string }
  tenants: readonly PageTenant[]
  accounts: readonly PageAccount[]
  accountCount: number
  accessToken: string
  /** Whether secrets stand in the page, or only their ends. */
  areTokensShown: boolean
  /** Whether this reader may ask for them: only on this machine. */
  mayShowTokens: boolean
  /** Newest first. */
  requests: readonly RequestEntry[]
  requestCount: number
  failedCount: number
  faults: readonly FaultRule[]
  quota: { mode: string; isOverloaded: boolean; busiest: readonly AccountUsage[] }
  seed: number
  /** Whether the first account was loaded from a file and so is no invention. */
  hasResults: boolean
}

interface PageTenant {
  name: string
  accountCount: number
  accessToken: string
}

interface PageAccount {
  id: string
  name: string
  tenant: string
  currency: string
  timezone: string
}

export interface PageContext {
  origin: string
  hasControl: boolean
  areTokensShown: boolean
  mayShowTokens: boolean
}

const accountsShown = 12
const requestsShown = 20
const tenantsShown = 8

export function pageData({ state, requests, settings }: ControlledSandbox, context: PageContext): PageData {
  const { world, identity, clock, faults, quota } = state
  const usage = quota.state(clock.now().getTime())
  return {
    ...context,
    version: defaultVersion,
    clock: { now: clock.now(), isFrozen: clock.isFrozen },
    app: { id: identity.appId, name: identity.appName, secret: identity.appSecret },
    tenants: world.tenants.slice(0, tenantsShown).map(({ id, name, accounts }) => ({
      name,
      accountCount: accounts.length,
      accessToken: identity.tokenOfTenant(id) ?? '',
    })),
    accounts: world.tenants
      .flatMap(({ name: tenant, accounts }) =>
        accounts
          .slice(0, accountsShown)
          .map(({ id, name, currency, timezone }) => ({ id, name, tenant, currency, timezone })),
      )
      .slice(0, accountsShown),
    accountCount: world.accounts.length,
    accessToken: identity.accessToken,
    requests: requests.entries.slice(-requestsShown).toReversed(),
    requestCount: requests.count,
    failedCount: requests.entries.filter(isFailed).length,
    faults: faults.rules,
    quota: {
      mode: usage.mode,
      isOverloaded: usage.isOverloaded,
      busiest: [...usage.accounts].sort((a, b) => b.score / b.maxScore - a.score / a.maxScore).slice(0, 4),
    },
    seed: settings.seed,
    hasResults: settings.hasResults,
  }
}

/** Enough of a secret to tell it from others. */
export function masked(secret: string): string {
  return `${secret.slice(0, 8)}…`
}
