import { type FocusEvent, type MouseEvent, type PointerEvent, useEffect, useRef, useState } from 'react'

/** Handlers for the button that a tooltip explains. */
export interface TooltipTrigger {
  onPointerEnter: (event: PointerEvent<HTMLElement>) => void
  onPointerLeave: (event: PointerEvent<HTMLElement>) => void
  onFocus: (event: FocusEvent<HTMLElement>) => void
  onBlur: () => void
  onClick: (event: MouseEvent<HTMLElement>) => void
}

/**
 * When a tooltip is open. `anchor` is the trigger while it is.
 *
 * @see https://www.w3.org/WAI/WCAG22/Understanding/content-on-hover-or-focus.html
 */
export function useTooltip(delayMs: number, press: 'open' | 'close') {
  const [anchor, setAnchor] = useState<HTMLElement>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const set = (to: HTMLElement | undefined, afterMs = 0) => {
    clearTimeout(timer.current)
    if (afterMs === 0) setAnchor(to)
    else timer.current = setTimeout(() => setAnchor(to), afterMs)
  }
  useDismissal(anchor, () => set(undefined))
  const leave = (from: HTMLElement | undefined) => {
    if (!from?.matches(':focus-visible')) set(undefined, LEAVE_MS)
  }
  const trigger: TooltipTrigger = {
    // A finger's pointer comes and goes with each tap; the click speaks for it.
    onPointerEnter: ({ pointerType, currentTarget }) => pointerType === 'touch' || set(currentTarget, delayMs),
    onPointerLeave: ({ pointerType, currentTarget }) => pointerType === 'touch' || leave(currentTarget),
    onFocus: ({ currentTarget }) => currentTarget.matches(':focus-visible') && set(currentTarget),
    onBlur: () => set(undefined),
    onClick: ({ currentTarget }) => set(press === 'open' ? currentTarget : undefined),
  }
  const box = { onPointerEnter: () => set(anchor), onPointerLeave: () => leave(anchor) }
  return { anchor, trigger, box }
}

/** Long enough to cross the gap to the box. */
const LEAVE_MS = 120

/** Closes on Escape, wherever the focus is, and on a press elsewhere. */
function useDismissal(anchor: HTMLElement | undefined, onDismiss: () => void): void {
  useEffect(() => {
    if (!anchor) return undefined
    const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && onDismiss()
    const onPress = ({ target }: Event) => target instanceof Node && !anchor.contains(target) && onDismiss()
    document.addEventListener('keydown', onKey)
    document.addEventListener('pointerdown', onPress)
    return () => {
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('pointerdown', onPress)
    }
  })
}
