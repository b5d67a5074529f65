import { memo, type ReactElement } from 'react'
import { Bar, ComposedChart, Line, XAxis, YAxis } from 'recharts'
import { toNumber } from '../format/to-number.ts'
import { barPath } from './bar-path.ts'
import type { ChartGeometry } from './chart-geometry.ts'
import type { ChartPoint } from './chart-points.ts'
import type { ChartView } from './chart-view.ts'

interface MarksProps {
  view: ChartView
  geometry: ChartGeometry
}

/** What Recharts reads: one number a series, null where nothing is drawn. */
interface MarkRow {
  index: number
  unfinished: boolean
  bar: number | null
  barBefore: number | null
  line: number | null
  /** The last step of the line when its end is unfinished. */
  lineLive: number | null
  lineBefore: number | null
}

/** Bars and lines. Apart from the rest because Recharts loads with it; drawn anew only when numbers or size change. */
const ChartMarks: React.NamedExoticComponent<MarksProps> = memo(function ChartMarks({
  view,
  geometry,
}: MarksProps): ReactElement {
  const { width, height, left, right, top, bottom, direction } = geometry
  const { show } = view
  const quiet = { isAnimationActive: false, activeDot: false, connectNulls: false, legendType: 'none' } as const
  return (
    <div className="ap-plot-marks" aria-hidden="true">
      <ComposedChart
        width={width}
        height={height}
        margin={{ top, right: width - right, bottom: height - bottom, left }}
        data={view.points.map((point, index) => markRow(point, view.points[index + 1]))}
        accessibilityLayer={false}
      >
        <XAxis dataKey="index" hide reversed={direction === 'rtl'} />
        <YAxis yAxisId="bar" hide domain={[0, geometry.barEnd]} allowDataOverflow />
        <YAxis yAxisId="line" hide domain={[0, geometry.lineEnd]} allowDataOverflow />
        {show.bar && (
          <Bar yAxisId="bar" dataKey="bar" barSize={geometry.bar} shape={BarMark} isAnimationActive={false} />
        )}
        {show.bar && show.compare && (
          <Line {...quiet} yAxisId="bar" dataKey="barBefore" stroke="none" dot={compareRule(geometry.column)} />
        )}
        {show.line && show.compare && (
          <Line {...quiet} yAxisId="line" dataKey="lineBefore" type="linear" className="ap-line-before" dot={false} />
        )}
        {show.line && (
          <Line {...quiet} yAxisId="line" dataKey="line" type="linear" className="ap-line" dot={loneDot(view.points)} />
        )}
        {show.line && (
          <Line {...quiet} yAxisId="line" dataKey="lineLive" type="linear" className="ap-line-live" dot={LiveEnd} />
        )}
      </ComposedChart>
    </div>
  )
})

export default ChartMarks

function markRow(point: ChartPoint, next: ChartPoint | undefined): MarkRow {
  const line = toNumber(point.line)
  return {
    index: point.index,
    unfinished: point.unfinished,
    bar: toNumber(point.bar),
    barBefore: toNumber(point.compare?.bar),
    line: point.unfinished ? null : line,
    lineLive: point.unfinished || next?.unfinished ? line : null,
    lineBefore: toNumber(point.compare?.line),
  }
}

interface BarShape {
  x?: number
  y?: number
  width?: number
  height?: number
  payload?: MarkRow
}

/** Round on top, and an outline while the day is unfinished. */
function BarMark({ x = 0, y = 0, width = 0, height = 0, payload }: BarShape): ReactElement | null {
  if (!(height > 0)) return null
  return <path className={payload?.unfinished ? 'ap-bar-live' : 'ap-bar'} d={barPath(x, y, width, height)} />
}

interface DotShape {
  cx?: number
  cy?: number
  index?: number
  payload?: MarkRow
}

/** The period before, as one short rule a point; together they read as a dashed step. */
function compareRule(column: number) {
  return function CompareRule({ cx, cy, index, payload }: DotShape): ReactElement {
    if (cx === undefined || cy === undefined || payload?.barBefore === null) return <g key={index} />
    const half = Math.min(column * 0.36, 22)
    const d = `M${cx - half} ${cy}h${half * 2}`
    return (
      <g key={index}>
        <path className="ap-rule-edge" d={d} />
        <path className="ap-rule" d={d} />
      </g>
    )
  }
}

/** A point between two gaps has no line to be seen by. */
function loneDot(points: readonly ChartPoint[]) {
  const known = (index: number) => toNumber(points[index]?.line) !== null
  return function LoneDot({ cx, cy, index = 0, payload }: DotShape): ReactElement {
    const lone = typeof payload?.line === 'number' && !known(index - 1) && !known(index + 1)
    return lone ? <circle key={index} className="ap-line-dot" cx={cx} cy={cy} r={2.5} /> : <g key={index} />
  }
}

/** A hollow end says that the line is not done. */
function LiveEnd({ cx, cy, index, payload }: DotShape): ReactElement {
  const isEnd = payload?.unfinished && payload.lineLive !== null
  return isEnd ? <circle key={index} className="ap-line-end" cx={cx} cy={cy} r={3} /> : <g key={index} />
}
