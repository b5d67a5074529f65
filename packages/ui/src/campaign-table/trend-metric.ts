import { type MetricName, metricDefinition } from '@adpane/contract'

/** The metric of the little trend in each row: the first result that is counted, else spend. */
export function trendMetricOf(metrics: readonly MetricName[]): MetricName {
  return metrics.find((metric) => isResult(metric)) ?? 'spend'
}

function isResult(metric: MetricName): boolean {
  const { additivity, direction } = metricDefinition(metric)
  return additivity === 'sum' && direction === 'up'
}
