import { metricDefinition, type MetricName } from '@adpane/contract'
import type { ReactElement } from 'react'
import { formatMetric } from '../format/format-metric.ts'
import { useMessages } from '../messages/use-messages.ts'
import { Delta } from '../primitives/delta.tsx'
import { Unknown } from '../primitives/unknown.tsx'
import { useAdpane } from '../provider/adpane-context.ts'
import { metricChange } from './metric-change.ts'
import type { ObjectRow } from './object-row.ts'
import { useTableScope } from './table-scope.ts'

/** A number, exact and without its unit, which stands in the header; below it the change. */
export function MetricCell({ row, metric }: { row: ObjectRow; metric: MetricName }): ReactElement {
  const { locale } = useAdpane()
  const { currency } = useTableScope()
  const value = row.metrics[metric]
  if (value === null || value === undefined) return <MissingNumber row={row} metric={metric} />
  return (
    <div className="ap-ct-two">
      <span className="ap-num">{formatMetric(metric, value, { currency, locale, unit: false })}</span>
      <Change row={row} metric={metric} />
    </div>
  )
}

/** `—` with its reason. */
export function MissingNumber({ row, metric }: { row: Pick<ObjectRow, 'reasons'>; metric: MetricName }): ReactElement {
  const { reasons } = useMessages()
  const reason = row.reasons?.[metric] ?? 'not_reported'
  return <Unknown reason={reasons[reason]} isPending={reason === 'pending'} />
}

/** Only where a change is news: metrics that get better or worse, and money. The rest would be noise in every row. */
export function Change({ row, metric }: { row: ObjectRow; metric: MetricName }): ReactElement | null {
  const { compare } = useTableScope()
  const { direction, unit } = metricDefinition(metric)
  const sides = direction === 'neutral' && unit !== 'money' ? undefined : compare?.(row)
  return sides ? <Delta metric={metric} change={metricChange(sides.now[metric], sides.before?.[metric])} /> : null
}
