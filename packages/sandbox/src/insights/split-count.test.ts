import fc from 'fast-check'
import { expect, it } from 'vitest'
import { splitCount } from './split-count.ts'

const cellsOf = (count: number) => ({ values: new Float64Array(count), stride: 1, offset: 0 })
const weightLists = fc.array(fc.double({ min: 0, max: 1000, noNaN: true }), { minLength: 1, maxLength: 40 })
const phases = fc.double({ min: 0, max: 0.999999, noNaN: true })
const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, number) => total + number, 0)

it('gives whole parts that sum to the total, whatever the weights', () => {
  fc.assert(
    fc.property(fc.nat(5_000_000), weightLists, phases, (total, weights, phase) => {
      const target = cellsOf(weights.length)
      splitCount(total, Float64Array.from(weights), phase, target)
      expect(sum(target.values)).toBe(total)
      expect(target.values.every((part) => part >= 0 && Number.isInteger(part))).toBe(true)
    }),
  )
})

it('keeps within the caps when they have room for the total', () => {
  const withCaps = fc
    .array(fc.tuple(fc.double({ min: 0, max: 10, noNaN: true }), fc.nat(60)), { minLength: 1, maxLength: 30 })
    .chain((cells) => fc.tuple(fc.constant(cells), fc.nat(sum(cells.map(([, cap]) => cap)))))
  fc.assert(
    fc.property(withCaps, phases, ([cells, total], phase) => {
      const target = cellsOf(cells.length)
      const caps = Float64Array.from(cells, ([, cap]) => cap)
      splitCount(
        total,
        Float64Array.from(cells, ([weight]) => weight),
        phase,
        target,
        caps,
      )
      expect(sum(target.values)).toBe(total)
      target.values.forEach((part, cell) => expect(part).toBeLessThanOrEqual(caps[cell] ?? 0))
    }),
  )
})

it('follows the weights', () => {
  const target = cellsOf(3)
  splitCount(1000, Float64Array.of(5, 3, 2), 0.3, target)
  expect([...target.values]).toEqual([500, 300, 200])
})

it('lets a lone count fall anywhere its phase says', () => {
  const seen = new Set(
    [0.1, 0.5, 0.95].map((phase) => {
      const target = cellsOf(3)
      splitCount(1, Float64Array.of(1, 1, 1), phase, target)
      return target.values.indexOf(1)
    }),
  )
  expect(seen.size).toBe(3)
})
