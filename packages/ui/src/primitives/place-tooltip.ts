export interface TooltipSpace {
  /** Of the trigger, in the window. */
  anchor: { left: number; right: number; top: number; bottom: number }
  box: { width: number; height: number }
  /** Of the window. */
  room: { width: number; height: number }
  align: 'left' | 'center' | 'right'
}

/** Where a tooltip goes, in px of the window: above its trigger, below where there is no room, never past an edge. */
export function placeTooltip({ anchor, box, room, align }: TooltipSpace): { left: number; top: number } {
  const wished = {
    left: anchor.left,
    center: (anchor.left + anchor.right - box.width) / 2,
    right: anchor.right - box.width,
  }[align]
  const above = anchor.top - GAP - box.height
  return {
    left: Math.round(Math.max(MARGIN, Math.min(wished, room.width - MARGIN - box.width))),
    top: Math.round(above >= MARGIN ? above : anchor.bottom + GAP),
  }
}

/** Between trigger and box, and between box and the window's edges. */
const GAP = 6
const MARGIN = 6
