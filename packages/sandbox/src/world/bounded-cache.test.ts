import { expect, it } from 'vitest'
import { createBoundedCache } from './bounded-cache.ts'

it('stays within its limit however much is put in', () => {
  const cache = createBoundedCache<number>(1000)
  for (let index = 0; index < 5000; index++) {
    cache.set(String(index), index, 10)
    expect(cache.weight).toBeLessThanOrEqual(1000)
  }
  expect(cache.get('4999')).toBe(4999)
  expect(cache.get('0')).toBeUndefined()
})

it('keeps what is read again and again', () => {
  const cache = createBoundedCache<string>(1000)
  cache.set('mine', 'kept', 10)
  for (let index = 0; index < 500; index++) {
    cache.set(String(index), 'passing', 10)
    expect(cache.get('mine')).toBe('kept')
  }
})
