import type { ReactElement, ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

export interface StripProps {
  /** @default 'plain' */
  tone?: 'plain' | 'info' | 'warn' | 'neg' | 'thin'
  icon: IconName | ReactElement
  children: ReactNode
  /** At the end of the line: a button, a link or a progress bar. */
  action?: ReactNode
}

/** One line that says why the numbers below are not the newest. */
export function Strip({ tone = 'plain', icon, children, action }: StripProps): ReactElement {
  return (
    <div className={`ap-strip ap-strip-${tone}`} role="status">
      {typeof icon === 'string' ? <Icon name={icon} size={14} /> : icon}
      <span className="ap-strip-text">{children}</span>
      {action}
    </div>
  )
}
