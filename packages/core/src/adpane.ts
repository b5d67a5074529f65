import type { AdAccount, InsightsQuery, InsightsResponse, ObjectsQuery } from '@adpane/contract'
import type { ObjectLevel } from './ads/object-store.ts'
import { type ObjectResponses, readObjectRows } from './ads/read-objects.ts'
import { createStructureDesk } from './ads/structure-desk.ts'
import type { Cache } from './cache/cache.ts'
import { createInProcessCache } from './cache/in-process-cache.ts'
import { forget, remember } from './cache/remember.ts'
import { type Clock, systemClock } from './clock.ts'
import { AccountNotAllowedError } from './errors/account-not-allowed-error.ts'
import { createGraphClient, type GraphClientOptions } from './graph/graph-client.ts'
import { createFactDesk } from './insights/fact-desk.ts'
import { createOrderBook } from './orders/order-book.ts'
import { readInsights } from './insights/read-insights.ts'
import type { Store } from './store/store.ts'
import { type SyncOptions, syncAccounts, syncTenant } from './sync/sync-tenant.ts'
import { readAccounts } from './tenants/account-store.ts'
import type { KeyRing } from './tenants/key-ring.ts'
import { createOrganizations, type TenantConnection } from './tenants/organizations.ts'

export interface AdpaneOptions {
  /** What Adpane remembers. The caller opened it; {@link Adpane.close} closes it. */
  store: Store
  /** The Meta app that speaks to the Graph API. */
  graph: GraphClientOptions
  /** Seals tenants' tokens. */
  keyRing: KeyRing
  /** Where answers are kept for a moment; {@link Adpane.close} closes it. @default in process */
  cache?: Cache
  /** The server's one source of time. @default systemClock */
  clock?: Clock
}

/** Everything the server knows, for many tenants. Every method names its tenant and sees nothing of another. */
export interface Adpane {
  tenants: {
    /** Creates a tenant where absent, seals its token, and reads which ad accounts it reaches. */
    connect(connection: TenantConnection): Promise<AdAccount[]>
    list(): Promise<{ id: string; name: string }[]>
  }
  accounts: {
    list(tenantId: string): Promise<AdAccount[]>
    /** @throws {AccountNotAllowedError} No such account in this tenant. */
    get(tenantId: string, accountId: string): Promise<AdAccount>
  }
  insights: {
    /** Never waits on Meta longer than a fixed budget: unknown numbers follow as `pending`. */
    read(tenantId: string, accountId: string, query: InsightsQuery): Promise<InsightsResponse>
  }
  objects: {
    /** Campaigns, ad sets or ads with their metrics over a range. */
    read<L extends ObjectLevel>(
      tenantId: string,
      accountId: string,
      level: L,
      query: ObjectsQuery,
    ): Promise<ObjectResponses[L]>
  }
  sync: {
    /** Reads structure and recent days of every account of a tenant into the store. */
    tenant(tenantId: string, options?: SyncOptions): Promise<void>
  }
  /** Stops what is under way and closes the store. */
  close(): Promise<void>
}

/** Puts the server's parts together. */
export function createAdpane({
  store,
  graph,
  keyRing,
  cache = createInProcessCache(),
  clock = systemClock,
}: AdpaneOptions): Adpane {
  const client = createGraphClient({ clock, ...graph })
  const organizations = createOrganizations(store, client, keyRing)
  const orders = createOrderBook()
  const facts = createFactDesk({ store, organizations, orders, clock, onSaved: (saved) => forget(cache, saved) })
  const structure = createStructureDesk({
    store,
    organizations,
    orders,
    clock,
    onSaved: (saved) => forget(cache, saved),
  })
  const parts = { store, organizations, facts, structure, clock }

  const listAccounts = (tenantId: string) => store.withTenant(tenantId, (tx) => readAccounts(tx, tenantId))
  const getAccount = async (tenantId: string, accountId: string) => {
    const account = (await listAccounts(tenantId)).find(({ id }) => id === accountId)
    if (!account) throw new AccountNotAllowedError()
    return account
  }

  return {
    tenants: {
      connect: async (connection) => {
        // Tried before it is stored: a mistyped token must not replace one that works.
        const options = { tenantId: connection.id, lane: 'interactive' } as const
        await client.withToken(connection.accessToken, options).listAdAccounts().next()
        await organizations.save(connection)
        return syncAccounts(parts, connection.id)
      },
      list: () => organizations.list(),
    },
    accounts: { list: listAccounts, get: getAccount },
    insights: {
      read: async (tenantId, accountId, query) => {
        const account = await getAccount(tenantId, accountId)
        return remember(cache, { tenantId, accountId }, ['insights', query], async () => {
          // Names, statuses and parents of rows below the account come from its structure.
          if (query.level !== 'account') await structure.prepare(tenantId, account)
          return readInsights(store, facts, tenantId, account, query)
        })
      },
    },
    objects: {
      read: async (tenantId, accountId, level, query) => {
        const account = await getAccount(tenantId, accountId)
        return remember(cache, { tenantId, accountId }, [level, query], async () => {
          await structure.prepare(tenantId, account)
          return readObjectRows(store, facts, tenantId, account, level, query)
        })
      },
    },
    sync: { tenant: (tenantId, options) => syncTenant(parts, tenantId, options) },
    close: async () => {
      await orders.close()
      await cache.close()
      await store.close()
    },
  }
}
