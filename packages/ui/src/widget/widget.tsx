import type { ReactElement, ReactNode } from 'react'
import { WidgetBoundary } from './widget-boundary.tsx'

/** Every widget's outermost element: it answers to its own width, and a crash stays inside. */
export function Widget({ children }: { children: ReactNode }): ReactElement {
  return (
    <div className="ap-w">
      <WidgetBoundary>{children}</WidgetBoundary>
    </div>
  )
}
