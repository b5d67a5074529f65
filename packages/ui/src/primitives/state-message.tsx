import { type ReactElement, type ReactNode, useState } from 'react'
import { useMessages } from '../messages/use-messages.ts'
import { Icon, type IconName } from './icon.tsx'

export interface StateMessageProps {
  icon: IconName
  /** One sentence: what happened. */
  title: string
  /** What it means and what to do. */
  body?: string | undefined
  /** One way on. */
  action?: ReactNode
  /** Shown for copying, so that support can find the request. */
  requestId?: string | undefined
  /** @default 'plain' */
  tone?: 'plain' | 'neg'
}

/** A centred message, only where there is nothing to show. */
export function StateMessage(props: StateMessageProps): ReactElement {
  const { icon, title, body, action, requestId, tone = 'plain' } = props
  return (
    <div className="ap-msg" role={tone === 'neg' ? 'alert' : 'status'}>
      <span className={`ap-msg-icon ap-msg-${tone}`}>
        <Icon name={icon} />
      </span>
      <b>{title}</b>
      {body && <p>{body}</p>}
      {(action || requestId) && (
        <div className="ap-msg-row">
          {action}
          {requestId && <RequestId id={requestId} />}
        </div>
      )}
    </div>
  )
}

function RequestId({ id }: { id: string }): ReactElement {
  const { common } = useMessages()
  const [copied, setCopied] = useState(false)
  // Without clipboard permission the id is still there to select.
  const copy = () =>
    void navigator.clipboard.writeText(id).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  return (
    <span className="ap-rid">
      {id}
      <button type="button" aria-label={copied ? common.copied : common.copyRequestId} onClick={copy}>
        <Icon name={copied ? 'check' : 'copy'} size={12} />
      </button>
    </span>
  )
}
