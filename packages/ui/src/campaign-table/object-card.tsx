import { type MetricName, metricDefinition } from '@adpane/contract'
import { type ReactElement, useId, useState } from 'react'
import { formatMetric } from '../format/format-metric.ts'
import { useMessages } from '../messages/use-messages.ts'
import { StatusDot } from '../primitives/delivery-status.tsx'
import { Icon } from '../primitives/icon.tsx'
import { useAdpane } from '../provider/adpane-context.ts'
import { BudgetCell } from './budget-cell.tsx'
import { Change, MissingNumber } from './metric-cell.tsx'
import { ObjectName } from './object-name.tsx'
import type { ObjectRow } from './object-row.ts'
import { ObjectTile } from './object-tile.tsx'
import { useTableScope } from './table-scope.ts'
import { TrendCell } from './trend-cell.tsx'
import { useNameFacts } from './use-name-facts.ts'
import { useStatusReason } from './use-status-reason.ts'

export interface ObjectCardProps {
  row: ObjectRow
  /** In view at once. */
  chosen: readonly MetricName[]
  /** One tap away. */
  rest: readonly MetricName[]
}

/** A row where the widget is narrow: name, status, three numbers and the trend; the rest one tap away. */
export function ObjectCard({ row, chosen, rest }: ObjectCardProps): ReactElement {
  const { table } = useMessages()
  const [isOpen, setOpen] = useState(false)
  const more = useId()
  return (
    <li className="ap-ct-card">
      <div className="ap-ct-card-head">
        <ObjectTile row={row} />
        <div className="ap-ct-card-title">
          <ObjectName row={row} />
          <CardStatus row={row} />
        </div>
        <button
          type="button"
          className="ap-ct-card-more"
          aria-expanded={isOpen}
          aria-controls={more}
          aria-label={isOpen ? table.lessAbout(row.name) : table.moreAbout(row.name)}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name={isOpen ? 'x' : 'dots'} />
        </button>
      </div>
      <div className="ap-ct-card-line">
        <dl className="ap-ct-card-facts">
          {chosen.map((metric) => (
            <CardNumber key={metric} row={row} metric={metric} />
          ))}
        </dl>
        <TrendCell row={row} />
      </div>
      {isOpen && <CardRest id={more} row={row} metrics={rest} />}
    </li>
  )
}

function CardStatus({ row }: { row: ObjectRow }): ReactElement {
  const { delivery } = useMessages()
  const reason = useStatusReason()(row)
  return (
    <div className="ap-ct-card-status">
      <StatusDot status={row.delivery} />
      <span>{delivery[row.delivery]}</span>
      {reason && <span className="ap-muted">· {reason}</span>}
    </div>
  )
}

function CardNumber(props: { row: ObjectRow; metric: MetricName; change?: boolean }): ReactElement {
  const { row, metric, change = false } = props
  const { locale } = useAdpane()
  const { currency } = useTableScope()
  const label = useCardLabel(metric)
  const value = row.metrics[metric]
  const known = value !== null && value !== undefined
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {known ? (
          <span className="ap-num">{formatMetric(metric, value, { currency, locale })}</span>
        ) : (
          <MissingNumber row={row} metric={metric} />
        )}
        {change && <Change row={row} metric={metric} />}
      </dd>
    </div>
  )
}

/** Short, since three labels share a phone's width. */
export function useCardLabel(metric: MetricName): string {
  const { table, metrics } = useMessages()
  const isCost = metricDefinition(metric).unit === 'money' && metric.startsWith('cost_per_')
  return isCost ? table.costEach : (table.shortMetrics[metric] ?? metrics[metric])
}

function CardRest({ id, row, metrics }: { id: string; row: ObjectRow; metrics: readonly MetricName[] }): ReactElement {
  const { table } = useMessages()
  const facts = useNameFacts()(row)
  return (
    <div id={id} className="ap-ct-card-rest">
      <p className="ap-ct-card-name">
        <bdi>{row.name}</bdi>
        {facts && <span className="ap-ct-sub">{facts}</span>}
      </p>
      <dl>
        {metrics.map((metric) => (
          <CardNumber key={metric} row={row} metric={metric} change />
        ))}
        <div>
          <dt>{table.columns.budget}</dt>
          <dd>
            <BudgetCell row={row} unit />
          </dd>
        </div>
      </dl>
    </div>
  )
}
