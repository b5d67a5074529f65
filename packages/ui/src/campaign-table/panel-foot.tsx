import type { ReactElement } from 'react'
import { useMessages } from '../messages/use-messages.ts'
import { FreshnessLabel } from '../primitives/freshness-label.tsx'
import type { ObjectResponses, ObjectsAnswer } from '../queries/use-objects.ts'
import { Pager } from './pager.tsx'
import type { TableQuestion } from './use-table-query.ts'
import type { TableActions } from './use-table-view.ts'

export interface PanelFootProps {
  question: TableQuestion
  answer: ObjectsAnswer<keyof ObjectResponses>
  actions: TableActions
  isUpdating: boolean
}

/** Which rows of how many, and in which money. */
export function PanelFoot({ question, answer, actions, isUpdating }: PanelFootProps): ReactElement {
  const { table } = useMessages()
  const { cursors } = question.view
  const { next } = answer.paging
  return (
    <div className="ap-ct-foot">
      <Pager
        from={cursors.length * question.pageSize + 1}
        rows={answer.rows.length}
        of={answer.totals.of}
        onPrevious={cursors.length > 0 ? actions.previousPage : undefined}
        // A cursor of the page before would skip rows of this one.
        onNext={next !== undefined && !isUpdating ? () => actions.nextPage(next) : undefined}
      />
      {/* Where the widget is narrow; wider ones say it above the rows. */}
      <FreshnessLabel freshness={answer.freshness} timeZone={answer.timezone} />
      <span className="ap-ct-money">{table.amountsIn(answer.currency)}</span>
    </div>
  )
}
