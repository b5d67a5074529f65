import { type ReactElement, type ReactNode, useLayoutEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { useAdpane } from '../provider/adpane-context.ts'
import { classNames } from './class-names.ts'
import { placeTooltip } from './place-tooltip.ts'
import { type TooltipTrigger, useTooltip } from './use-tooltip.ts'

export interface TooltipProps {
  /** For eyes alone: what it explains must say the same to screen readers. */
  content: ReactNode
  /** How long a pointer rests before it opens. Focus opens it at once. */
  delayMs: number
  /** What a click does: `open` where nothing else would happen, so that touch has a way in. */
  press: 'open' | 'close'
  /** Along the trigger's width, in reading direction. @default 'center' */
  align?: 'start' | 'center'
  className?: string
  /** Draws what is explained, with the handlers. */
  children: (trigger: TooltipTrigger) => ReactElement
}

/**
 * A few words beside a button, on hover, on focus and by touch; Escape closes it and a pointer may rest on it.
 *
 * Drawn by the browser's own popover layer, so nothing cuts it off. Its own code, since every widget needs it
 * and a library's tooltip was twice as large as everything else a tile loads.
 */
export function Tooltip({ content, delayMs, press, align, className, children }: TooltipProps): ReactElement {
  const { portal } = useAdpane()
  const { anchor, trigger, box } = useTooltip(delayMs, press)
  return (
    <>
      {children(trigger)}
      {anchor &&
        portal &&
        createPortal(
          <Box anchor={anchor} align={align ?? 'center'} className={className} handlers={box}>
            {content}
          </Box>,
          portal,
        )}
    </>
  )
}

interface BoxProps {
  anchor: HTMLElement
  align: 'start' | 'center'
  className: string | undefined
  handlers: ReturnType<typeof useTooltip>['box']
  children: ReactNode
}

function Box({ anchor, align, className, handlers, children }: BoxProps): ReactElement {
  const { direction } = useAdpane()
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return undefined
    element.showPopover()
    const place = () => moveTo(element, anchor, align, direction)
    place()
    // Both, wherever they happen: the trigger moves with whatever scrolls around it.
    addEventListener('scroll', place, { capture: true, passive: true })
    addEventListener('resize', place)
    return () => {
      removeEventListener('scroll', place, { capture: true })
      removeEventListener('resize', place)
    }
  }, [anchor, align, direction])
  return (
    <div ref={box} popover="manual" role="tooltip" className={classNames('ap-tooltip', className)} {...handlers}>
      {children}
    </div>
  )
}

function moveTo(box: HTMLElement, anchor: HTMLElement, align: 'start' | 'center', direction: 'ltr' | 'rtl'): void {
  const { left, top } = placeTooltip({
    anchor: anchor.getBoundingClientRect(),
    box: { width: box.offsetWidth, height: box.offsetHeight },
    room: { width: document.documentElement.clientWidth, height: document.documentElement.clientHeight },
    align: align === 'center' ? 'center' : direction === 'rtl' ? 'right' : 'left',
  })
  box.style.left = `${left}px`
  box.style.top = `${top}px`
}
