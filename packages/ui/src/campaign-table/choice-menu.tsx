import { Menu } from '@base-ui/react/menu'
import type { ReactElement, ReactNode } from 'react'
import { Icon } from '../primitives/icon.tsx'
import { useAdpane } from '../provider/adpane-context.ts'

/** A button that opens a floating list. Arrow keys, letters, Escape and return of focus come with it. */
export function ChoiceMenu(props: {
  trigger: ReactElement
  align?: 'start' | 'end'
  children: ReactNode
}): ReactElement {
  const { portal } = useAdpane()
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger render={props.trigger} />
      <Menu.Portal container={portal}>
        <Menu.Positioner className="ap-ct-menu-place" sideOffset={4} align={props.align ?? 'start'}>
          <Menu.Popup className="ap-ct-menu">{props.children}</Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

/** One of several; the chosen one has a tick. */
export function RadioItem({ value, children }: { value: string; children: ReactNode }): ReactElement {
  return (
    <Menu.RadioItem value={value} className="ap-ct-menu-item" closeOnClick>
      <span className="ap-ct-menu-mark">
        <Menu.RadioItemIndicator>
          <Icon name="check" size={14} />
        </Menu.RadioItemIndicator>
      </span>
      {children}
    </Menu.RadioItem>
  )
}

/** On or off; the list stays open, since people often want several. */
export function CheckItem(props: {
  isOn: boolean
  onChange: (isOn: boolean) => void
  children: ReactNode
}): ReactElement {
  return (
    <Menu.CheckboxItem
      checked={props.isOn}
      onCheckedChange={props.onChange}
      className="ap-ct-menu-item"
      closeOnClick={false}
    >
      <span className="ap-ct-menu-mark">
        <Menu.CheckboxItemIndicator>
          <Icon name="check" size={14} />
        </Menu.CheckboxItemIndicator>
      </span>
      {props.children}
    </Menu.CheckboxItem>
  )
}
