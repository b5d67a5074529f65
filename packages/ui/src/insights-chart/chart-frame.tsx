import { dayAt, type MetricName } from '@adpane/contract'
import { memo, type ReactElement, useId } from 'react'
import { formatDay } from '../format/format-day.ts'
import { formatMetric } from '../format/format-metric.ts'
import { useMessages } from '../messages/use-messages.ts'
import { useAdpane } from '../provider/adpane-context.ts'
import { type ChartGeometry, hairlines } from './chart-geometry.ts'
import { placed } from './chart-notes.tsx'
import { missingRuns } from './chart-points.ts'
import { AXIS_STEPS } from './chart-scale.ts'
import type { ChartView } from './chart-view.ts'
import { chooseTicks } from './choose-ticks.ts'
import { tickText } from './point-text.ts'

interface FrameProps {
  view: ChartView
  geometry: ChartGeometry
}

/** What stands still under the marks: hairlines, both axes, dates, gaps and the lines up from the pins. */
export const ChartFrame: React.NamedExoticComponent<FrameProps> = memo(function ChartFrame(
  props: FrameProps,
): ReactElement {
  const { view, geometry } = props
  return (
    <svg className="ap-plot-svg" width={geometry.width} height={geometry.height} aria-hidden="true">
      <Hairlines geometry={geometry} />
      <AxisLabels metric={view.metrics[0]} end={geometry.barEnd} side="start" {...props} />
      {view.hasLine && <AxisLabels metric={view.metrics[1]} end={geometry.lineEnd} side="end" {...props} />}
      <Gaps {...props} />
      <NoteLines {...props} />
      <DateTicks {...props} />
    </svg>
  )
})

/** The five hairlines both axes share; the lowest is the ground. */
export function Hairlines({ geometry }: { geometry: ChartGeometry }): ReactElement {
  const { left, right, small, direction } = geometry
  const from = small && direction === 'ltr' ? 0 : left
  const to = small && direction === 'rtl' ? geometry.width : right
  return (
    <>
      {hairlines(geometry).map(({ step, y }) => (
        <path key={step} className={step === 0 ? 'ap-ground' : 'ap-grid'} d={`M${from} ${y}H${to}`} />
      ))}
    </>
  )
}

interface AxisProps extends FrameProps {
  metric: MetricName
  end: number
  side: 'start' | 'end'
}

function AxisLabels({ metric, end, side, view, geometry }: AxisProps): ReactElement {
  const { locale } = useAdpane()
  const format = { currency: view.currency, locale, form: 'axis' } as const
  const place = labelPlace(geometry, side)
  const lines = hairlines(geometry).filter(({ step }) => step > 0 || !geometry.small)
  return (
    <>
      {lines.map(({ step, y }) => (
        <text key={step} className="ap-axis-text" x={place.x} y={y + place.dy} textAnchor={place.anchor}>
          {step === 0 ? '0' : stepText(metric, (end * step) / AXIS_STEPS, end, format)}
        </text>
      ))}
    </>
  )
}

/** All steps of an axis show the same number of decimals, so that 1.0 stands over 0.5. */
function stepText(metric: MetricName, value: number, end: number, format: Parameters<typeof formatMetric>[2]): string {
  const text = formatMetric(metric, value, format)
  if (metric !== 'roas' && metric !== 'frequency') return text
  const step = end / AXIS_STEPS
  const digits = step >= 1 && step % 1 === 0 ? 1 : step >= 0.1 ? 2 : 3
  return new Intl.NumberFormat(format.locale, {
    numberingSystem: 'latn',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value)
}

/** Beside the plot; inside it and above the hairline when small, to leave the width to the marks. */
function labelPlace({ left, right, width, small, direction }: ChartGeometry, side: 'start' | 'end') {
  const atLeft = (side === 'start') === (direction === 'ltr')
  if (small && side === 'start')
    return { x: atLeft ? 16 : width - 16, dy: -5, anchor: atLeft ? 'start' : 'end' } as const
  if (small) return { x: atLeft ? 28 : width - 28, dy: 4, anchor: atLeft ? 'end' : 'start' } as const
  return { x: atLeft ? left - 10 : right + 10, dy: 4, anchor: atLeft ? 'end' : 'start' } as const
}

function Gaps({ view, geometry }: FrameProps): ReactElement | null {
  const pattern = useId()
  const runs = missingRuns(view.points)
  if (runs.length === 0) return null
  const { column, top, bottom, x } = geometry
  return (
    <>
      <pattern id={pattern} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path className="ap-hatch" d="M0 0v6" />
      </pattern>
      {runs.map(({ from, to }) => (
        <rect
          key={from}
          className="ap-gap"
          x={Math.min(x(from), x(to)) - column / 2}
          y={top}
          width={(to - from + 1) * column}
          height={bottom - top}
          rx={3}
          fill={`url(#${pattern})`}
        />
      ))}
    </>
  )
}

function NoteLines({ view, geometry }: FrameProps): ReactElement {
  const { x, column, direction, top, bottom } = geometry
  return (
    <>
      {placed(view.notes, view.points).map(({ note, index }) => {
        const at = x(index) + (direction === 'rtl' ? 0.5 : -0.5) * column
        return (
          <path
            key={`${note.day} ${note.label}`}
            className="ap-note-line"
            d={`M${at} ${top}V${bottom + (geometry.small ? 0 : 28)}`}
          />
        )
      })}
    </>
  )
}

/** Room a date label takes, and what "Today to 14:05" takes. Pixels. */
const LABEL_WIDTH = 84
const NAMED_WIDTH = 104

function DateTicks({ view, geometry }: FrameProps): ReactElement {
  const { locale } = useAdpane()
  const { bottom, column, small, x } = geometry
  const named = namedIndex(view)
  const unfinishedText = useUnfinishedText(view)
  const ticks = chooseTicks({
    days: view.points.map((point) => point.since),
    increment: view.increment,
    room: small ? 3 : Math.max(2, Math.floor((geometry.right - geometry.left) / LABEL_WIDTH)),
    named,
    namedSpan: NAMED_WIDTH / Math.max(1, column),
  })
  return (
    <>
      {ticks.map((index) => {
        const point = view.points[index]
        if (!point) return null
        const isNamed = index === named
        const text = isNamed ? unfinishedText : tickText(point, view.increment, locale)
        return (
          <g key={index}>
            <path className="ap-ground" d={`M${x(index)} ${bottom}v4`} />
            <TickText {...tickPlace(geometry, index, isNamed)} y={bottom + 17} strong={isNamed} text={text} />
          </g>
        )
      })}
    </>
  )
}

/** "Today to 14:05"; of an earlier day when nothing newer came since. */
function useUnfinishedText({ unfinished, timezone }: ChartView): string {
  const { locale, now } = useAdpane()
  const { common } = useMessages()
  if (!unfinished) return ''
  const isToday = unfinished.day === dayAt(now(), timezone)
  return isToday ? common.todayTo(unfinished.time) : common.dayTo(formatDay(unfinished.day, locale), unfinished.time)
}

function TickText(props: {
  x: number
  anchor: 'start' | 'middle' | 'end'
  y: number
  strong: boolean
  text: string
}): ReactElement {
  return (
    <text
      className={props.strong ? 'ap-axis-date ap-strong' : 'ap-axis-date'}
      x={props.x}
      y={props.y}
      textAnchor={props.anchor}
    >
      {props.text}
    </text>
  )
}

/** The point that is named instead of dated: the one still running when Meta was last read. */
export function namedIndex({ points, unfinished }: ChartView): number | undefined {
  if (!unfinished) return undefined
  const index = points.findIndex((point) => point.unfinished)
  return index < 0 ? undefined : index
}

function tickPlace(geometry: ChartGeometry, index: number, isNamed: boolean) {
  const { x, width, small, direction, count } = geometry
  if (!isNamed || index < count - 1) return { x: x(index), anchor: 'middle' } as const
  const rtl = direction === 'rtl'
  // Text anchors follow the text's own direction, so "end" is the reading end in both.
  if (small) return { x: rtl ? 14 : width - 14, anchor: 'end' } as const
  return { x: x(index) + (rtl ? 14 : -14), anchor: 'middle' } as const
}
