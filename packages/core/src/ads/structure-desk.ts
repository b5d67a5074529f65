import type { AdAccount } from '@adpane/contract'
import type { Clock } from '../clock.ts'
import { PAGE_WAIT_MS } from '../insights/fact-desk.ts'
import { type Order, type OrderBook, waitFor } from '../orders/order-book.ts'
import type { Store } from '../store/store.ts'
import { markStructureRead, readStructureTime } from '../tenants/account-store.ts'
import type { Organizations } from '../tenants/organizations.ts'
import { syncStructure } from './sync-structure.ts'

export interface StructureDeskOptions {
  store: Store
  organizations: Organizations
  orders: OrderBook
  clock: Clock
  /** Told after the structure of an account was stored. */
  onSaved: (account: { tenantId: string; accountId: string }) => Promise<void>
}

/** Where an account's campaigns, ad sets and ads are ordered from Meta. */
export interface StructureDesk {
  /**
   * Makes sure the account's structure was read once, as far as a page may wait; aged structure is read again behind
   * the page's back.
   *
   * @throws {AdsError} It was never read and Meta could not be asked.
   */
  prepare(tenantId: string, account: AdAccount): Promise<void>
  /** Reads the structure anew and waits for it. For background jobs. */
  refresh(tenantId: string, account: AdAccount): Promise<void>
}

// Statuses and budgets are what people change by the minute; results follow the same rhythm.
const REFRESH_AFTER_MS = 15 * 60_000

export function createStructureDesk({
  store,
  organizations,
  orders,
  clock,
  onSaved,
}: StructureDeskOptions): StructureDesk {
  const place = (tenantId: string, account: AdAccount): Order =>
    orders.place(`structure ${JSON.stringify([tenantId, account.id])}`, async (signal) => {
      const now = clock.now()
      await syncStructure(store, await organizations.apiOf(tenantId), tenantId, account, now, signal)
      await store.withTenant(tenantId, (tx) => markStructureRead(tx, tenantId, account.id, now))
      await onSaved({ tenantId, accountId: account.id })
    })

  return {
    prepare: async (tenantId, account) => {
      const readAt = await store.withTenant(tenantId, (tx) => readStructureTime(tx, tenantId, account.id))
      if (readAt && clock.now().getTime() - readAt.getTime() <= REFRESH_AFTER_MS) return
      const order = place(tenantId, account)
      if (readAt) return
      await waitFor(order, PAGE_WAIT_MS)
      if (order.error) throw order.error
    },
    refresh: async (tenantId, account) => {
      const order = place(tenantId, account)
      await order.settled
      if (order.error) throw order.error
    },
  }
}
