import type { AdAccount } from '@adpane/contract'
import type { Clock } from '../clock.ts'
import { AdsError } from '../errors/ads-error.ts'
import type { InsightsJson } from '../graph/insights-json.ts'
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
  clock: Clock
  /** Longest a page waits for one small call to Meta, in ms. @default 4000 */
  waitMs?: number
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
  refresh(slice: FactSlice, onProgress?: (progress: number) => void): Promise<void>
  /** Stops what is under way. */
  close(): Promise<void>
}

export function createFactDesk({ store, organizations, clock, waitMs = 4_000 }: FactDeskOptions): FactDesk {
  const orders = new Map<string, Order>()
  const stopping = new AbortController()

  async function prepare(account: AdAccount, slice: FactSlice): Promise<SliceState> {
    const coverage = await store.withTenant(slice.tenantId, (tx) => readCoverage(tx, slice))
    const periods = periodsOf(slice)
    const missing = spanOf(periods.filter((period) => !coverage.has(period.since)))
    if (missing) return fill({ ...slice, ...missing }, slice, coverage)
    const now = clock.now()
    const aged = spanOf(
      periods.filter((period) => isStale(period.until, coverage.get(period.since) ?? now, now, account.timezone)),
    )
    const order = aged && orderOf({ ...slice, ...aged })
    return { coverage, cameFromMeta: false, ...(order?.error ? { error: order.error } : {}) }
  }

  async function fill(gap: FactSlice, slice: FactSlice, coverage: ReadonlyMap<string, Date>): Promise<SliceState> {
    const order = orderOf(gap)
    // A large order is only given the time it takes Meta to refuse it; a small one the time to be answered.
    await Promise.race([order.done, timer(isSyncSized(gap) ? waitMs : Math.min(waitMs, REFUSAL_MS))])
    if (order.error) return { coverage, error: order.error, cameFromMeta: false }
    const known = await store.withTenant(slice.tenantId, (tx) => readCoverage(tx, slice))
    if (order.isDone) return { coverage: known, cameFromMeta: true }
    return { coverage: known, pending: { reportId: order.id, progress: order.progress }, cameFromMeta: false }
  }

  function orderOf(slice: FactSlice): Order {
    const key = sliceKey(slice)
    const running = orders.get(key)
    if (running) return running
    const order: Order = { id: crypto.randomUUID(), progress: 0, isDone: false, done: Promise.resolve() }
    orders.set(key, order)
    order.done = fulfil(slice, (progress) => (order.progress = progress)).then(
      () => {
        order.isDone = true
        orders.delete(key)
      },
      (error: unknown) => {
        order.error = asAdsError(error)
        // Widgets that ask in the same breath get the same answer; a later try is a new order.
        setTimeout(() => orders.delete(key), FAILURE_HELD_MS).unref()
      },
    )
    return order
  }

  async function fulfil(slice: FactSlice, onProgress: (progress: number) => void): Promise<void> {
    const { signal } = stopping
    const syncedAt = clock.now()
    const api = await organizations.apiOf(slice.tenantId)
    const rows: InsightsJson[] = []
    for await (const row of fetchFacts(api, slice, { signal, onProgress, sleep })) rows.push(row)
    signal.throwIfAborted()
    await saveFacts(store, slice, rows, syncedAt)
  }

  return {
    prepare,
    refresh: (slice, onProgress = () => {}) => fulfil(slice, onProgress),
    close: async () => {
      stopping.abort()
      await Promise.all([...orders.values()].map((order) => order.done))
    },
  }
}

interface Order {
  id: string
  progress: number
  isDone: boolean
  /** Settles without rejecting; failures stand in `error`. */
  done: Promise<void>
  error?: AdsError
}

const REFUSAL_MS = 250
const FAILURE_HELD_MS = 3_000

function asAdsError(error: unknown): AdsError {
  return error instanceof AdsError
    ? error
    : new AdsError('internal', 'Reading from Meta failed for a reason of ours.', { cause: error })
}

function spanOf(periods: readonly Period[]): Period | undefined {
  const first = periods[0]
  const last = periods.at(-1)
  return first && last && { since: first.since, until: last.until }
}

function timer(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref())
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const handle = setTimeout(resolve, ms)
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(handle)
        reject(signal.reason as Error)
      },
      { once: true },
    )
  })
}
