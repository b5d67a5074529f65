import type { AdAccount } from '@adpane/contract'
import type { ReactElement } from 'react'
import { useMessages } from '../messages/use-messages.ts'

/** Letter, name and currency of an account, and its status when it cannot run ads. */
export function AccountFace({ account }: { account: AdAccount }): ReactElement {
  const status = useMessages().accountPicker.statuses[account.status]
  return (
    <>
      <span className="ap-letter" aria-hidden="true">
        {account.name.slice(0, 1).toUpperCase()}
      </span>
      <span className="ap-account-name">{account.name}</span>
      {status && <span className="ap-account-status">{status}</span>}
      <span className="ap-picker-more ap-num">{account.currency}</span>
    </>
  )
}
