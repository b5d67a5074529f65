import type { Freshness } from '@adpane/contract'
import type { ReactElement, ReactNode } from 'react'
import { formatTime } from '../format/format-day.ts'
import { formatShare } from '../format/format-metric.ts'
import { useMessages } from '../messages/use-messages.ts'
import { Strip } from '../primitives/strip.tsx'
import { useAdpane } from '../provider/adpane-context.ts'
import { Countdown, CountdownRing, useCountdown } from './countdown.tsx'
import type { WidgetState } from './widget-state.ts'

export interface StateStripProps {
  state: WidgetState
  accountId: string
  freshness: Freshness
  timeZone: string
  onRetry: () => void
  /** Replaces "87% loaded" when the widget can count what has arrived. */
  loaded?: { text: string; of: string; unit: string } | undefined
}

/** The one line above numbers that are not the newest; nothing when they are. */
export function StateStrip(props: StateStripProps): ReactElement | null {
  const { states } = useMessages()
  const { onReconnect } = useAdpane()
  switch (props.state.name) {
    case 'account-disabled':
      return (
        <Strip tone="neg" icon="ban" action={<ReviewLink />}>
          <b>{states.accountDisabled}</b> {states.accountDisabledBody}
        </Strip>
      )
    case 'connection-broken':
      return (
        <Strip
          tone="warn"
          icon="plug"
          action={onReconnect && <Action onClick={() => onReconnect(props.accountId)}>{states.reconnect}</Action>}
        >
          <b>{states.disconnected}</b> {states.disconnectedBody}
        </Strip>
      )
    case 'rate-limited':
      return <LimitedStrip key={props.state.answeredAt} ms={props.state.retryAfterMs ?? 0} />
    case 'partial':
      return <PartialStrip {...props} progress={props.state.progress ?? 0} />
    case 'offline':
      return <OfflineStrip {...props} />
    case 'session-expired':
      return (
        <Strip icon="user" action={<SignInAction onRetry={props.onRetry} />}>
          <b>{states.sessionExpired}</b> {states.sessionExpiredBody}
        </Strip>
      )
    case 'ready':
    case 'loading':
    case 'empty':
    case 'error':
    case 'no-permission':
    case 'stale':
      return null
  }
}

/** Pixels the strip of a state takes, its margin included; 0 without one. */
export function stripHeight({ name, showsData }: WidgetState): number {
  if (!showsData) return 0
  return stripped.has(name) ? 40 : name === 'offline' ? 34 : 0
}

const stripped = new Set(['account-disabled', 'connection-broken', 'rate-limited', 'partial', 'session-expired'])

/** Where a person asks Meta to look at a disabled account again. */
export const REVIEW_URL = 'https://www.facebook.com/accountquality/'

function ReviewLink(): ReactElement {
  const { states } = useMessages()
  return (
    <a className="ap-strip-act" href={REVIEW_URL} target="_blank" rel="noreferrer">
      {states.requestReview}
    </a>
  )
}

function SignInAction({ onRetry }: { onRetry: () => void }): ReactElement {
  const { states } = useMessages()
  const { onSignIn } = useAdpane()
  return <Action onClick={onSignIn ?? onRetry}>{states.continue}</Action>
}

function Action({ onClick, children }: { onClick: () => void; children: ReactNode }): ReactElement {
  return (
    <button type="button" className="ap-strip-act" onClick={onClick}>
      {children}
    </button>
  )
}

function LimitedStrip({ ms }: { ms: number }): ReactElement {
  const { states } = useMessages()
  const left = useCountdown(ms)
  return (
    <Strip tone="warn" icon={<CountdownRing left={left} whole={ms} />}>
      {left > 0 ? (
        <>
          {states.rateLimited} <Countdown left={left} />
        </>
      ) : (
        states.rateLimitedNow
      )}
    </Strip>
  )
}

function PartialStrip({ loaded, progress }: StateStripProps & { progress: number }): ReactElement {
  const { states } = useMessages()
  const { locale } = useAdpane()
  const percent = formatShare(progress, locale).replace(/[.,]0(?=\D|$)/, '')
  const bar = (
    <span
      className="ap-strip-bar"
      role="progressbar"
      aria-label={states.partialShare(percent)}
      aria-valuenow={Math.round(progress * 100)}
    >
      <i style={{ inlineSize: `${progress * 100}%` }} />
    </span>
  )
  return (
    <Strip tone="info" icon="info" action={bar}>
      {loaded ? (
        <>
          <b className="ap-num">{states.partial(loaded.text, loaded.of)}</b> {loaded.unit}
        </>
      ) : (
        <b>{states.partialShare(percent)}</b>
      )}
    </Strip>
  )
}

function OfflineStrip({ freshness, timeZone }: StateStripProps): ReactElement {
  const { states } = useMessages()
  const { locale, now } = useAdpane()
  const time = freshness.syncedAt && formatTime(new Date(freshness.syncedAt), timeZone, locale, now())
  return (
    <Strip tone="thin" icon="wifi">
      <b>{states.offline}</b> {time && states.offlineBody(time)}
    </Strip>
  )
}
