import type { ReactElement } from 'react'
import { UNKNOWN } from '../format/format-metric.ts'
import { useMessages } from '../messages/use-messages.ts'
import { Skeleton } from './skeleton.tsx'
import { Tooltip } from './tooltip.tsx'

export interface UnknownProps {
  /** Why nobody knows, as a sentence. */
  reason: string
  /** Whether it will be known soon. @default false */
  isPending?: boolean
}

/** `—` with its reason on hover and focus. A tab stop, because the reason is information. */
export function Unknown({ reason, isPending = false }: UnknownProps): ReactElement {
  const { common } = useMessages()
  if (isPending) return <Pending reason={reason} />
  return (
    <Tooltip content={reason} delayMs={150} press="open">
      {(trigger) => (
        <button type="button" className="ap-na" aria-label={`${common.unknown}: ${reason}`} {...trigger}>
          {UNKNOWN}
        </button>
      )}
    </Tooltip>
  )
}

/** The place of a number that comes by itself: nothing to look into, so no tab stop. */
function Pending({ reason }: { reason: string }): ReactElement {
  return (
    <span className="ap-pending" title={reason}>
      <Skeleton width="4.5ch" />
      <span className="ap-sr">{reason}</span>
    </span>
  )
}
