import { invalidParam } from '../graph/graph-error.ts'
import type { InsightsQuery } from './insights-query.ts'
import type { InsightsRow } from './insights-row.ts'
import { mergeTotals } from './merge-totals.ts'
import { countPeople } from './people.ts'
import { rowJson } from './row-json.ts'

/** One row over all rows: sums are summed, people counted once, ratios made anew. */
export function summaryJson(rows: readonly InsightsRow[], query: InsightsQuery): Record<string, unknown> {
  const [first] = rows
  if (!first) return {}
  const { account, known, asked } = first
  const totals = { ...mergeTotals(rows.map((row) => row.totals)), values: {} }
  const period = {
    since: Math.min(...query.periods.map(({ since }) => since)),
    until: Math.max(...query.periods.map(({ until }) => until)),
  }
  const ads = [...new Set(rows.flatMap((row) => row.ads))]
  const people = countPeople(account, totals)
  const row: InsightsRow = { account, ads, period, totals, known, asked, people: () => people }
  return rowJson(row, { fields: query.summary?.fields ?? [], rules: query.rules })
}

/** @throws {GraphError} 100 when the summary of a report run asks for what the run did not compute. */
export function checkRunSummary(asked: readonly string[], ofRun: readonly string[]): void {
  const foreign = asked.find((field) => !ofRun.includes(field))
  if (foreign === undefined) return
  throw invalidParam(
    `Cannot include ${foreign} in summary param because they weren't there while creating the report run. ` +
      `All available values are: ${ofRun.join(', ')}`,
  )
}
