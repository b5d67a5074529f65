import { fieldValue } from './insights-fields.ts'
import type { InsightsRow } from './insights-row.ts'

/** A field as a number; `actions:link_click` picks one entry of a list. Nothing counts as zero. */
export function metricOf(row: InsightsRow, field: string): number {
  const [name = '', actionType] = field.split(':')
  const value = fieldValue(row, name)
  const list: unknown[] = Array.isArray(value) ? value : [{ value }]
  const stats = list.filter((stat): stat is Record<string, unknown> => typeof stat === 'object' && stat !== null)
  const found = actionType === undefined ? stats[0] : stats.find((stat) => stat['action_type'] === actionType)
  return Number(found?.['value'] ?? 0)
}
