import { describe, expect, it } from 'vitest'
import { drillInto } from './drill-path.ts'
import { defaultSort } from './table-sort.ts'
import {
  atFirstPage,
  countFilters,
  inAnotherAccount,
  type TableView,
  toNextPage,
  toPreviousPage,
  viewFilters,
  withDelivery,
  withoutFilters,
  withPath,
  withSearch,
  withSortToggled,
} from './table-view.ts'

const view: TableView = {
  path: { level: 'campaign', steps: [] },
  sort: defaultSort,
  search: '',
  delivery: 'all',
  cursors: [],
}

describe('table view', () => {
  it('leaves behind what was chosen among another account’s objects, and keeps the sort', () => {
    const sorted = withSortToggled(view, 'name')
    const deep = withSearch(withPath(sorted, drillInto(view.path, { id: '1', name: 'Sale' })), 'boots')
    expect(inAnotherAccount(toNextPage(deep, 'c1'))).toEqual({ ...sorted, path: { level: 'adset', steps: [] } })
  })

  it('starts other days at their first page, where the person stood', () => {
    const deep = withPath(view, drillInto(view.path, { id: '1', name: 'Sale' }))
    expect(atFirstPage(toNextPage(deep, 'c1'))).toEqual(deep)
  })

  it('asks for everything, archived included, until it is narrowed', () => {
    expect(viewFilters(view)).toEqual([])
    expect(countFilters(view)).toBe(0)
  })

  it('adds up its filters', () => {
    const narrowed = withDelivery(
      withSearch(withPath(view, drillInto(view.path, { id: '7', name: 'US' })), ' ugc '),
      'delivering',
    )
    expect(viewFilters(narrowed)).toEqual([
      { field: 'campaign.id', operator: 'EQUAL', value: '7' },
      { field: 'effective_status', operator: 'IN', value: ['ACTIVE'] },
      { field: 'name', operator: 'CONTAIN', value: 'ugc' },
    ])
    expect(countFilters(narrowed)).toBe(3)
    expect(countFilters(withoutFilters(narrowed))).toBe(0)
  })

  it('turns pages forth and back', () => {
    const third = toNextPage(toNextPage(view, 'b'), 'c')
    expect(third.cursors).toEqual(['b', 'c'])
    expect(toPreviousPage(third).cursors).toEqual(['b'])
  })

  it.each([
    ['sorting', (paged: TableView) => withSortToggled(paged, 'name')],
    ['searching', (paged: TableView) => withSearch(paged, 'x')],
    ['filtering', (paged: TableView) => withDelivery(paged, 'delivering')],
    ['drilling', (paged: TableView) => withPath(paged, drillInto(paged.path, { id: '7', name: 'US' }))],
  ])('starts at the first page after %s', (_, change) => {
    expect(change(toNextPage(view, 'b')).cursors).toEqual([])
  })

  it('keeps the sort and drops the search when the level changes', () => {
    const drilled = withPath(
      withSearch(withSortToggled(view, 'name'), 'ugc'),
      drillInto(view.path, { id: '7', name: 'US' }),
    )
    expect(drilled.sort).toEqual({ key: 'name', descending: false })
    expect(drilled.search).toBe('')
  })
})
