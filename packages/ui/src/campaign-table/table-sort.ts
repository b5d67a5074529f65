import type { MetricName } from '@adpane/contract'

/** What rows can be ordered by on the server. */
export type SortKey = 'name' | MetricName

export interface TableSort {
  key: SortKey
  descending: boolean
}

/** The biggest spenders first: what a person opening the table looks for. */
export const defaultSort: TableSort = { key: 'spend', descending: true }

/** The order after a header was pressed: its natural direction first, then the other way round. */
export function toggleSort(sort: TableSort, key: SortKey): TableSort {
  return sort.key === key ? { key, descending: !sort.descending } : { key, descending: key !== 'name' }
}

/** The order as the `sort` of a query: `-spend`, `name`. */
export function sortParam({ key, descending }: TableSort): string {
  return descending ? `-${key}` : key
}

export function ariaSort(sort: TableSort, key: SortKey): 'ascending' | 'descending' | undefined {
  if (sort.key !== key) return undefined
  return sort.descending ? 'descending' : 'ascending'
}
