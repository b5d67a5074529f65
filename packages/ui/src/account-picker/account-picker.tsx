import type { AdAccount } from '@adpane/contract'
import type { ReactElement } from 'react'
import { useMessages } from '../messages/use-messages.ts'
import { useAccounts } from '../queries/use-accounts.ts'
import { AccountSearch } from './account-search.tsx'
import { AccountSelect } from './account-select.tsx'

export interface AccountPickerProps {
  /** Id of the chosen account, `act_…`; undefined while nothing is chosen. */
  value: string | undefined
  onValueChange: (accountId: string) => void
}

/** What both forms of the picker need. */
export interface AccountChoiceProps {
  accounts: readonly AdAccount[]
  chosen: AdAccount | undefined
  onChoose: (account: AdAccount) => void
}

/** From here on a list is searched rather than read. */
const SEARCHED_FROM = 9

/** Which ad account the widgets beside it show: a menu, searchable when there are many. */
export function AccountPicker({ value, onValueChange }: AccountPickerProps): ReactElement {
  const { accountPicker: messages, common } = useMessages()
  const { data: accounts, error, refetch } = useAccounts()
  if (error && !accounts) {
    return (
      <button type="button" className="ap-btn ap-picker ap-picker-failed" onClick={() => void refetch()}>
        {messages.failed} <span className="ap-link">{common.tryAgain}</span>
      </button>
    )
  }
  if (!accounts) return <output className="ap-btn ap-picker ap-picker-wait" aria-label={messages.loading} />
  if (accounts.length === 0) return <span className="ap-btn ap-picker ap-picker-empty">{messages.empty}</span>
  const choice = {
    accounts,
    chosen: accounts.find(({ id }) => id === value),
    onChoose: ({ id }: AdAccount) => onValueChange(id),
  }
  return accounts.length < SEARCHED_FROM ? <AccountSelect {...choice} /> : <AccountSearch {...choice} />
}
