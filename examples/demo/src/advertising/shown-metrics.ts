import type { MetricName } from '@adpane/contract'

/** Which numbers the page shows. */
export interface ShownMetrics {
  tiles: readonly MetricName[]
  chart: readonly [bar: MetricName, line: MetricName]
  columns?: readonly MetricName[]
}

/** A shop looks at what its sales cost; who loaded a file of results looks for the file's own columns. */
export function shownMetrics(isFromFile: boolean): ShownMetrics {
  return isFromFile ? fileMetrics : shopMetrics
}

const shopMetrics: ShownMetrics = {
  tiles: ['spend', 'purchases', 'cost_per_purchase', 'roas', 'ctr'],
  chart: ['spend', 'roas'],
}

const fileMetrics: ShownMetrics = {
  tiles: ['impressions', 'clicks', 'spend', 'leads', 'purchases'],
  chart: ['spend', 'leads'],
  columns: ['impressions', 'clicks', 'spend', 'leads', 'purchases', 'roas'],
}
