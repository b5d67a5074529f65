import { type RefObject, useLayoutEffect, useState } from 'react'

export interface PlotSize {
  /** Pixels the plot may fill; 0 before it is measured. */
  width: number
  /** Whether the widget, not the window, is 640 px wide or less. */
  small: boolean
}

/** Follows the plot's width and the width of the widget around it. */
export function usePlotSize(plot: RefObject<HTMLElement | null>): PlotSize {
  const [size, setSize] = useState<PlotSize>({ width: 0, small: false })
  useLayoutEffect(() => {
    const element = plot.current
    if (!element) return
    const measure = () => {
      const widget = element.closest('.ap-w') ?? element
      const next = { width: element.clientWidth, small: widget.clientWidth <= 640 }
      setSize((old) => (old.width === next.width && old.small === next.small ? old : next))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [plot])
  return size
}
