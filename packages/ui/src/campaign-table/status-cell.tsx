import type { ReactElement } from 'react'
import { StatusLabel } from '../primitives/delivery-status.tsx'
import type { ObjectRow } from './object-row.ts'
import { useStatusReason } from './use-status-reason.ts'

/** Dot, word, and below it why. */
export function StatusCell({ row }: { row: ObjectRow }): ReactElement {
  const reason = useStatusReason()(row)
  return (
    <div className="ap-ct-two">
      <StatusLabel status={row.delivery} />
      {reason && <span className="ap-ct-sub ap-ct-status-sub">{reason}</span>}
    </div>
  )
}
