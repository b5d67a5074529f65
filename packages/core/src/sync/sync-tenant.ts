import { type AdAccount, addDays, dayAt } from '@adpane/contract'
import type { StructureDesk } from '../ads/structure-desk.ts'
import type { Clock } from '../clock.ts'
import type { FactDesk } from '../insights/fact-desk.ts'
import type { Store } from '../store/store.ts'
import { readAccounts, saveAccounts } from '../tenants/account-store.ts'
import type { Organizations } from '../tenants/organizations.ts'

export interface SyncOptions {
  /** Days read back from today, today included. @default 62, which covers 30 days and the 30 before */
  days?: number
  /** Told each time another part of the work is done. */
  onProgress?: (progress: SyncProgress) => void
}

export interface SyncProgress {
  tenantId: string
  done: number
  total: number
}

interface SyncParts {
  store: Store
  organizations: Organizations
  facts: FactDesk
  structure: StructureDesk
  clock: Clock
}

// Most of the time goes by while Meta prepares reports; a few accounts can wait side by side.
const ACCOUNTS_AT_ONCE = 4

const LEVELS = ['account', 'campaign', 'adset', 'ad'] as const

/** Reads a tenant's accounts, their structure and their recent days, so that a page finds its numbers in the store. */
export async function syncTenant(
  parts: SyncParts,
  tenantId: string,
  { days = 62, onProgress = () => {} }: SyncOptions = {},
): Promise<void> {
  const accounts = await syncAccounts(parts, tenantId)
  const progress = { tenantId, done: 0, total: accounts.length * (LEVELS.length + 1) }
  const step = () => onProgress({ ...progress, done: ++progress.done })
  for (let first = 0; first < accounts.length; first += ACCOUNTS_AT_ONCE) {
    const group = accounts.slice(first, first + ACCOUNTS_AT_ONCE)
    await Promise.all(group.map((account) => syncAccount(parts, tenantId, account, days, step)))
  }
}

/** Reads which ad accounts the tenant's token reaches. */
export async function syncAccounts({ store, organizations, clock }: SyncParts, tenantId: string): Promise<AdAccount[]> {
  const api = await organizations.apiOf(tenantId)
  const found = await Array.fromAsync(api.listAdAccounts())
  return store.withTenant(tenantId, async (tx) => {
    await saveAccounts(tx, tenantId, found, clock.now())
    return readAccounts(tx, tenantId)
  })
}

async function syncAccount(
  { structure, facts, clock }: SyncParts,
  tenantId: string,
  account: AdAccount,
  days: number,
  step: () => void,
): Promise<void> {
  await structure.refresh(tenantId, account)
  step()
  const until = dayAt(clock.now(), account.timezone)
  const since = addDays(until, 1 - days)
  const slice = { tenantId, accountId: account.id, breakdowns: '', increment: '1', since, until } as const
  await Promise.all(
    LEVELS.map(async (level) => {
      await facts.refresh({ ...slice, level })
      step()
    }),
  )
}
