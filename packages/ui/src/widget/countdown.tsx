import { type ReactElement, useEffect, useState } from 'react'
import { formatCountdown } from '../format/format-day.ts'

/** How long screen readers are left in peace between two announcements. */
const ANNOUNCE_MS = 30_000

/** Milliseconds left, counted on a clock that does not jump. A new wait needs a new `key` on the component. */
export function useCountdown(ms: number): number {
  const [left, setLeft] = useState(ms)
  useEffect(() => {
    const end = performance.now() + ms
    const timer = setInterval(() => setLeft(Math.max(0, end - performance.now())), 1000)
    return () => clearInterval(timer)
  }, [ms])
  return left
}

/** `2:41`, ticking for eyes each second and for ears every half minute. */
export function Countdown({ left }: { left: number }): ReactElement {
  const announced = Math.ceil(left / ANNOUNCE_MS) * ANNOUNCE_MS
  return (
    <>
      <span className="ap-count ap-num" aria-hidden="true">
        {formatCountdown(left)}
      </span>
      <span className="ap-sr">{formatCountdown(announced)}</span>
    </>
  )
}

/** The share of a wait that is over, as a ring. */
export function CountdownRing({ left, whole }: { left: number; whole: number }): ReactElement {
  const circle = 2 * Math.PI * 5.5
  const spent = whole > 0 ? 1 - left / whole : 1
  return (
    <svg className="ap-ring" viewBox="0 0 14 14" aria-hidden="true">
      <circle cx="7" cy="7" r="5.5" />
      <circle cx="7" cy="7" r="5.5" strokeDasharray={circle} strokeDashoffset={circle * spent} />
    </svg>
  )
}
