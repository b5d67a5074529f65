import { describe, expect, it } from 'vitest'
import { ariaSort, sortParam, toggleSort } from './table-sort.ts'

describe('table sort', () => {
  it('puts the largest numbers and the first names on top', () => {
    expect(sortParam(toggleSort({ key: 'name', descending: false }, 'spend'))).toBe('-spend')
    expect(sortParam(toggleSort({ key: 'spend', descending: true }, 'name'))).toBe('name')
  })

  it('turns round when pressed again', () => {
    expect(sortParam(toggleSort({ key: 'spend', descending: true }, 'spend'))).toBe('spend')
  })

  it('is told on the sorted column only', () => {
    expect(ariaSort({ key: 'spend', descending: true }, 'spend')).toBe('descending')
    expect(ariaSort({ key: 'spend', descending: true }, 'name')).toBeUndefined()
  })
})
