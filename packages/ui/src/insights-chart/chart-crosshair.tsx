import type { ReactElement } from 'react'
import { toNumber } from '../format/to-number.ts'
import { useAdpane } from '../provider/adpane-context.ts'
import { namedIndex } from './chart-frame.tsx'
import type { ChartGeometry } from './chart-geometry.ts'
import type { ChartView } from './chart-view.ts'
import { barPath } from './bar-path.ts'
import { tickText } from './point-text.ts'

export interface CrosshairProps {
  view: ChartView
  geometry: ChartGeometry
  index: number
}

/** One column wash, one line, the points it meets, and the date on the axis. */
export function ChartCrosshair({ view, geometry, index }: CrosshairProps): ReactElement | null {
  const { locale } = useAdpane()
  const point = view.points[index]
  if (!point) return null
  const { top, bottom, column, small } = geometry
  const x = geometry.x(index)
  const bar = view.show.bar ? toNumber(point.bar) : null
  const line = view.show.line ? toNumber(point.line) : null
  const before = view.show.line && view.show.compare ? toNumber(point.compare?.line) : null
  return (
    <>
      <svg className="ap-plot-svg ap-crosshair" width={geometry.width} height={geometry.height} aria-hidden="true">
        <rect className="ap-wash" x={x - column / 2} y={top} width={column} height={bottom - top} />
        {bar !== null && !point.unfinished && <path className="ap-bar-on" d={barOn(geometry, index, bar)} />}
        <path className="ap-cross" d={`M${x} ${top}V${bar ? geometry.yBar(bar) - 2 : bottom}`} />
        {before !== null && <circle className="ap-cross-before" cx={x} cy={geometry.yLine(before)} r={3} />}
        {line !== null && <circle className="ap-cross-dot" cx={x} cy={geometry.yLine(line)} r={4} />}
      </svg>
      {!small && index !== namedIndex(view) && (
        <span className="ap-pill" aria-hidden="true" style={{ left: x, insetBlockStart: bottom + 4 }}>
          {tickText(point, view.increment, locale)}
        </span>
      )}
    </>
  )
}

/** The bar under the crosshair, at full strength over its quieter self. */
function barOn(geometry: ChartGeometry, index: number, value: number): string {
  const y = geometry.yBar(value)
  return barPath(geometry.x(index) - geometry.bar / 2, y, geometry.bar, geometry.bottom - y)
}
