import { expect, it } from 'vitest'
import { businesses } from '../world/businesses.ts'
import { productPicture } from './media.ts'

it('draws the same picture again for the same subject and seed, and another for another', () => {
  expect(productPicture('tent', 5, 160)).toBe(productPicture('tent', 5, 160))
  expect(productPicture('tent', 5, 160)).not.toBe(productPicture('tent', 6, 160))
  expect(productPicture('tent', 5, 160)).not.toBe(productPicture('cup', 5, 160))
})

it('has a subject of its own for every product', () => {
  for (const { products, subjects } of businesses) {
    expect(subjects).toHaveLength(products.length)
    for (const subject of subjects) {
      if (subject !== 'bag') expect(productPicture(subject, 1, 160)).not.toBe(productPicture('unknown', 1, 160))
    }
  }
})
