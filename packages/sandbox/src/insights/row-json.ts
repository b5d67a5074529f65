import { satisfies } from '../graph/filtering.ts'
import { fieldValue } from './insights-fields.ts'
import type { InsightsQuery } from './insights-query.ts'
import type { InsightsRow } from './insights-row.ts'

/** A row as Graph sends it: the asked fields that have a value, the dates, and the breakdown's columns. */
export function rowJson(row: InsightsRow, query: InsightsQuery): Record<string, unknown> {
  const actionFilters = query.filters.filter((filter) => filter.field === 'action_type')
  const isActionWanted = (type: string) => actionFilters.every((filter) => satisfies(type, filter))
  const json: Record<string, unknown> = {}
  for (const field of [...query.fields, 'date_start', 'date_stop']) {
    const value = fieldValue(row, field, isActionWanted)
    if (value !== undefined) json[field] = value
  }
  return { ...json, ...row.breakdown }
}
