import fc from 'fast-check'
import { expect, it } from 'vitest'
import { packCalls, type Packable } from './pack-calls.ts'

const limits = { operations: 50, bytes: 1000, points: 60 }

const operations = fc
  .array(
    fc.record({
      back: fc.array(fc.nat({ max: 60 }), { maxLength: 2 }),
      bytes: fc.integer({ min: 1, max: 1200 }),
      points: fc.constantFrom(1, 3),
      createsAd: fc.boolean(),
      isAlone: fc.boolean(),
      isApart: fc.boolean(),
      adSetOf: fc.option(fc.constantFrom('1', '2'), { nil: undefined }),
    }),
    { maxLength: 200 },
  )
  .map((drafts) =>
    drafts.map(({ back, ...draft }, index): Packable => {
      const parents = [...new Set(back.filter((steps) => steps > 0 && steps <= index).map((steps) => index - steps))]
      return { index, parents, ...draft }
    }),
  )

it('sends nothing twice, nothing before what it needs, and nothing above a limit', () => {
  fc.assert(
    fc.property(operations, (all) => {
      const calls = packCalls(all, limits)
      const packed = calls.flat()
      expect(new Set(packed).size).toBe(packed.length)
      for (const call of calls) {
        const members = call.map((index) => all[index]).filter((member) => member !== undefined)
        for (const { parents } of members) expect(parents.every((parent) => call.includes(parent))).toBe(true)
        if (members.length === 1) continue
        expect(members.some(({ isAlone }) => isAlone)).toBe(false)
        expect(members.length).toBeLessThanOrEqual(50)
        expect(members.filter(({ createsAd }) => createsAd).length).toBeLessThanOrEqual(10)
        expect(members.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(1000)
        expect(members.reduce((sum, { points }) => sum + points, 0)).toBeLessThanOrEqual(60)
        expect(call).toEqual(call.toSorted((a, b) => a - b))
      }
    }),
  )
})

it('comes to an end: each round sends something, until all is sent', () => {
  fc.assert(
    fc.property(operations, (all) => {
      let open = all
      for (let round = 0; open.length > 0; round++) {
        const sent = new Set(packCalls(open, limits).flat())
        expect(sent.size).toBeGreaterThan(0)
        const rest = open.filter(({ index }) => !sent.has(index))
        open = rest.map((operation) => ({
          ...operation,
          parents: operation.parents.filter((parent) => !sent.has(parent)),
        }))
      }
    }),
  )
})

it('keeps together what needs each other, though there is room left in an earlier call', () => {
  const families = Array.from({ length: 20 }, (_, family) =>
    [0, 1, 2].map((member) => aPackable(family * 3 + member, member)),
  )
  const calls = packCalls(families.flat(), { operations: 50, bytes: 1e6, points: Infinity })
  expect(calls.map((call) => call.length)).toEqual([48, 12])
})

it('makes no two ad sets of one campaign in a call, where it has the choice', () => {
  const sets = ['1', '2', '1', '2', '3'].map((adSetOf, index) => ({ ...aPackable(index, 0), adSetOf }))
  expect(packCalls(sets, limits)).toEqual([
    [0, 1, 4],
    [2, 3],
  ])
})

function aPackable(index: number, depth: number): Packable {
  const parents = depth === 0 ? [] : [index - 1]
  return { index, parents, bytes: 1, points: 1, createsAd: false, isAlone: false, isApart: false }
}
