import { describe, expect, it } from 'vitest'
import { mismatches } from './mismatches.ts'
import { PatternError, readPattern } from './pattern.ts'

const differences = (pattern: string, value: unknown) => mismatches(readPattern(pattern), value, 'body')

/** Pattern, a value that matches it, a value that does not. */
const cases: [string, unknown, unknown][] = [
  ['"a"', 'a', 'b'],
  ['12', 12, '12'],
  ['-1.5', -1.5, 1.5],
  ['true', true, 'true'],
  ['null', null, undefined],
  ['"…"', '', 1],
  ['"a…z"', 'abcz', 'abc'],
  ['"a…a"', 'aa', 'a'],
  ['"…one…two…"', '1 one 2 two 3', 'two one'],
  ['"(#100) …"', '(#100) Param', '(#1000) Param'],
  ['/^a\\/b+$/i', 'A/bb', 'a/'],
  ['/[/]/', 'a/b', 'ab'],
  ['string', 'a', 1],
  ['numeric', '0.25', 0.25],
  ['numeric', '-3', '3 %'],
  ['number', 0.5, '0.5'],
  ['integer', 3, 3.5],
  ['boolean', false, 0],
  ['object', {}, []],
  ['list', [], {}],
  ['any', null, undefined],
  ['absent', undefined, null],
  ['integer > 2', 3, 2],
  ['numeric <= 2', '2', '2.1'],
  ['list > 1', [1, 2], [1]],
  ['list = 0', [], [1]],
  ['number < 0', -1, 0],
  ['integer >= 1', 1, 0],
  ['{a: 1}', { a: 1, b: 2 }, { b: 2 }],
  ['{a: absent}', { b: 1 }, { a: 1 }],
  ['only {a: 1, "b-c": "…"}', { a: 1, 'b-c': '' }, { a: 1, 'b-c': '', d: 1 }],
  ['{a: {b: [1]}}', { a: { b: [1] } }, { a: { b: [1, 2] } }],
  ['{}', { a: 1 }, null],
  ['[]', [], [1]],
  ['[1, 2]', [1, 2], [2, 1]],
  ['[1, …]', [1, 2, 3], [2, 1]],
  ['[…, 3]', [1, 2, 3], [3, 1]],
  ['[1, …, 3]', [1, 3], [1]],
  ['each {a: 1}', [{ a: 1 }, { a: 1, b: 2 }], [{ a: 1 }, { a: 2 }]],
  ['each integer', [1], []],
  ['some {a: 2}', [{ a: 1 }, { a: 2 }], [{ a: 1 }]],
  ['2 × "…"', ['a', 'b'], ['a']],
  ['not "a"', 'b', 'a'],
  ['1 or "1" or null', '1', 2],
  ['{a: absent or {b: 1}}', {}, { a: {} }],
  ['json {a: 1}', '{"a":1}', '{"a":2}'],
  ['json only {a: 1}', '{"a":1}', 'a'],
]

describe('a pattern', () => {
  it.each(cases)('%s tells what matches from what does not', (pattern, right, wrong) => {
    expect(differences(pattern, right)).toEqual([])
    expect(differences(pattern, wrong)).not.toEqual([])
  })

  it('says where a reply differs, for each place', () => {
    expect(
      differences('only {data: [{id: "1", name: "…"}], paging: absent}', { data: [{ id: '2' }], paging: {} }),
    ).toEqual([
      'body.data[0].id: expected "1", got "2"',
      'body.data[0].name: expected "…", got nothing',
      'body.paging: expected absent, got {}',
    ])
  })

  it.each([
    ['{a: }', 'expected a value'],
    ['{a: 1', 'expected , or }'],
    ['{a 1}', 'expected :'],
    ['[1 2]', 'expected , or ]'],
    ['[…, 1, …]', 'only one …'],
    ['"a', 'expected a value'],
    ['1 2', 'expected nothing more'],
    ['maybe', 'expected a value'],
    ['number > many', 'expected a number'],
    ['/(/', 'expected a regular expression'],
    ['2 {}', 'expected nothing more'],
    ['', 'expected a value'],
  ])('%s cannot be read', (text, message) => {
    expect(() => readPattern(text)).toThrow(PatternError)
    expect(() => readPattern(text)).toThrow(message)
  })
})
