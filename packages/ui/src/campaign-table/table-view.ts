import type { InsightsFilter } from '@adpane/contract'
import { type DrillPath, pathFilters } from './drill-path.ts'
import { type TableSort, toggleSort, type SortKey } from './table-sort.ts'

/** `delivering` leaves only what may spend now; `all` includes what is paused, archived or deleted. */
export type DeliveryFilter = 'all' | 'delivering'

/** Everything a person chose about which rows they see. */
export interface TableView {
  path: DrillPath
  sort: TableSort
  /** Part of a name; empty searches nothing. */
  search: string
  delivery: DeliveryFilter
  /** Cursors of the pages behind and including this one; empty on the first. */
  cursors: readonly string[]
}

/** Each change of the question starts at its first page: a cursor belongs to the question it was given for. */
export function withPath(view: TableView, path: DrillPath): TableView {
  return { ...view, path, search: path.level === view.path.level ? view.search : '', cursors: [] }
}

export function withSortToggled(view: TableView, key: SortKey): TableView {
  return withSort(view, toggleSort(view.sort, key))
}

export function withSort(view: TableView, sort: TableSort): TableView {
  return { ...view, sort, cursors: [] }
}

export function withSearch(view: TableView, search: string): TableView {
  return { ...view, search, cursors: [] }
}

export function withDelivery(view: TableView, delivery: DeliveryFilter): TableView {
  return { ...view, delivery, cursors: [] }
}

/** All rows of the level: no narrowing, no search. */
export function withoutFilters(view: TableView): TableView {
  return { ...view, path: { ...view.path, steps: [] }, search: '', delivery: 'all', cursors: [] }
}

/** What was chosen among one account's objects means nothing in another. Level, sort and delivery stay. */
export function inAnotherAccount(view: TableView): TableView {
  return { ...view, path: { ...view.path, steps: [] }, search: '', cursors: [] }
}

/** For a question about other days: their pages begin at the first. */
export function atFirstPage(view: TableView): TableView {
  return { ...view, cursors: [] }
}

export function toNextPage(view: TableView, cursor: string): TableView {
  return { ...view, cursors: [...view.cursors, cursor] }
}

export function toPreviousPage(view: TableView): TableView {
  return { ...view, cursors: view.cursors.slice(0, -1) }
}

/** The filters that hold on every level: where in the tree, and whether it may spend. */
export function scopeFilters(view: TableView): InsightsFilter[] {
  const delivering: InsightsFilter[] = [{ field: 'effective_status', operator: 'IN', value: ['ACTIVE'] }]
  return [...pathFilters(view.path), ...(view.delivery === 'delivering' ? delivering : [])]
}

/** The view as the `filter` of a query. */
export function viewFilters(view: TableView): InsightsFilter[] {
  const search = view.search.trim()
  const named: InsightsFilter[] = search ? [{ field: 'name', operator: 'CONTAIN', value: search }] : []
  return [...scopeFilters(view), ...named]
}

/** How many filters a person would count: each narrowing, the search, the delivery. */
export function countFilters(view: TableView): number {
  return view.path.steps.length + (view.search.trim() ? 1 : 0) + (view.delivery === 'all' ? 0 : 1)
}
