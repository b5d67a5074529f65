import { type MetricName, metricDefinition } from '@adpane/contract'
import { type ColumnDef, columnVisibilityFeature, type ReactTable, tableFeatures } from '@tanstack/react-table'
import { BudgetCell } from './budget-cell.tsx'
import { MetricCell } from './metric-cell.tsx'
import { NameCell } from './name-cell.tsx'
import type { ObjectRow } from './object-row.ts'
import { StatusCell } from './status-cell.tsx'
import { TrendCell } from './trend-cell.tsx'

/** What a column holds. */
export type TableColumn = { kind: 'name' | 'status' | 'budget' | 'trend' } | { kind: 'metric'; metric: MetricName }

/** Hidden columns by id, as `false`. */
export type ColumnVisibility = Record<string, boolean>

export const objectTableFeatures = tableFeatures({ columnVisibilityFeature, columnMeta: {} as TableColumn })

export type ObjectTableFeatures = typeof objectTableFeatures
export type ObjectTable = ReactTable<ObjectTableFeatures, ObjectRow>

/** Purchases first, then what they cost and bring, then reach: the order of the questions a media buyer asks. */
export const defaultMetrics: readonly MetricName[] = ['purchases', 'cost_per_purchase', 'roas', 'spend', 'ctr', 'reach']

/** Name, status and budget, the chosen metrics, and the trend. */
export function tableColumns(metrics: readonly MetricName[]): readonly TableColumn[] {
  return [
    { kind: 'name' },
    { kind: 'status' },
    { kind: 'budget' },
    ...metrics.map((metric) => ({ kind: 'metric', metric }) as const),
    { kind: 'trend' },
  ]
}

/** The same as TanStack Table wants them. */
export function columnDefs(columns: readonly TableColumn[]): ColumnDef<ObjectTableFeatures, ObjectRow>[] {
  return columns.map((column) => ({
    id: columnId(column),
    meta: column,
    cell: ({ row }) => <TableCell column={column} row={row.original} />,
  }))
}

/** A metric by its own name, the rest by their kind. */
export function columnId(column: TableColumn): string {
  return column.kind === 'metric' ? column.metric : column.kind
}

/** What a TanStack column is to us. */
export function columnOf({ columnDef }: { columnDef: { meta?: TableColumn | undefined } }): TableColumn {
  return columnDef.meta ?? { kind: 'name' }
}

/** Right-aligned in both directions, so that decimals stand in one line. */
export function isNumeric({ kind }: TableColumn): boolean {
  return kind === 'metric' || kind === 'budget'
}

/** The class that gives a column its width. */
export function widthClass(column: TableColumn): string {
  if (column.kind !== 'metric') return `ap-ct-c-${column.kind}`
  // "Cost per …" has short numbers below a long name.
  return `ap-ct-c-${column.metric.startsWith('cost_per_') ? 'cost' : metricDefinition(column.metric).unit}`
}

function TableCell({ column, row }: { column: TableColumn; row: ObjectRow }) {
  switch (column.kind) {
    case 'name':
      return <NameCell row={row} />
    case 'status':
      return <StatusCell row={row} />
    case 'budget':
      return <BudgetCell row={row} />
    case 'metric':
      return <MetricCell row={row} metric={column.metric} />
    case 'trend':
      return <TrendCell row={row} />
  }
}
