import { expect, it } from 'vitest'
import { createMediaStore } from './media-store.ts'

const media = (size: number) => ({ bytes: new Uint8Array(size), contentType: 'image/png' })

it('drops the oldest bytes when there are too many', () => {
  const store = createMediaStore(100)
  for (const hash of ['a', 'b', 'c']) store.put(hash, media(40))
  expect(store.get('a')).toBeUndefined()
  expect(store.get('b')?.bytes.length).toBe(40)
  expect(store.get('c')?.bytes.length).toBe(40)
})

it('counts the same bytes once however often they come', () => {
  const store = createMediaStore(100)
  for (let again = 0; again < 10; again++) store.put('a', media(40))
  store.put('b', media(40))
  expect(store.get('a')).toBeDefined()
})
