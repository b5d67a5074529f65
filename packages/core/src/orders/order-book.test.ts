import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { AdsError } from '../errors/ads-error.ts'
import { createOrderBook, type OrderBook, waitFor } from './order-book.ts'

let book: OrderBook
beforeEach(() => {
  vi.useFakeTimers()
  book = createOrderBook()
})
afterEach(() => vi.useRealTimers())

it('starts the same work once, however many ask', async () => {
  const work = vi.fn(async () => {})
  const orders = [book.place('a', work), book.place('a', work), book.place('b', work)]
  await Promise.all(orders.map((order) => order.settled))
  expect(work).toHaveBeenCalledTimes(2)
  expect(orders[0]).toBe(orders[1])
})

it('starts anew once the work has ended', async () => {
  const work = vi.fn(async () => {})
  await book.place('a', work).settled
  await book.place('a', work).settled
  expect(work).toHaveBeenCalledTimes(2)
})

it('tells a failure to everyone who asks in the same breath, and then tries again', async () => {
  const work = vi.fn(async () => {
    throw new AdsError('meta_unreachable', 'No answer.')
  })
  const order = book.place('a', work)
  await order.settled
  expect(book.place('a', work).error).toMatchObject({ code: 'meta_unreachable' })
  expect(work).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(3_000)
  await book.place('a', work).settled
  expect(work).toHaveBeenCalledTimes(2)
})

it('hides what went wrong inside behind a typed error', async () => {
  const order = book.place('a', async () => {
    throw new TypeError('x is not a function')
  })
  await order.settled
  expect(order.error).toMatchObject({ code: 'internal', action: 'contact_support' })
})

it('lets a page go on after its patience, while the work goes on', async () => {
  const order = book.place('a', () => new Promise((resolve) => setTimeout(resolve, 10_000)))
  const waiting = waitFor(order, 4_000)
  await vi.advanceTimersByTimeAsync(4_000)
  await waiting
  expect(order.isDone).toBe(false)
  await vi.advanceTimersByTimeAsync(6_000)
  expect(order.isDone).toBe(true)
})

it('stops what is under way when it closes', async () => {
  const order = book.place(
    'a',
    (signal) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error))),
  )
  await book.close()
  expect(order.error).toMatchObject({ message: 'The server is stopping.' })
})
