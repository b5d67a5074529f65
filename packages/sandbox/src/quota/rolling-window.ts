/** Counts events over a stretch of time that moves on with the clock, in steps of one slot. Plain data. */
export interface RollingWindow {
  readonly slotMs: number
  readonly slots: number[]
  /** Number of the slot that is being filled, counted from the epoch. */
  newest: number
  total: number
}

/** An empty window. Finer slots roll more smoothly and take more room. */
export function rollingWindow(windowMs: number, slots: number): RollingWindow {
  return { slotMs: windowMs / slots, slots: Array.from({ length: slots }, () => 0), newest: 0, total: 0 }
}

export function addToWindow(window: RollingWindow, nowMs: number, events = 1): void {
  roll(window, nowMs)
  const index = window.newest % window.slots.length
  window.slots[index] = (window.slots[index] ?? 0) + events
  window.total += events
}

/** Events of the window that ends now. */
export function countIn(window: RollingWindow, nowMs: number): number {
  roll(window, nowMs)
  return window.total
}

/** Milliseconds until no more than `atMost` events are left in the window, if none is added; 0 when that is so now. */
export function msUntilAtMost(window: RollingWindow, nowMs: number, atMost: number): number {
  let left = countIn(window, nowMs)
  const { slots, slotMs, newest } = window
  for (let age = slots.length - 1; age >= 0 && left > atMost; age--) {
    const slot = newest - age
    left -= slots[modulo(slot, slots.length)] ?? 0
    if (left <= atMost) return (slot + slots.length) * slotMs - nowMs
  }
  return 0
}

// A clock set back changes nothing: the window stays where it was until time has caught up.
function roll(window: RollingWindow, nowMs: number): void {
  const { slots, slotMs } = window
  const current = Math.floor(nowMs / slotMs)
  const steps = Math.min(slots.length, current - window.newest)
  for (let step = 1; step <= steps; step++) {
    const index = modulo(window.newest + step, slots.length)
    window.total -= slots[index] ?? 0
    slots[index] = 0
  }
  if (steps > 0) window.newest = current
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by
}
