import type { CSSProperties, ReactElement } from 'react'
import { useAdpane } from '../provider/adpane-context.ts'

export interface SparklineProps {
  /** One value a step; null is a gap. */
  values: readonly (number | null)[]
  /** Pixels. @default 72 */
  width?: number
  /** Pixels. @default 24 */
  height?: number
  /** Any CSS colour. @default the third text colour */
  color?: string
  /** Whether the scale starts at zero; otherwise at the smallest value. @default false */
  fromZero?: boolean
  className?: string
}

/** A trend at a glance, without axes: plain SVG, mirrored in RTL. Decorative; the numbers stand beside it. */
export function Sparkline(props: SparklineProps): ReactElement | null {
  const { values, width = 72, height = 24, color, fromZero = false, className = 'ap-spark' } = props
  const { direction } = useAdpane()
  const points = place(values, width, height, fromZero, direction === 'rtl')
  const last = points.findLast((point) => point !== null)
  if (!last) return null
  const style = color ? ({ '--ap-spark-color': color } as CSSProperties) : undefined
  return (
    <svg
      className={className}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      style={style}
    >
      <path d={pathOf(points)} />
      <circle cx={last.x} cy={last.y} r={1.7} />
    </svg>
  )
}

interface Point {
  x: number
  y: number
}

const PAD = 3

function place(values: readonly (number | null)[], width: number, height: number, fromZero: boolean, rtl: boolean) {
  const known = values.filter((value) => value !== null)
  const low = fromZero ? 0 : Math.min(...known)
  const span = Math.max(...known) - low || 1
  const step = (width - 2 * PAD) / Math.max(1, values.length - 1)
  return values.map((value, index): Point | null => {
    if (value === null) return null
    const x = PAD + index * step
    return { x: tenth(rtl ? width - x : x), y: tenth(height - PAD - ((value - low) / span) * (height - 2 * PAD)) }
  })
}

function pathOf(points: readonly (Point | null)[]): string {
  return points.map((point, index) => (point ? `${points[index - 1] ? 'L' : 'M'}${point.x} ${point.y}` : '')).join('')
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10
}
