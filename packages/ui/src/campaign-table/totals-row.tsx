import { type InsightsTotals, type MetricName, metricDefinition } from '@adpane/contract'
import type { ReactElement } from 'react'
import { formatMetric } from '../format/format-metric.ts'
import { useMessages } from '../messages/use-messages.ts'
import { classNames } from '../primitives/class-names.ts'
import { Unknown } from '../primitives/unknown.tsx'
import { useAdpane } from '../provider/adpane-context.ts'
import { isNumeric, type TableColumn } from './columns.tsx'
import { useTableScope } from './table-scope.ts'

export interface TotalsRowProps {
  columns: readonly TableColumn[]
  totals: InsightsTotals
  /** What the totals are of, and what was counted. */
  title: string
  note: string
  rowIndex: number
}

/** Sums, ratios of sums, and `—` with its reason for what can't be added up. */
export function TotalsRow({ columns, totals, title, note, rowIndex }: TotalsRowProps): ReactElement {
  return (
    <tr aria-rowindex={rowIndex}>
      {columns.map((column) =>
        column.kind === 'name' ? (
          <th key="name" scope="row" className="ap-ct-stick">
            {title}
            <span className="ap-ct-sub">{note}</span>
          </th>
        ) : (
          <td
            key={column.kind === 'metric' ? column.metric : column.kind}
            className={classNames(isNumeric(column) && 'ap-ct-n')}
          >
            <Total column={column} totals={totals} />
          </td>
        ),
      )}
    </tr>
  )
}

function Total({ column, totals }: { column: TableColumn; totals: InsightsTotals }): ReactElement | null {
  const { table } = useMessages()
  if (column.kind === 'metric') return <MetricTotal metric={column.metric} totals={totals} />
  return column.kind === 'budget' ? <Unknown reason={table.budget.reasons.total} /> : null
}

/** One total; cards write their unit beside it, tables in the header. */
export function MetricTotal(props: { metric: MetricName; totals: InsightsTotals; unit?: boolean }): ReactElement {
  const { metric, totals, unit = false } = props
  const { locale } = useAdpane()
  const { table, metrics, reasons } = useMessages()
  const { currency, level } = useTableScope()
  const value = totals.metrics[metric]
  if (value !== null && value !== undefined)
    return <span className="ap-num">{formatMetric(metric, value, { currency, locale, unit })}</span>
  const reason = totals.reasons?.[metric] ?? 'not_reported'
  if (reason === 'pending') return <Unknown reason={reasons.pending} isPending />
  const countsPeople = reason === 'not_additive' || metricDefinition(metric).additivity === 'deduplicated'
  return <Unknown reason={countsPeople ? table.totalMissing(metrics[metric], table.levels[level]) : reasons[reason]} />
}
