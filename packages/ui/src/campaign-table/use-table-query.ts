import { type Day, type MetricName, type MetricValues, previousRange } from '@adpane/contract'
import { useMemo } from 'react'
import { useObjects } from '../queries/use-objects.ts'
import type { TableLevel } from './drill-path.ts'
import type { ObjectRow } from './object-row.ts'
import type { EarlierNumbers } from './table-scope.ts'
import { goToLevel } from './drill-path.ts'
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

/** One page of rows with their numbers. */
export function useTableQuery(question: TableQuestion): ReturnType<typeof useObjects<(typeof kinds)[TableLevel]>> {
  const { accountId, since, until, metrics, trendMetric, pageSize, view } = question
  return useObjects(accountId, kinds[view.path.level], {
    since,
    until,
    metrics,
    filter: viewFilters(view),
    sort: sortParam(view.sort),
    limit: pageSize,
    cursor: view.cursors.at(-1),
    trend: trendMetric,
  })
}

/** More ids would not fit the address of a request; longer pages ask for the whole scope instead. */
const IDS_IN_A_QUESTION = 100
/** The longest page the BFF gives. */
const LONGEST_PAGE = 1000

/** The numbers the same rows had in an earlier range. */
export function useEarlierNumbers(
  question: TableQuestion,
  rows: readonly ObjectRow[] | undefined,
  range: { since: Day; until: Day } | undefined,
): EarlierNumbers | undefined {
  const { accountId, metrics, view } = question
  const ids = useMemo(() => rows?.map(({ id }) => id) ?? [], [rows])
  const byId = ids.length <= IDS_IN_A_QUESTION
  const { data, isPlaceholderData } = useObjects(
    accountId,
    kinds[view.path.level],
    {
      ...(range ?? previousRange(question.since, question.until)),
      metrics,
      filter: byId ? [{ field: 'id', operator: 'IN', value: ids }] : scopeFilters(view),
      limit: byId ? Math.max(1, ids.length) : LONGEST_PAGE,
    },
    { enabled: range !== undefined && ids.length > 0 },
  )
  return useMemo(() => {
    if (!range) return undefined
    if (!data || isPlaceholderData) return () => undefined
    const known = new Map<string, MetricValues>(data.rows.map((row) => [row.id, row.metrics]))
    // An object that is missing had no numbers, unless it may stand on a page that was not read.
    const missing = data.paging.next === undefined && !data.pending ? null : undefined
    return (id: string) => known.get(id) ?? missing
  }, [data, isPlaceholderData, range])
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
