import type { Day, MetricName } from '@adpane/contract'
import { useState } from 'react'
import type { AdsApiError } from '../client/ads-api-error.ts'
import { type ObjectsAnswer, useObjects } from '../queries/use-objects.ts'
import { goToLevel, type TableLevel } from './drill-path.ts'
import { sortParam } from './table-sort.ts'
import { scopeFilters, type TableView, viewFilters } from './table-view.ts'

export interface TableQuestion {
  accountId: string
  /** Days in the account's time zone, both included. */
  since: Day
  until: Day
  metrics: readonly MetricName[]
  trendMetric: MetricName
  /** Rows a page. */
  pageSize: number
  view: TableView
}

export const kinds = { campaign: 'campaigns', adset: 'adsets', ad: 'ads' } as const satisfies Record<TableLevel, string>

/** One page of rows with their numbers, as the newest question or the last answered one has them. */
export interface TableAnswer {
  data: ObjectsAnswer<(typeof kinds)[TableLevel]> | undefined
  error: AdsApiError | null
  isFetching: boolean
  dataUpdatedAt: number
  errorUpdatedAt: number
  /** True while `data` answers the question before. */
  isEarlier: boolean
  ask: () => void
}

/** Asks for a page of rows. The last ones stay when a new question fails: old numbers are better than none. */
export function useTableQuery(question: TableQuestion): TableAnswer {
  const { accountId, since, until, metrics, trendMetric, pageSize, view } = question
  const query = useObjects(accountId, kinds[view.path.level], {
    since,
    until,
    metrics,
    filter: viewFilters(view),
    sort: sortParam(view.sort),
    limit: pageSize,
    cursor: view.cursors.at(-1),
    trend: trendMetric,
  })
  const { data, error, isFetching, dataUpdatedAt, errorUpdatedAt, isPlaceholderData, refetch } = query
  const [last, setLast] = useState(data)
  if (data && data !== last) setLast(data)
  return {
    data: data ?? (error ? last : undefined),
    error,
    isFetching,
    dataUpdatedAt,
    errorUpdatedAt,
    isEarlier: isPlaceholderData || (!data && last !== undefined),
    ask: () => void refetch(),
  }
}

/** How many rows each level has where the person stands. */
export function useLevelCounts(question: TableQuestion): Readonly<Record<TableLevel, number | undefined>> {
  return {
    campaign: useLevelCount(question, 'campaign'),
    adset: useLevelCount(question, 'adset'),
    ad: useLevelCount(question, 'ad'),
  }
}

function useLevelCount({ accountId, since, until, view }: TableQuestion, level: TableLevel): number | undefined {
  const filter = scopeFilters({ ...view, path: goToLevel(view.path, level) })
  const { data, error } = useObjects(accountId, kinds[level], { since, until, metrics: ['spend'], filter, limit: 1 })
  return error ? undefined : data?.totals.of
}
