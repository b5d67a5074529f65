import { AdsError } from '../errors/ads-error.ts'

/** Something being read from Meta, for whoever asks meanwhile. */
export interface Order {
  readonly id: string
  /** 0–1. */
  progress: number
  isDone: boolean
  /** Why it failed, once it has. */
  error?: AdsError
  /** Settles when the work has ended, well or badly; never rejects. */
  settled: Promise<void>
}

/** Work under way by name, so that the same thing is never ordered twice at once. */
export interface OrderBook {
  /** Joins the order of that name, or starts it. */
  place(key: string, work: (signal: AbortSignal, onProgress: (progress: number) => void) => Promise<void>): Order
  /** Stops everything under way and waits for it to end. */
  close(): Promise<void>
}

export function createOrderBook(): OrderBook {
  const orders = new Map<string, Order>()
  const stopping = new AbortController()
  return {
    place: (key, work) => {
      const running = orders.get(key)
      if (running) return running
      const order: Order = { id: crypto.randomUUID(), progress: 0, isDone: false, settled: Promise.resolve() }
      orders.set(key, order)
      order.settled = work(stopping.signal, (progress) => (order.progress = progress)).then(
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
    },
    close: async () => {
      stopping.abort(new AdsError('internal', 'The server is stopping.'))
      await Promise.all([...orders.values()].map((order) => order.settled))
    },
  }
}

const FAILURE_HELD_MS = 3_000

/** Waits for an order, but no longer than a page may wait. */
export async function waitFor(order: Order, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)))
  await Promise.race([order.settled, limit])
  clearTimeout(timer)
}

function asAdsError(error: unknown): AdsError {
  if (error instanceof AdsError) return error
  return new AdsError('internal', 'Reading from Meta failed for a reason of ours.', { cause: error })
}
