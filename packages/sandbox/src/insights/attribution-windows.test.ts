import fc from 'fast-check'
import { expect, it } from 'vitest'
import { at, type Measure } from '../world/facts.ts'
import { attributionWindows, partsOf, windowPartNames, windowValue, type WindowPart } from './attribution-windows.ts'
import { deriveParts } from './derive-parts.ts'
import { layoutOf } from './measure-layout.ts'

const layout = layoutOf(false, partsOf(['1d_click']))

const days = fc
  .record({ purchases: fc.nat(400), value: fc.nat(9_000_000), seed: fc.nat(), day: fc.nat(30_000) })
  .map(({ purchases, value, seed, day }) => {
    const vector = new Float64Array(layout.size)
    vector[at.purchases] = purchases
    vector[at.purchaseValue] = purchases === 0 ? 0 : value
    vector[at.linkClicks] = purchases * 30
    deriveParts(vector, layout, seed, day)
    return vector
  })

function windowsOf(vector: Float64Array, measure: Measure) {
  const part = (name: WindowPart) => vector[layout.windows.get(measure)?.get(name) ?? -1] ?? Number.NaN
  const value = vector[at[measure]] ?? 0
  return Object.fromEntries(attributionWindows.map((window) => [window, windowValue(window, value, part)]))
}

it('needs no pieces unless a window beyond the default is asked', () => {
  expect(partsOf([])).toEqual([])
  expect(partsOf(['default'])).toEqual([])
  expect(partsOf(['default', '28d_click'])).toEqual(windowPartNames)
})

it('widens from one day over seven to 28, and splits the default into clicks of seven days and views of one', () => {
  fc.assert(
    fc.property(days, fc.constantFrom<Measure>('purchases', 'purchaseValue', 'linkClicks'), (vector, measure) => {
      const windows = windowsOf(vector, measure)
      const total = vector[at[measure]] ?? 0
      for (const kind of ['click', 'view']) {
        const [one = 0, seven = 0, all = 0] = [1, 7, 28].map((length) => windows[`${length}d_${kind}`])
        expect(one).toBeGreaterThanOrEqual(0)
        expect(seven).toBeGreaterThanOrEqual(one)
        expect(all).toBeGreaterThanOrEqual(seven)
      }
      expect((windows['7d_click'] ?? 0) + (windows['1d_view'] ?? 0)).toBe(total)
      expect(windows['default']).toBe(total)
      expect(windows['incrementality']).toBeLessThanOrEqual(total)
      expect(windows['7d_view_first_conversion']).toBeLessThanOrEqual(windows['7d_view_all_conversions'] ?? 0)
      expect(windows['skan_click']).toBeUndefined()
    }),
  )
})
