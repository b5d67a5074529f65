import type { Direction } from '../provider/adpane-context.ts'
import { AXIS_STEPS } from './chart-scale.ts'

/** Where everything stands, in pixels from the plot's top left corner. One source for marks, axes, pins and pointer. */
export interface ChartGeometry {
  width: number
  height: number
  /** Under 640 px of container: labels inside, three ticks, tooltip docked on top. */
  small: boolean
  direction: Direction
  /** Edges of the plotting area. */
  left: number
  right: number
  top: number
  bottom: number
  count: number
  /** Width of one point's column. */
  column: number
  /** Width of a bar. */
  bar: number
  /** Ends of both axes. */
  barEnd: number
  lineEnd: number
  x: (index: number) => number
  yBar: (value: number) => number
  yLine: (value: number) => number
}

export interface GeometryQuestion {
  width: number
  small: boolean
  direction: Direction
  count: number
  barEnd: number
  lineEnd: number
  /** Whether pins need their lane under the axis. */
  hasNotes: boolean
  /** Pixels of height given up to a strip above. @default 0 */
  lessHeight?: number
}

const TICK_ROW = 24
const NOTE_LANE = 26

export function chartGeometry(question: GeometryQuestion): ChartGeometry {
  const { width, small, direction, count, barEnd, lineEnd, hasNotes, lessHeight = 0 } = question
  const start = small ? 16 : 40
  const end = small ? 38 : 32
  const left = direction === 'rtl' ? end : start
  const right = width - (direction === 'rtl' ? start : end)
  const top = small ? 18 : 10
  const bottom = top + (small ? 200 : 264) - lessHeight
  const column = Math.max(0, right - left) / Math.max(1, count)
  const y = (value: number, axisEnd: number) => bottom - (value / axisEnd) * (bottom - top)
  return {
    width,
    height: bottom + TICK_ROW + (hasNotes && !small ? NOTE_LANE : 0),
    small,
    direction,
    left,
    right,
    top,
    bottom,
    count,
    column,
    bar: Math.min(count > 16 ? 16 : 28, Math.max(1, column * 0.46)),
    barEnd,
    lineEnd,
    x: (index) => (direction === 'rtl' ? right - (index + 0.5) * column : left + (index + 0.5) * column),
    yBar: (value) => y(value, barEnd),
    yLine: (value) => y(value, lineEnd),
  }
}

/** The point under a pointer; undefined outside the plotting area. */
export function indexAt(geometry: ChartGeometry, x: number): number | undefined {
  const { left, right, column, count, direction } = geometry
  if (x < left || x > right || count === 0) return undefined
  const offset = direction === 'rtl' ? right - x : x - left
  return Math.min(count - 1, Math.floor(offset / column))
}

/** Heights of the hairlines, bottom first; every other one when small. */
export function hairlines({ top, bottom, small }: ChartGeometry): readonly { step: number; y: number }[] {
  const steps = small ? [0, 2, 4] : [0, 1, 2, 3, 4]
  return steps.map((step) => ({ step, y: Math.round(bottom - (step / AXIS_STEPS) * (bottom - top)) + 0.5 }))
}
