import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joinValues, referencesIn, resolveReferences } from './references.ts'

describe('references', () => {
  it('are found wherever they stand', () => {
    expect(referencesIn('{result=create-ad:$.data.*.id}')).toEqual([{ name: 'create-ad', path: '$.data.*.id' }])
    expect(referencesIn('{"a":"{result=x:$.id}","b":{result=y z:$..id}}').map(({ name }) => name)).toEqual(['x', 'y z'])
    expect(referencesIn('{result=x} {results=x:$.id} result=x:$.id')).toEqual([])
  })

  it('resolve to nothing when any of them is empty', () => {
    const valueOf = ({ name }: { name: string }) => (name === 'a' ? '1' : name === 'b' ? '' : undefined)
    expect(resolveReferences('{result=a:$.id}/ads', valueOf)).toBe('1/ads')
    expect(resolveReferences('{result=a:$.id},{result=b:$.id}', valueOf)).toBeUndefined()
    expect(resolveReferences('{result=c:$.id}', valueOf)).toBeUndefined()
  })

  it('are many at once without taking long, and never grow beyond what a body may be', () => {
    const many = JSON.stringify(Array.from({ length: 20_000 }, () => '{result=a:$.id}'))
    expect(resolveReferences(many, () => '"1"')).toBe(JSON.stringify(Array.from({ length: 20_000 }, () => '"1"')))
    expect(() => resolveReferences(many, () => 'x'.repeat(100_000))).toThrow('The request body is too large.')
  })

  it('join several values by commas', () => {
    expect(joinValues(['1', 2, null, true, { a: 1 }])).toBe('1,2,true,{"a":1}')
  })

  // Everything that means something in an address, in a form or in JSON, and text of other scripts.
  const text = fc.string({
    unit: fc.constantFrom(
      '&',
      '%',
      '+',
      '=',
      '#',
      '"',
      '\\',
      '/',
      '?',
      ' ',
      '\n',
      'é',
      '😀',
      'א',
      '\u202e',
      'a',
      '7',
      '{',
      '}',
    ),
    minLength: 1,
    maxLength: 20,
  })

  it('put any value into a JSON text so that it arrives as it was', () => {
    fc.assert(
      fc.property(text, text, (value, before) => {
        const json = JSON.stringify({ before, list: [{ value: '{result=a:$.id}' }] })
        const resolved = resolveReferences(json, () => value)
        expect(JSON.parse(resolved ?? '')).toEqual({ before, list: [{ value }] })
      }),
    )
  })

  it('put any value into plain text as it is', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(resolveReferences('{result=a:$.id} x {result=a:$.id}', () => value)).toBe(`${value} x ${value}`)
      }),
    )
  })

  it('stay bare where JSON wants a number', () => {
    expect(resolveReferences('{"creative_id":{result=a:$.id}}', () => '12')).toBe('{"creative_id":12}')
  })
})
