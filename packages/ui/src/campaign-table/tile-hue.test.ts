import { expect, it } from 'vitest'
import { TILE_HUES, tileHue } from './tile-hue.ts'

const ids = Array.from({ length: 800 }, (_, index) => String(120_210_000_000_000_000n + BigInt(index)))

it('gives an object the same colour every time', () => {
  expect(ids.map(tileHue)).toEqual(ids.map(tileHue))
})

it('uses every colour about equally, even for ids in a row', () => {
  const counts = Array.from({ length: TILE_HUES }, (_, hue) => ids.filter((id) => tileHue(id) === hue).length)
  for (const count of counts) expect(count).toBeGreaterThan(60)
})
