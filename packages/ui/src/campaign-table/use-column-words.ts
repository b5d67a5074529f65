import type { MetricName } from '@adpane/contract'
import { unitSign } from '../format/format-metric.ts'
import { useMessages } from '../messages/use-messages.ts'
import { useAdpane } from '../provider/adpane-context.ts'
import type { TableColumn } from './columns.tsx'
import type { TableLevel } from './drill-path.ts'

export interface ColumnWords {
  /** As short as a header needs. */
  short: string
  /** In full, for screen readers and menus. */
  full: string
  /** `$` or `%`, or nothing. */
  unit: string
}

/** Names the columns of a level. */
export function useColumnWords(
  level: TableLevel,
  currency: string,
  trend: MetricName,
): (column: TableColumn) => ColumnWords {
  const { locale } = useAdpane()
  const { table, metrics } = useMessages()
  const plain = (text: string, unit = '') => ({ short: text, full: text, unit })
  return (column) => {
    switch (column.kind) {
      case 'name':
        return plain(table.level[level])
      case 'status':
        return plain(table.columns.status)
      case 'budget':
        return plain(table.columns.budget, currency && unitSign('spend', { currency, locale }))
      case 'trend':
        return { short: table.columns.trend, full: table.trendOf(metrics[trend]), unit: '' }
      case 'metric': {
        const full = metrics[column.metric]
        // Without an answer the currency is unknown, and with it the unit of money.
        const unit = currency ? unitSign(column.metric, { currency, locale }) : ''
        return { short: table.shortMetrics[column.metric] ?? full, full, unit }
      }
    }
  }
}
