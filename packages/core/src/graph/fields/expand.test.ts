import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InvalidRequestError } from '../../errors/invalid-request-error.ts'
import { expand, fieldList, type FieldArgument } from './expand.ts'

describe('expand', () => {
  it.each([
    [expand('creative', ['id', 'name']), 'creative{id,name}'],
    [expand('ads', { limit: 3 }, ['name', expand('creative', ['id'])]), 'ads.limit(3){name,creative{id}}'],
    [
      expand('insights', { date_preset: 'last_7d', as: 'week' }, ['spend']),
      'insights.date_preset(last_7d).as(week){spend}',
    ],
    [
      expand('insights', { time_range: { since: '2026-03-01', until: '2026-03-07' }, time_increment: 1 }, ['spend']),
      'insights.time_range({"since":"2026-03-01","until":"2026-03-07"}).time_increment(1){spend}',
    ],
    [
      expand('ads', { effective_status: ['ACTIVE', 'PAUSED'] }, ['id']),
      'ads.effective_status(["ACTIVE","PAUSED"]){id}',
    ],
    [expand('comments', { limit: 0, summary: true }), 'comments.limit(0).summary(true)'],
    [expand('ads', { limit: 3, filtering: undefined }, ['id']), 'ads.limit(3){id}'],
  ])('writes %s', (field, text) => {
    expect(fieldList(field)).toEqual([text])
  })

  it.each([
    () => expand('ads){id},x', ['id']),
    () => expand('ads', { 'limit(1).x': 1 }, ['id']),
    () => expand('ads', { as: 'a){b' }, ['id']),
    () => expand('ads', ['id,name']),
    () => expand('ads', { limit: Number.NaN }),
    () => fieldList('creative{id}'),
  ])('refuses what would end up as something else', (make) => {
    expect(make).toThrow(InvalidRequestError)
  })

  it('keeps every value as it is, and no bracket or quote that could end it', () => {
    const leaf = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.double({ noDefaultInfinity: true, noNaN: true }),
      fc.boolean(),
    )
    const value: fc.Arbitrary<FieldArgument> = fc.letrec<{ value: FieldArgument }>((tie) => ({
      value: fc.oneof({ maxDepth: 3 }, leaf, fc.array(tie('value')), fc.dictionary(fc.string(), tie('value'))),
    })).value
    fc.assert(
      fc.property(value, (argument) => {
        const [text = ''] = fieldList(expand('ads', { filtering: argument }))
        const inside = text.slice('ads.filtering('.length, -1)
        if (!/^[A-Za-z]\w*$/.test(inside) || inside === 'true' || inside === 'false') {
          expect(JSON.stringify(JSON.parse(inside))).toBe(JSON.stringify(argument))
        } else expect(inside).toBe(argument)
        for (const quoted of inside.match(/"[^"]*"/g) ?? []) expect(quoted).toMatch(/^"[^(){}[\]'"]*"$/)
      }),
    )
  })
})
