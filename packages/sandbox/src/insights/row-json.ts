import { fieldValue } from './insights-fields.ts'
import type { InsightsQuery } from './insights-query.ts'
import type { InsightsRow } from './insights-row.ts'

/** A row as Graph sends it: the asked fields that have a value, the dates, and the breakdown's columns. */
export function rowJson(row: InsightsRow, query: Pick<InsightsQuery, 'fields' | 'rules'>): Record<string, unknown> {
  const { rules } = query
  const json: Record<string, unknown> = {}
  for (const field of [...query.fields, 'date_start', 'date_stop']) {
    const value = rules.isZero(field) ? '0' : rules.isDropped(field) ? undefined : fieldValue(row, field)
    if (value !== undefined) json[field] = value
  }
  return { ...json, ...row.totals.values }
}
