import type { InsightsJson } from '../graph/insights-json.ts'

/** A text of Meta's row, such as an id, a name or the value of a breakdown; absent where the row has none. */
export function rowText(row: InsightsJson, field: string): string | undefined {
  // Ids are text by Meta's field table, but some of Meta's own samples print them bare.
  const value: unknown = row[field]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}
