import { type RefObject, useLayoutEffect, useState } from 'react'

/** At this width of the widget, in pixels, rows become cards. */
const CARDS_UP_TO = 640

/** Whether the widget is wide enough for a table. Only one of the two forms is drawn, so that long lists are drawn once. */
export function useContainerForm(container: RefObject<HTMLElement | null>): 'table' | 'cards' {
  const [form, setForm] = useState<'table' | 'cards'>('table')
  useLayoutEffect(() => {
    const element = container.current
    if (!element) return undefined
    const choose = () => setForm(element.clientWidth <= CARDS_UP_TO ? 'cards' : 'table')
    choose()
    const observer = new ResizeObserver(choose)
    observer.observe(element)
    return () => observer.disconnect()
  }, [container])
  return form
}
