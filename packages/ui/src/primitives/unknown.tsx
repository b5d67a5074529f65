import { Tooltip } from '@base-ui/react/tooltip'
import type { ReactElement } from 'react'
import { UNKNOWN } from '../format/format-metric.ts'
import { useMessages } from '../messages/use-messages.ts'
import { useAdpane } from '../provider/adpane-context.ts'

export interface UnknownProps {
  /** Why nobody knows, as a sentence. */
  reason: string
}

/** `—` with its reason on hover and focus. A tab stop, because the reason is information. */
export function Unknown({ reason }: UnknownProps): ReactElement {
  const { portal } = useAdpane()
  const { common } = useMessages()
  return (
    <Tooltip.Root>
      <Tooltip.Trigger className="ap-na" delay={150} closeOnClick={false} aria-label={`${common.unknown}: ${reason}`}>
        {UNKNOWN}
      </Tooltip.Trigger>
      <Tooltip.Portal container={portal}>
        <Tooltip.Positioner sideOffset={6} className="ap-tooltip-at">
          <Tooltip.Popup className="ap-tooltip">{reason}</Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}
