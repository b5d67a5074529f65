import type { ComponentProps, ReactElement } from 'react'
import { classNames } from './class-names.ts'

/** A surface with a hairline and no shadow. */
export function Card({ className, ...props }: ComponentProps<'section'>): ReactElement {
  return <section {...props} className={classNames('ap-card', className)} />
}
