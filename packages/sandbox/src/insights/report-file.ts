import { invalidParam } from '../graph/graph-error.ts'
import { enumParam, listParam, unquoted, type Params } from '../graph/params.ts'
import { breakdownNames } from './breakdown-names.ts'
import { columnsShown } from './cell-families.ts'
import { isInsightsField } from './insights-fields.ts'
import { insightsRows } from './insights-rows.ts'
import type { ReportExport, ReportRun } from './report-runs.ts'
import { rowJson } from './row-json.ts'

/** What `export_format`, `export_name` and `export_columns` ask for; undefined when no file is wanted. */
export function exportParam(params: Params): ReportExport | undefined {
  const format = enumParam(params, 'export_format', ['csv', 'xls'])
  if (format === undefined) return undefined
  const name = unquoted((params.get('export_name') ?? '').trim()) || 'report'
  const columns = listParam(params, 'export_columns')
  const unknown = columns.find((column) => !isInsightsField(column) && !breakdownNames.includes(column))
  if (unknown !== undefined) throw invalidParam(`Param export_columns: ${unknown.slice(0, 120)} is no column`)
  return { name, format, columns }
}

/** Where the file of a report is fetched, beside the Graph API and without a version. */
export function exportAddress(origin: string, runId: string, { name, format }: ReportExport): string {
  return `${origin}/ads/ads_insights/export_report/?${new URLSearchParams({ report_run_id: runId, name, format }).toString()}`
}

/**
 * The lines of a report's file, its header first. Lists of actions take a column for each type.
 *
 * @throws {GraphError} 2601 while the run has not completed.
 */
export function reportLines(run: ReportRun): string[][] {
  const { query, root, moment, exported } = run
  // Refuses what is not finished; a finished run is read below, with the columns of the file.
  if (run.status().async_status !== 'Job Completed') run.rows()
  const columns = exported && exported.columns.length > 0 ? exported.columns : columnsOf(run)
  const shown = { ...query, fields: [...new Set([...query.fields, ...columns])] }
  const rows = insightsRows(shown, root, moment).map((row) => flat(rowJson(row, shown)))
  const header = columns.flatMap((column) => spread(column, rows))
  return [header, ...rows.map((row) => header.map((column) => row.get(column) ?? ''))]
}

function columnsOf({ query }: ReportRun): readonly string[] {
  return [...new Set([...query.fields, 'date_start', 'date_stop', ...columnsShown(query.breakdowns)])]
}

/** A column as it is, or the columns of its types. */
function spread(column: string, rows: readonly ReadonlyMap<string, string>[]): string[] {
  const typed = new Set(rows.flatMap((row) => [...row.keys()].filter((key) => key.startsWith(`${column}:`))))
  return typed.size > 0 ? [...typed] : [column]
}

function flat(row: Readonly<Record<string, unknown>>): Map<string, string> {
  const texts = new Map<string, string>()
  for (const [name, value] of Object.entries(row)) {
    if (!Array.isArray(value)) texts.set(name, typeof value === 'string' ? value : JSON.stringify(value))
    for (const stat of Array.isArray(value) ? value : []) {
      const { action_type: type, indicator, value: count }: Record<string, unknown> = { ...stat }
      const key = `${name}:${String(type ?? indicator)}`
      if (count !== undefined) texts.set(key, typeof count === 'string' ? count : JSON.stringify(count))
    }
  }
  return texts
}
