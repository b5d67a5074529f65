import { type InsightsFilter, isMetricName, type MetricName } from '@adpane/contract'

/** Every metric an answer depends on: what it shows, what it is filtered by, what it is ordered by. */
export function neededMetrics(query: {
  metrics: readonly MetricName[]
  filter?: readonly InsightsFilter[] | undefined
  sort?: string | undefined
}): MetricName[] {
  return [...new Set([...query.metrics, ...rankingMetrics(query)])]
}

/** The metrics that decide which rows there are, and in which order. */
export function rankingMetrics(query: {
  filter?: readonly InsightsFilter[] | undefined
  sort?: string | undefined
}): MetricName[] {
  const named = [query.sort?.replace(/^-/, '') ?? '', ...(query.filter ?? []).map((filter) => filter.field)]
  return named.filter(isMetricName)
}
