import type { InsightsTotals, MetricName } from '@adpane/contract'
import { type ReactElement, useState } from 'react'
import { numberParts } from '../format/number-parts.ts'
import { useMessages } from '../messages/use-messages.ts'
import { Button } from '../primitives/button.tsx'
import { useAdpane } from '../provider/adpane-context.ts'
import { ObjectCard, useCardLabel } from './object-card.tsx'
import type { ObjectRow } from './object-row.ts'
import { MetricTotal } from './totals-row.tsx'

/** A phone shows about four cards at once; more are drawn when asked for. */
const CARDS_A_STEP = 50

export interface ObjectCardsProps {
  label: string
  rows: readonly ObjectRow[]
  metrics: readonly MetricName[]
  totals: InsightsTotals
  title: string
  note: string
  isUpdating: boolean
}

/** The rows as cards, totals last. */
export function ObjectCards(props: ObjectCardsProps): ReactElement {
  const { locale } = useAdpane()
  const { table } = useMessages()
  const [shown, setShown] = useState(CARDS_A_STEP)
  const chosen = cardMetrics(props.metrics)
  const rest = props.metrics.filter((metric) => !chosen.includes(metric))
  const more = Math.min(CARDS_A_STEP, props.rows.length - shown)
  return (
    <>
      <ul className="ap-ct-cards" aria-label={props.label} aria-busy={props.isUpdating}>
        {props.rows.slice(0, shown).map((row) => (
          <ObjectCard key={row.id} row={row} chosen={chosen} rest={rest} />
        ))}
        <TotalsCard {...props} metrics={chosen} />
      </ul>
      {more > 0 && (
        <div className="ap-ct-more">
          <Button onClick={() => setShown(shown + CARDS_A_STEP)}>
            {table.showMore(numberParts(more, locale, {}).digits)}
          </Button>
        </div>
      )}
    </>
  )
}

/** Spend, a result and its cost: what a row is judged by at a glance. */
function cardMetrics(metrics: readonly MetricName[]): readonly MetricName[] {
  const spend = metrics.filter((metric) => metric === 'spend')
  return [...spend, ...metrics.filter((metric) => metric !== 'spend')].slice(0, 3)
}

function TotalsCard({ title, note, metrics, totals }: ObjectCardsProps): ReactElement {
  return (
    <li className="ap-ct-card ap-ct-card-total">
      <div className="ap-ct-two">
        <b>{title}</b>
        <span className="ap-ct-sub">{note}</span>
      </div>
      <dl className="ap-ct-card-facts">
        {metrics.map((metric) => (
          <CardTotal key={metric} metric={metric} totals={totals} />
        ))}
      </dl>
    </li>
  )
}

function CardTotal({ metric, totals }: { metric: MetricName; totals: InsightsTotals }): ReactElement {
  return (
    <div>
      <dt>{useCardLabel(metric)}</dt>
      <dd>
        <MetricTotal metric={metric} totals={totals} unit />
      </dd>
    </div>
  )
}
