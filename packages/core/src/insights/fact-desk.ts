import type { AdAccount } from '@adpane/contract'
import type { Clock } from '../clock.ts'
import type { AdsError } from '../errors/ads-error.ts'
import { type Order, type OrderBook, waitFor } from '../orders/order-book.ts'
import type { Store } from '../store/store.ts'
import type { Organizations } from '../tenants/organizations.ts'
import { type FactSlice, type Period, periodsOf, sliceKey } from './fact-slice.ts'
import { readCoverage } from './fact-store.ts'
import { fetchFacts, isSyncSized } from './fetch-facts.ts'
import { isStale } from './freshness.ts'
import { saveFacts } from './save-facts.ts'

export interface FactDeskOptions {
  store: Store
  organizations: Organizations
  orders: OrderBook
  clock: Clock
  /** Told after facts of an account were stored. */
  onSaved: (slice: FactSlice) => Promise<void>
}

/** What is known of a slice at the moment of an answer. */
export interface SliceState {
  /** When each period was read, by its first day. */
  coverage: ReadonlyMap<string, Date>
  /** A report that is on its way for what is missing. */
  pending?: { reportId: string; progress: number }
  /** The last try to read what is missing or newer failed; what is known stays. */
  error?: AdsError
  /** True when this very question made Meta answer. */
  cameFromMeta: boolean
}

/** Where facts are ordered from Meta: one order at a time for the same slice, however many pages ask. */
export interface FactDesk {
  /**
   * Brings a slice up to date as far as a page may wait, and says what is known.
   *
   * Missing periods are read from Meta; aged ones are read again behind the page's back.
   */
  prepare(account: AdAccount, slice: FactSlice): Promise<SliceState>
  /** Reads a whole slice anew and waits for it. For background jobs. */
  refresh(slice: FactSlice): Promise<void>
}

/** Longest a page waits for one small call to Meta. */
export const PAGE_WAIT_MS = 4_000
// A report is only given the time it takes Meta to refuse it.
const REFUSAL_MS = 250

export function createFactDesk({ store, organizations, orders, clock, onSaved }: FactDeskOptions): FactDesk {
  async function prepare(account: AdAccount, slice: FactSlice): Promise<SliceState> {
    const coverage = await readKnown(slice)
    const periods = periodsOf(slice)
    const missing = spanOf(periods.filter((period) => !coverage.has(period.since)))
    if (missing) return fill({ ...slice, ...missing }, slice, coverage)
    const now = clock.now()
    const isAged = ({ since, until }: Period) => isStale(until, coverage.get(since) ?? now, now, account.timezone)
    const aged = spanOf(periods.filter(isAged))
    const error = aged && place({ ...slice, ...aged }).error
    return { coverage, cameFromMeta: false, ...(error ? { error } : {}) }
  }

  async function fill(gap: FactSlice, slice: FactSlice, coverage: ReadonlyMap<string, Date>): Promise<SliceState> {
    const order = place(gap)
    await waitFor(order, isSyncSized(gap) ? PAGE_WAIT_MS : REFUSAL_MS)
    if (order.error) return { coverage, error: order.error, cameFromMeta: false }
    const known = await readKnown(slice)
    if (order.isDone) return { coverage: known, cameFromMeta: true }
    return { coverage: known, pending: { reportId: order.id, progress: order.progress }, cameFromMeta: false }
  }

  function readKnown(slice: FactSlice): Promise<Map<string, Date>> {
    return store.withTenant(slice.tenantId, (tx) => readCoverage(tx, slice))
  }

  function place(slice: FactSlice): Order {
    return orders.place(`facts ${sliceKey(slice)}`, async (signal, onProgress) => {
      const syncedAt = clock.now()
      const api = await organizations.apiOf(slice.tenantId)
      const rows = await fetchFacts(api, slice, { signal, onProgress, sleep })
      signal.throwIfAborted()
      await saveFacts(store, slice, rows, syncedAt)
      await onSaved(slice)
    })
  }

  return {
    prepare,
    refresh: async (slice) => {
      const order = place(slice)
      await order.settled
      if (order.error) throw order.error
    },
  }
}

function spanOf(periods: readonly Period[]): Period | undefined {
  const first = periods[0]
  const last = periods.at(-1)
  return first && last && { since: first.since, until: last.until }
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer)
      reject(signal.reason as Error)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', end)
      resolve()
    }, ms)
    signal.addEventListener('abort', end, { once: true })
  })
}
