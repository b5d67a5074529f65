import { fieldValue, isMetricField } from './insights-fields.ts'
import { metricOf } from './metric-of.ts'
import type { InsightsQuery } from './insights-query.ts'
import type { InsightsRow } from './insights-row.ts'

/** Rows by a metric, by one entry of a list (`actions:link_click`) or by a text; unsorted as they are. */
export function sortRows(rows: InsightsRow[], sort: InsightsQuery['sort']): InsightsRow[] {
  if (!sort) return rows
  const { field } = sort
  const direction = sort.isDescending ? -1 : 1
  const isMetric = isMetricField(field)
  const keyed = rows.map((row) => ({ row, key: isMetric ? metricOf(row, field) : textOf(fieldValue(row, field)) }))
  return keyed.sort((a, b) => (a.key < b.key ? -direction : a.key > b.key ? direction : 0)).map(({ row }) => row)
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
