import { dayAt } from '@adpane/contract'
import { formatDay } from '../format/format-day.ts'
import { useMessages } from '../messages/use-messages.ts'
import { useAdpane } from '../provider/adpane-context.ts'
import type { ObjectRow } from './object-row.ts'
import { statusReason } from './status-reason.ts'
import { useTableScope } from './table-scope.ts'

/** Says why an object is in its status: `Ended Nov 1`, `Campaign is off`. */
export function useStatusReason(): (row: ObjectRow) => string | undefined {
  const { locale } = useAdpane()
  const { table } = useMessages()
  const { asOf, timezone } = useTableScope()
  const dayOf = (instant: string) => formatDay(dayAt(new Date(instant), timezone), locale)
  return (row) => {
    const reason = statusReason(row, asOf)
    if (!reason) return undefined
    if (reason.kind === 'ended') return table.ended(dayOf(reason.at))
    return reason.kind === 'starts' ? table.starts(dayOf(reason.at)) : table.statusReasons[reason.kind]
  }
}
