import { describe, expect, it } from 'vitest'
import { isJsonPath, selectText } from './json-path.ts'

const answer = {
  id: '7',
  count: 3,
  images: { 'a.png': { hash: 'h1' }, 'b.png': { hash: 'h2' } },
  data: [{ id: '1' }, { id: '2', owner: { id: '9' } }],
}

describe('what a reference takes', () => {
  it.each([
    ['$.id', '7'],
    ['$.count', '3'],
    ['$.images.*.hash', 'h1,h2'],
    ['$.data.*.id', '1,2'],
    ['$.data[1].id', '2'],
    ['$.data[*].owner.id', '9'],
    ['$.data..id', '1,2,9'],
    ['$.nothing', undefined],
    ['$.data.length', undefined],
    ['$.constructor', undefined],
  ])('%s is %s', (path, text) => {
    expect(selectText(answer, path)).toBe(text)
  })

  it.each(['', '$', 'id', '$.', '$.a b', '$.a}', '$.a&b', '$[a]', '$.id '])('%j is no path', (path) => {
    expect(isJsonPath(path)).toBe(false)
  })
})
