import type { BreakdownName, Day, InsightsFilter, InsightsIncrement, InsightsLevel, MetricName } from '@adpane/contract'

interface SharedParams {
  /** First day, in the account's time zone. */
  since: Day
  /** Last day, included. */
  until: Day
  metrics: readonly MetricName[]
  filter?: readonly InsightsFilter[] | undefined
  /** `name`, `day` or a metric; a leading `-` for descending. */
  sort?: string | undefined
  /** Rows a page, 1–1000. @default 100 */
  limit?: number | undefined
  /** Taken from `paging.next` of the page before. */
  cursor?: string | undefined
}

/** What `useInsights` asks. */
export interface InsightsParams extends SharedParams {
  /** @default 'account' */
  level?: InsightsLevel | undefined
  /** @default 'all' */
  increment?: InsightsIncrement | undefined
  breakdowns?: readonly BreakdownName[] | undefined
}

/** What `useObjects` asks. */
export interface ObjectsParams extends SharedParams {
  /** A metric to return as one number a day beside each row. */
  trend?: MetricName | undefined
}

/** Writes a question as the BFF reads it. Absent parts are left out, so that equal questions have equal URLs. */
export function searchParamsOf(params: InsightsParams & ObjectsParams): URLSearchParams {
  const search = new URLSearchParams({ since: params.since, until: params.until, metrics: params.metrics.join(',') })
  set(search, 'level', params.level)
  set(search, 'increment', params.increment)
  set(search, 'breakdowns', params.breakdowns?.join(','))
  set(search, 'filter', params.filter?.length ? JSON.stringify(params.filter) : undefined)
  set(search, 'sort', params.sort)
  set(search, 'limit', params.limit?.toString())
  set(search, 'cursor', params.cursor)
  set(search, 'trend', params.trend)
  return search
}

function set(search: URLSearchParams, key: string, value: string | undefined): void {
  if (value) search.set(key, value)
}
