import type { ReactElement } from 'react'
import { useMessages } from '../messages/use-messages.ts'
import { Button } from '../primitives/button.tsx'
import { SkeletonDelay } from '../primitives/skeleton.tsx'
import { StateMessage } from '../primitives/state-message.tsx'
import { StateNotice } from '../widget/state-notice.tsx'
import type { WidgetState } from '../widget/widget-state.ts'
import { TableHead, type TableHeadProps } from './object-table-view.tsx'
import { CardsSkeleton, TableSkeleton } from './table-skeleton.tsx'
import { countFilters, type TableView } from './table-view.ts'

export interface RowsPlaceholderProps {
  state: WidgetState
  accountId: string
  view: TableView
  form: 'table' | 'cards'
  head: TableHeadProps
  /** Rows the skeleton draws. */
  rows: number
  onRetry: () => void
  onClear: () => void
}

/** What stands where rows would: a skeleton, or a message. As high as the rows, so that nothing jumps. */
export function RowsPlaceholder(props: RowsPlaceholderProps): ReactElement {
  const { state, form, head, rows, view } = props
  const { table, common } = useMessages()
  const what = table.levels[view.path.level]
  if (state.name === 'loading')
    return (
      <>
        <SkeletonDelay>
          {form === 'table' ? <TableSkeleton {...head} rows={rows} /> : <CardsSkeleton cards={Math.min(rows, 6)} />}
          <div className="ap-ct-foot" />
        </SkeletonDelay>
        <p className="ap-sr" role="status">
          {common.loading(what)}
        </p>
      </>
    )
  return (
    <>
      {state.name === 'empty' && form === 'table' && (
        <div className="ap-ct-scroll" aria-hidden="true">
          <table className="ap-ct-table" inert>
            <TableHead {...head} />
          </table>
        </div>
      )}
      <div className="ap-ct-message">
        <StateNotice
          state={state}
          accountId={props.accountId}
          what={what}
          onRetry={props.onRetry}
          empty={<EmptyRows view={view} onRetry={props.onRetry} onClear={props.onClear} />}
        />
      </div>
    </>
  )
}

/** Nothing there, or nothing that matches: one sentence, one action. */
function EmptyRows(props: Pick<RowsPlaceholderProps, 'view' | 'onRetry' | 'onClear'>): ReactElement {
  const { table, common } = useMessages()
  const { level } = props.view.path
  const filters = countFilters(props.view)
  if (filters > 0)
    return (
      <StateMessage
        icon="filter"
        title={table.noMatchTitle(table.levels[level], filters)}
        action={<Button onClick={props.onClear}>{table.clearFilters}</Button>}
      />
    )
  return (
    <StateMessage
      icon="image"
      title={table.emptyTitle[level]}
      body={table.emptyBody}
      action={<Button onClick={props.onRetry}>{common.refresh}</Button>}
    />
  )
}
