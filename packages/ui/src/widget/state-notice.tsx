import type { ReactElement, ReactNode } from 'react'
import { formatCountdown } from '../format/format-day.ts'
import { useMessages } from '../messages/use-messages.ts'
import { Button } from '../primitives/button.tsx'
import { StateMessage } from '../primitives/state-message.tsx'
import { useAdpane } from '../provider/adpane-context.ts'
import { useCountdown } from './countdown.tsx'
import { REVIEW_URL } from './state-strip.tsx'
import type { WidgetState } from './widget-state.ts'

export interface StateNoticeProps {
  state: WidgetState
  accountId: string
  /** What did not load, as a sentence begins: "Results". */
  what: string
  onRetry: () => void
  /** What stands there when everything went well and there is nothing to draw. */
  empty: ReactNode
}

/** The centred message of a widget that has no numbers to show. */
export function StateNotice(props: StateNoticeProps): ReactElement | null {
  const { state, accountId, what, onRetry, empty } = props
  const { states, common } = useMessages()
  const { onReconnect, onSignIn, onAskForAccess } = useAdpane()
  const requestId = state.error?.requestId
  switch (state.name) {
    case 'empty':
      return <>{empty}</>
    case 'no-permission':
      return (
        <StateMessage
          icon="lock"
          title={states.noPermissionTitle}
          body={states.noPermissionBody}
          action={onAskForAccess && <Button onClick={() => onAskForAccess(accountId)}>{states.askForAccess}</Button>}
        />
      )
    case 'account-disabled':
      return (
        <StateMessage
          icon="ban"
          title={states.accountDisabledEmptyTitle}
          body={states.accountDisabledEmptyBody}
          action={
            <a className="ap-btn ap-btn-sm" href={REVIEW_URL} target="_blank" rel="noreferrer">
              {states.requestReview}
            </a>
          }
        />
      )
    case 'connection-broken':
      return (
        <StateMessage
          icon="plug"
          title={states.disconnectedEmptyTitle}
          body={states.disconnectedEmptyBody}
          requestId={requestId}
          action={onReconnect && <Button onClick={() => onReconnect(accountId)}>{states.reconnect}</Button>}
        />
      )
    case 'rate-limited':
      return <LimitedNotice key={state.answeredAt} ms={state.retryAfterMs ?? 0} onRetry={onRetry} />
    case 'offline':
      return <StateMessage icon="wifi" title={states.offlineEmptyTitle} body={states.offlineEmptyBody} />
    case 'session-expired':
      return (
        <StateMessage
          icon="user"
          title={states.sessionExpiredEmptyTitle}
          body={states.sessionExpiredEmptyBody}
          action={<Button onClick={onSignIn ?? onRetry}>{states.continue}</Button>}
        />
      )
    case 'error':
      return (
        <StateMessage
          icon="warn"
          tone="neg"
          title={states.errorTitle(what)}
          body={requestId ? states.errorBody : states.unreachableBody}
          requestId={requestId}
          action={<Button onClick={onRetry}>{common.tryAgain}</Button>}
        />
      )
    case 'ready':
    case 'loading':
    case 'partial':
    case 'stale':
      return null
  }
}

function LimitedNotice({ ms, onRetry }: { ms: number; onRetry: () => void }): ReactElement {
  const { states, common } = useMessages()
  const left = useCountdown(ms)
  return (
    <StateMessage
      icon="clock"
      title={states.rateLimitedEmptyTitle}
      body={left > 0 ? states.rateLimitedEmptyBody(formatCountdown(left)) : undefined}
      action={left > 0 ? undefined : <Button onClick={onRetry}>{common.tryAgain}</Button>}
    />
  )
}
