import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createAudience } from './audience.ts'

const adSets = ['a', 'b', 'c']
const pools = new Map(adSets.map((id, index) => [id, Float64Array.of(900 * (index + 1), 400)]))
const audience = createAudience(5, pools, 2)

type Events = Map<string, Float64Array>

const events: fc.Arbitrary<Events> = fc
  .tuple(...adSets.map(() => fc.tuple(fc.nat(5000), fc.nat(5000))))
  .map((counts) => new Map(adSets.map((id, index) => [id, Float64Array.from(counts[index] ?? [])])))

const plus = (a: Events, b: Events): Events =>
  new Map(
    adSets.map((id) => [id, Float64Array.from(a.get(id) ?? [], (count, cell) => count + (b.get(id)?.[cell] ?? 0))]),
  )
const sum = (a: Events) => [...a.values()].flatMap((counts) => [...counts]).reduce((total, count) => total + count, 0)

it('obeys the laws of reach for any impressions', () => {
  const shares = fc.constantFrom(1, 0.06)
  fc.assert(
    fc.property(events, events, shares, (a, b, share) => {
      const [alone, other, together] = [a, b, plus(a, b)].map((some) => audience.people(some, share))
      expect(alone).toBeLessThanOrEqual(sum(a))
      expect(together).toBeGreaterThanOrEqual(Math.max(alone ?? 0, other ?? 0))
      expect(together).toBeLessThanOrEqual((alone ?? 0) + (other ?? 0))
    }),
  )
})

it('reaches nobody with nothing, and one person with one impression', () => {
  expect(audience.people(new Map(), 1)).toBe(0)
  expect(audience.people(new Map([['a', Float64Array.of(1, 0)]]), 1)).toBe(1)
})

it('tires out: the second thousand impressions find fewer new people than the first', () => {
  const reach = (count: number) => audience.people(new Map([['a', Float64Array.of(count, 0)]]), 1)
  expect(reach(2000) - reach(1000)).toBeLessThan(reach(1000))
})
