import { CSPProvider } from '@base-ui/react/csp-provider'
import { Select } from '@base-ui/react/select'
import type { ReactElement } from 'react'
import { useMessages } from '../messages/use-messages.ts'
import { Icon } from '../primitives/icon.tsx'
import { useAdpane } from '../provider/adpane-context.ts'
import { AccountFace } from './account-face.tsx'
import type { AccountChoiceProps } from './account-picker.tsx'

/** A plain menu for a handful of accounts. */
export function AccountSelect(props: AccountChoiceProps): ReactElement {
  // The list would bring a style tag to hide its scroll bar, which strict policies refuse.
  return (
    <CSPProvider disableStyleElements>
      <AccountMenu {...props} />
    </CSPProvider>
  )
}

function AccountMenu({ accounts, chosen, onChoose }: AccountChoiceProps): ReactElement {
  const { portal } = useAdpane()
  const { accountPicker: messages } = useMessages()
  return (
    <Select.Root
      value={chosen ?? null}
      onValueChange={(account) => account && onChoose(account)}
      itemToStringLabel={({ name }) => name}
      isItemEqualToValue={(one, other) => one.id === other.id}
    >
      <Select.Trigger className="ap-btn ap-picker ap-account" aria-label={messages.label}>
        <Select.Value>{chosen ? <AccountFace account={chosen} /> : messages.choose}</Select.Value>
        <Icon name="caret" size={14} />
      </Select.Trigger>
      <Select.Portal container={portal}>
        <Select.Positioner className="ap-float" align="start" sideOffset={6} alignItemWithTrigger={false}>
          <Select.Popup className="ap-pop ap-accounts">
            <Select.List>
              {accounts.map((account) => (
                <Select.Item key={account.id} value={account} label={account.name} className="ap-account-item">
                  <AccountFace account={account} />
                  <Select.ItemIndicator className="ap-account-check">
                    <Icon name="check" size={14} />
                  </Select.ItemIndicator>
                </Select.Item>
              ))}
            </Select.List>
          </Select.Popup>
        </Select.Positioner>
      </Select.Portal>
    </Select.Root>
  )
}
