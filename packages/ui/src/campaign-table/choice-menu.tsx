import { cloneElement, lazy, type ReactElement, Suspense, useState } from 'react'
import type { IconName } from '../primitives/icon.tsx'

/** A line of a menu. `id` tells lines apart and names the chosen one among radios. */
export type MenuEntry =
  | { kind: 'radio'; id: string; label: string; isOn: boolean; onChoose: () => void }
  | { kind: 'check'; id: string; label: string; isOn: boolean; onChange: (isOn: boolean) => void }
  | { kind: 'action'; id: string; label: string; icon?: IconName; isDisabled?: boolean; onChoose: () => void }

export interface ChoiceMenuProps {
  /** The button that opens it. */
  trigger: ReactElement<TriggerProps>
  /** Groups of lines, with a rule between them. */
  groups: readonly (readonly MenuEntry[])[]
  /** @default 'start' */
  align?: 'start' | 'end'
}

/** What a closed menu needs of its button. */
interface TriggerProps {
  'aria-haspopup'?: 'menu'
  'aria-expanded'?: boolean
  onClick?: () => void
  onPointerEnter?: () => void
  onFocus?: () => void
}

/**
 * A button that opens a floating list.
 *
 * Menus are three times the size of the table's own code and rarely opened, so they load when a pointer or the
 * focus comes near; until then the button stands alone.
 */
export function ChoiceMenu({ trigger, ...menu }: ChoiceMenuProps): ReactElement {
  const [isAsked, setAsked] = useState(false)
  const closed = cloneElement(trigger, {
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onClick: () => setAsked(true),
    onPointerEnter: preload,
    onFocus: preload,
  })
  if (!isAsked) return closed
  return (
    <Suspense fallback={closed}>
      <LoadedMenu {...menu} trigger={trigger} />
    </Suspense>
  )
}

const load = () => import('./loaded-menu.tsx')
const LoadedMenu = lazy(async () => ({ default: (await load()).LoadedMenu }))

function preload(): void {
  // A failure is told when the menu is opened.
  void load().catch(() => undefined)
}
