import type { AdAccount } from '@adpane/contract'
import { Combobox } from '@base-ui/react/combobox'
import { type ReactElement, useState } from 'react'
import { useMessages } from '../messages/use-messages.ts'
import { Icon } from '../primitives/icon.tsx'
import { useAdpane } from '../provider/adpane-context.ts'
import { AccountFace } from './account-face.tsx'
import type { AccountChoiceProps } from './account-picker.tsx'

/** A searched list for agencies with many accounts. */
export function AccountSearch({ accounts, chosen, onChoose }: AccountChoiceProps): ReactElement {
  const { portal } = useAdpane()
  const { accountPicker: messages } = useMessages()
  const [text, setText] = useState('')
  return (
    <Combobox.Root
      items={accounts}
      value={chosen ?? null}
      inputValue={text}
      onInputValueChange={setText}
      onValueChange={(account: AdAccount | null) => account && onChoose(account)}
      // An id typed or pasted finds its account as well as a name does.
      itemToStringLabel={({ name, id }: AdAccount) => `${name} ${id}`}
      isItemEqualToValue={(one, other) => one.id === other.id}
      autoHighlight
    >
      <Combobox.Trigger className="ap-btn ap-picker ap-account" aria-label={messages.label}>
        {chosen ? <AccountFace account={chosen} /> : messages.choose}
        <Icon name="caret" size={14} />
      </Combobox.Trigger>
      <Combobox.Portal container={portal}>
        <Combobox.Positioner className="ap-float" align="start" sideOffset={6}>
          <Combobox.Popup className="ap-pop ap-accounts" aria-label={messages.label}>
            <div className="ap-account-find">
              <Icon name="search" size={14} />
              <Combobox.Input aria-label={messages.search} placeholder={messages.search} />
            </div>
            <Combobox.Empty>
              <p className="ap-account-none">{messages.noMatch(text)}</p>
            </Combobox.Empty>
            <Combobox.List>{(account: AdAccount) => <AccountItem key={account.id} account={account} />}</Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  )
}

function AccountItem({ account }: { account: AdAccount }): ReactElement {
  return (
    <Combobox.Item value={account} className="ap-account-item">
      <AccountFace account={account} />
      <Combobox.ItemIndicator className="ap-account-check">
        <Icon name="check" size={14} />
      </Combobox.ItemIndicator>
    </Combobox.Item>
  )
}
