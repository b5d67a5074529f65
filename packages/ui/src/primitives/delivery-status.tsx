import type { DeliveryStatus } from '@adpane/contract'
import type { ReactElement } from 'react'
import { useMessages } from '../messages/use-messages.ts'

/** The dot's shape says it too: full, half, ring, diamond, square. */
const shapes: Record<DeliveryStatus, 'pos' | 'off' | 'review' | 'neg' | 'info' | 'warn' | 'arch'> = {
  active: 'pos',
  paused: 'off',
  in_review: 'review',
  rejected: 'neg',
  learning: 'info',
  learning_limited: 'warn',
  archived: 'arch',
  deleted: 'arch',
  not_delivering: 'off',
  completed: 'off',
}

/** The dot alone, for places where the word stands elsewhere. */
export function StatusDot({ status }: { status: DeliveryStatus }): ReactElement {
  return <span className={`ap-dot ap-dot-${shapes[status]}`} aria-hidden="true" />
}

/** Dot and word. */
export function StatusLabel({ status }: { status: DeliveryStatus }): ReactElement {
  const { delivery } = useMessages()
  return (
    <span className="ap-status">
      <StatusDot status={status} />
      <span>{delivery[status]}</span>
    </span>
  )
}
