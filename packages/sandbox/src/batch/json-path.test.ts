import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { selectPath } from './json-path.ts'

const reply = {
  id: '1',
  success: true,
  data: [{ id: '2', tags: ['a', 'b'] }, { id: '3' }, { name: 'none' }],
  images: { 'pic.jpg': { hash: 'h1' }, 'two words.png': { hash: 'h2' } },
  nothing: null,
}

describe('JSONPath of references', () => {
  it.each([
    ['$', [reply]],
    ['$.id', ['1']],
    ["$['id']", ['1']],
    ['$.data[0].id', ['2']],
    ['$.data.0.id', ['2']],
    ['$.data.*.id', ['2', '3']],
    ['$.data[*].id', ['2', '3']],
    ['$.data[0].tags[1]', ['b']],
    ['$.images.*.hash', ['h1', 'h2']],
    ["$.images['two words.png'].hash", ['h2']],
    ['$..hash', ['h1', 'h2']],
    ['$..id', ['1', '2', '3']],
    ['$.success', [true]],
    ['$.nothing', [null]],
    ['$.data[9].id', []],
    ['$.data.length', []],
    ['$.id.length', []],
    ['$.missing.id', []],
    ['$.constructor', []],
    ['id', []],
    ['', []],
    ['$.data[?(@.id)]', []],
    ['$.', []],
  ])('%s', (path, found) => {
    expect(selectPath(reply, path)).toEqual(found)
  })

  it('is done soon however often a path goes down', () => {
    let json: unknown = 1
    for (let depth = 0; depth < 40; depth++) json = { a: json }

    expect(selectPath(json, `$${'..*'.repeat(20)}`).length).toBeLessThan(1000)
  })

  it('never fails, whatever the path', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string({ maxLength: 60 }), (json, path) => {
        expect(Array.isArray(selectPath(json, `$${path}`))).toBe(true)
      }),
    )
  })
})
