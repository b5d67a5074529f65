import { Menu } from '@base-ui/react/menu'
import { Fragment, type ReactElement } from 'react'
import { Icon } from '../primitives/icon.tsx'
import { useAdpane } from '../provider/adpane-context.ts'
import type { ChoiceMenuProps, MenuEntry } from './choice-menu.tsx'

/** The menu itself, open from the start. Arrow keys, letters, Escape and return of focus come with it. */
export function LoadedMenu({ trigger, groups, align = 'start' }: ChoiceMenuProps): ReactElement {
  const { portal } = useAdpane()
  return (
    <Menu.Root modal={false} defaultOpen>
      <Menu.Trigger render={trigger} />
      <Menu.Portal container={portal}>
        <Menu.Positioner className="ap-ct-menu-place" sideOffset={4} align={align}>
          <Menu.Popup className="ap-ct-menu">
            {groups.map((entries, index) => (
              <Fragment key={entries[0]?.id}>
                {index > 0 && <Menu.Separator className="ap-ct-menu-rule" />}
                <Menu.RadioGroup value={entries.find((entry) => entry.kind === 'radio' && entry.isOn)?.id}>
                  {entries.map((entry) => (
                    <Entry key={entry.id} entry={entry} />
                  ))}
                </Menu.RadioGroup>
              </Fragment>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

function Entry({ entry }: { entry: MenuEntry }): ReactElement {
  switch (entry.kind) {
    case 'radio':
      return (
        <Menu.RadioItem value={entry.id} className="ap-ct-menu-item" closeOnClick onClick={entry.onChoose}>
          <span className="ap-ct-menu-mark">
            <Menu.RadioItemIndicator>
              <Icon name="check" size={14} />
            </Menu.RadioItemIndicator>
          </span>
          {entry.label}
        </Menu.RadioItem>
      )
    case 'check':
      return (
        // Stays open, since people often want several.
        <Menu.CheckboxItem
          checked={entry.isOn}
          onCheckedChange={entry.onChange}
          className="ap-ct-menu-item"
          closeOnClick={false}
        >
          <span className="ap-ct-menu-mark">
            <Menu.CheckboxItemIndicator>
              <Icon name="check" size={14} />
            </Menu.CheckboxItemIndicator>
          </span>
          {entry.label}
        </Menu.CheckboxItem>
      )
    case 'action':
      return (
        <Menu.Item className="ap-ct-menu-item" disabled={entry.isDisabled ?? false} onClick={entry.onChoose}>
          <span className="ap-ct-menu-mark">{entry.icon && <Icon name={entry.icon} size={14} />}</span>
          {entry.label}
        </Menu.Item>
      )
  }
}
