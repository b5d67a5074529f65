import type { ReactElement } from 'react'
import { Tooltip } from '../primitives/tooltip.tsx'
import type { TooltipTrigger } from '../primitives/use-tooltip.ts'

export interface FullNameProps {
  name: string
  /** What a click does to the box: `close` where it leads elsewhere. */
  press: 'open' | 'close'
  children: (trigger: TooltipTrigger) => ReactElement
}

/** Shows the whole of a cut name on hover and focus. */
export function FullName({ name, press, children }: FullNameProps): ReactElement {
  return (
    <Tooltip content={<bdi>{name}</bdi>} delayMs={350} press={press} align="start" className="ap-ct-full-name">
      {children}
    </Tooltip>
  )
}
