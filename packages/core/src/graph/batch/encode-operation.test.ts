import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { BatchOperation } from './batch-operation.ts'
import { encodeOperation } from './encode-operation.ts'
import { looksLikeReference, reference } from './reference.ts'

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    'a&b=c',
    '+ + +',
    '100 %',
    '%26',
    '#1',
    '"q"',
    "'",
    '\\',
    '🏕️👩‍👩‍👧',
    'مرحبا',
    '‮',
    '{',
    '}',
    '{{result',
    '\n',
  ),
)
const json = fc.oneof(text, fc.integer(), fc.boolean(), fc.jsonValue({ maxDepth: 3 }))

it('is taken apart by Meta into exactly what was given', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('GET', 'POST', 'DELETE'),
      fc.dictionary(text, json, { maxKeys: 5 }),
      (method, params) => {
        fc.pre(!looksLikeReference(params))
        const item = encodeOperation({ method, path: 'act_1/ads', params }, { version: 'v25.0', resolve: String })
        const [path, query = ''] = item.relative_url.split('?')
        const sent = Object.fromEntries(new URLSearchParams(method === 'POST' ? item.body : query))
        const kept = Object.entries(params).filter(([, value]) => value !== null)
        expect(path).toBe('v25.0/act_1/ads')
        // Half a surrogate pair has no place in a URL; all else arrives as it was.
        const asText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value)).toWellFormed()
        expect(sent).toEqual(Object.fromEntries(kept.map(([name, value]) => [name.toWellFormed(), asText(value)])))
      },
    ),
  )
})

it('leaves references as they are, among whatever surrounds them', () => {
  fc.assert(
    fc.property(text, (words) => {
      fc.pre(!looksLikeReference(words))
      const source: BatchOperation = { method: 'POST', path: 'act_1/adimages' }
      const spec = { words, link_data: { image_hash: reference(source, '$.images.*.hash') } }
      const item = encodeOperation(
        { method: 'POST', path: [reference(source), 'ads'], params: { spec } },
        { version: 'v25.0', resolve: ({ path }) => `{result=o1:${path}}` },
      )
      expect(item.relative_url).toBe('v25.0/{result=o1:$.id}/ads')
      const sent = new URLSearchParams(item.body).get('spec') ?? ''
      expect(JSON.parse(sent)).toEqual({
        words: words.toWellFormed(),
        link_data: { image_hash: '{result=o1:$.images.*.hash}' },
      })
    }),
  )
})

it('fails loudly where a reference was made into a text', () => {
  const source: BatchOperation = { method: 'POST', path: 'act_1/campaigns' }
  expect(() => reference(source).toString()).toThrow(TypeError)
  expect(() => JSON.stringify({ campaign_id: reference(source) })).toThrow(TypeError)
})
