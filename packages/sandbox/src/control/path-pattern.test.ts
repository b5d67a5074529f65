import fc from 'fast-check'
import { expect, it } from 'vitest'
import { pathPattern } from './path-pattern.ts'

it.each([
  ['*', '', true],
  ['*', 'act_1/insights', true],
  ['act_*/insights', 'act_1/insights', true],
  ['/act_*/insights/', 'act_1/insights', true],
  ['act_*/insights', 'act_1/ads', false],
  ['act_*/insights', '120210000010000001/insights', false],
  ['act_*/insights', 'act_1/insights/more', false],
  ['act_*', 'act_1/insights', false],
  ['*/insights', 'act_1/insights', true],
  ['act_1/**', 'act_1', true],
  ['act_1/**', 'act_1/ads/extra', true],
  ['**', '', true],
  ['a*b*c', 'a1b2c', true],
  ['a*b*c', 'abc', true],
  ['ab*ba', 'aba', false],
  ['me', 'me', true],
  ['me.accounts', 'meXaccounts', false],
])('pattern %s on path "%s": %s', (pattern, path, fits) => {
  const parts = path === '' ? [] : path.split('/')
  expect(pathPattern(pattern)(parts)).toBe(fits)
})

it('answers a hostile pattern at once', () => {
  const test = pathPattern(`${'a*'.repeat(80)}b`)
  const started = performance.now()
  expect(test(['a'.repeat(100_000)])).toBe(false)
  expect(performance.now() - started).toBeLessThan(5000)
})

it('fits what the same pattern fits as a regular expression', () => {
  const text = (...letters: string[]) => fc.string({ unit: fc.constantFrom(...letters), maxLength: 7 })
  fc.assert(
    fc.property(
      text('a', 'b', '*').filter((pattern) => !/^\*{0,2}$/.test(pattern)),
      text('a', 'b'),
      (pattern, part) => {
        const expected = new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(part)
        expect(pathPattern(pattern)([part])).toBe(expected)
      },
    ),
    { numRuns: 2000 },
  )
})
