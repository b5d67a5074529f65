import { metricDefinition, type MetricName } from '@adpane/contract'
import type { ReactElement } from 'react'
import { formatShare } from '../format/format-metric.ts'
import { useMessages } from '../messages/use-messages.ts'
import { useAdpane } from '../provider/adpane-context.ts'

export interface DeltaProps {
  metric: MetricName
  /** Relative change: 0.149 is 14.9 % more. `'new'` when there was nothing before; undefined when unknown. */
  change: number | 'new' | undefined
}

/** A change with its verdict, which comes from the metric: filled better, hollow worse, thin arrow neither. No mark where nothing moved. */
export function Delta({ metric, change }: DeltaProps): ReactElement | null {
  const { common } = useMessages()
  const { locale } = useAdpane()
  if (change === undefined) return null
  if (change === 'new') return <span className="ap-delta">{common.newSince}</span>
  const percent = formatShare(change, locale)
  const verdict = verdictOf(metric, change)
  const moved = isUnchanged(change) ? common.unchanged : change > 0 ? common.up(percent) : common.down(percent)
  const words = verdict === 'neutral' ? moved : `${moved}, ${verdict === 'good' ? common.better : common.worse}`
  return (
    <span className={`ap-delta ap-delta-${verdict}`}>
      {isUnchanged(change) || <Mark up={change > 0} verdict={verdict} />}
      <span aria-hidden="true">{percent}</span>
      <span className="ap-sr">{words}</span>
    </span>
  )
}

export type Verdict = 'good' | 'bad' | 'neutral'

/** Whether a change is good news for this metric. Less than half a tenth of a percent is no news. */
export function verdictOf(metric: MetricName, change: number): Verdict {
  const { direction } = metricDefinition(metric)
  if (direction === 'neutral' || isUnchanged(change)) return 'neutral'
  return change > 0 === (direction === 'up') ? 'good' : 'bad'
}

/** Relative change between two values; `'new'` after nothing, undefined when either is unknown. */
export function changeBetween(now: number | undefined, before: number | undefined): number | 'new' | undefined {
  if (now === undefined || before === undefined) return undefined
  if (before === 0) return now === 0 ? 0 : 'new'
  return now / before - 1
}

/** Reads as 0.0 %. */
function isUnchanged(change: number): boolean {
  return Math.abs(change) < 0.0005
}

function Mark({ up, verdict }: { up: boolean; verdict: Verdict }): ReactElement {
  return (
    <svg className="ap-delta-mark" viewBox="0 0 8 8" aria-hidden="true">
      <path d={marks[verdict][up ? 'up' : 'down']} />
    </svg>
  )
}

const marks = {
  good: { up: 'M4 1.2 7.4 7H.6z', down: 'M4 6.8.6 1h6.8z' },
  bad: { up: 'M4 1.8 6.9 6.6H1.1z', down: 'M4 6.2 1.1 1.4h5.8z' },
  neutral: { up: 'M4 7V1.3M1.7 3.5 4 1.2l2.3 2.3', down: 'M4 1v5.7M1.7 4.5 4 6.8l2.3-2.3' },
} as const
