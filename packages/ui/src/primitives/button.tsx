import type { ComponentProps, ReactElement } from 'react'
import { classNames } from './class-names.ts'

export interface ButtonProps extends ComponentProps<'button'> {
  /** @default 'default' */
  tone?: 'default' | 'primary' | 'ghost'
  /** 28 px inside cards, 32 in the page; both grow under a coarse pointer. @default 'sm' */
  size?: 'sm' | 'md'
  /** Square, for one icon; needs an `aria-label`. */
  iconOnly?: boolean
}

export function Button(props: ButtonProps): ReactElement {
  const { tone = 'default', size = 'sm', iconOnly = false, className, ...rest } = props
  const classes = classNames(
    'ap-btn',
    size === 'sm' && 'ap-btn-sm',
    tone !== 'default' && `ap-btn-${tone}`,
    iconOnly && 'ap-btn-icon',
    className,
  )
  return <button type="button" {...rest} className={classes} />
}
