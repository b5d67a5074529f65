import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseLooseJson } from './loose-json.ts'

it('reads everything strict JSON can say', () => {
  // Whole numbers of 16 digits and more are ids, and stay text.
  const scalar = fc.oneof(fc.string({ unit: 'binary' }), fc.boolean(), fc.constant(null), fc.integer())
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      scalar,
      fc.array(tie('value')),
      fc.dictionary(
        fc.string().filter((key) => key !== '__proto__'),
        tie('value'),
      ),
    ),
  }))
  fc.assert(
    fc.property(value, (item) => {
      expect(parseLooseJson(JSON.stringify(item))).toEqual({ value: item })
    }),
  )
})

it('reads bare keys, single quotes and trailing commas', () => {
  expect(parseLooseJson(`[{field:"ad.impressions",operator:'GREATER_THAN',value:0},]`)).toEqual({
    value: [{ field: 'ad.impressions', operator: 'GREATER_THAN', value: 0 }],
  })
  expect(parseLooseJson(`{'name':'it\\'s "here"'}`)).toEqual({ value: { name: 'it\'s "here"' } })
})

it('keeps long ids as they are', () => {
  expect(parseLooseJson('[120210000000001234]')).toEqual({ value: ['120210000000001234'] })
})

it('refuses other text, however long or deep, without failing', () => {
  for (const text of ['', '{', '[1 2]', '{"a"}', '"open', '[1]]', '['.repeat(100_000)]) {
    expect(parseLooseJson(text)).toBeUndefined()
  }
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseLooseJson(text)))
})
