import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseFields } from './fields.ts'
import { GraphError } from './graph-error.ts'

it('reads expansion, edge arguments and aliases', () => {
  expect(
    parseFields("name, insights.time_range({'since':'2026-01-01','until':'2026-01-02'}).as(days){spend,reach}"),
  ).toEqual([
    { name: 'name', key: 'name', args: new Map() },
    {
      name: 'insights',
      key: 'days',
      args: new Map([
        ['time_range', "{'since':'2026-01-01','until':'2026-01-02'}"],
        ['as', 'days'],
      ]),
      children: [
        { name: 'spend', key: 'spend', args: new Map() },
        { name: 'reach', key: 'reach', args: new Map() },
      ],
    },
  ])
})

it('reads a JSON list and the fields() form', () => {
  expect(parseFields('["id","name"]').map(({ name }) => name)).toEqual(['id', 'name'])
  expect(parseFields('ads.fields(id)')[0]?.children?.[0]?.name).toBe('id')
})

it.each(['name{', 'name}', 'a.b', 'a.limit(1', '{}', 'a b', 'a,,b'])('calls %s a syntax error', (text) => {
  expect(() => parseFields(text)).toThrow(GraphError)
})

it('refuses hostile text with a Graph error and nothing else', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '{', '}', '(', ')', '.', ',', "'", ' ', '[') })
  fc.assert(
    fc.property(text, (fields) => {
      try {
        parseFields(fields)
      } catch (error) {
        expect(error).toBeInstanceOf(GraphError)
      }
    }),
  )
})
