import {
  type KeyboardEvent,
  lazy,
  type PointerEvent,
  type ReactElement,
  Suspense,
  useMemo,
  useRef,
  useState,
} from 'react'
import { toNumber } from '../format/to-number.ts'
import { useAdpane } from '../provider/adpane-context.ts'
import { ChartCrosshair } from './chart-crosshair.tsx'
import { ChartFrame } from './chart-frame.tsx'
import { type ChartGeometry, chartGeometry, indexAt } from './chart-geometry.ts'
import { ChartNotes } from './chart-notes.tsx'
import { latestFinished } from './chart-points.ts'
import { axisEnd, bandShares } from './chart-scale.ts'
import { SkeletonMarks } from './chart-skeleton.tsx'
import { ChartTooltip, usePointWords } from './chart-tooltip.tsx'
import type { ChartView } from './chart-view.ts'
import { type PlotSize, usePlotSize } from './use-plot-size.ts'

// Recharts weighs more than everything else together, so it comes when a chart is there to be drawn.
const ChartMarks = lazy(() => import('./chart-marks.tsx'))

export interface ChartPlotProps {
  view: ChartView
  label: string
  /** Whether the numbers step back, as after the session ended. */
  dim: boolean
  /** Pixels a strip above takes; the plot gives them up, so that the card keeps its size. */
  stripHeight: number
}

/** The plot: axes below, marks from Recharts, crosshair and tooltip above, and one cursor for pointer and keys. */
export function ChartPlot({ view, label, dim, stripHeight }: ChartPlotProps): ReactElement {
  const plot = useRef<HTMLDivElement>(null)
  const size = usePlotSize(plot)
  const geometry = useGeometry(view, size, stripHeight)
  const [pointed, setPointed] = useState<number>()
  // The docked tooltip of a small chart always speaks of a day, so that nothing jumps.
  const active = clamp(pointed ?? (size.small ? latestFinished(view.points) : undefined), view.points.length)
  return (
    <div className={dim ? 'ap-plot ap-dim' : 'ap-plot'} ref={plot}>
      {size.width > 0 && (
        <>
          {size.small && active !== undefined && <ChartTooltip view={view} geometry={geometry} index={active} />}
          <div className="ap-plot-area" style={{ blockSize: geometry.height }}>
            <ChartFrame view={view} geometry={geometry} />
            <Suspense fallback={<SkeletonMarks geometry={geometry} />}>
              <ChartMarks view={view} geometry={geometry} />
            </Suspense>
            {active !== undefined && <ChartCrosshair view={view} geometry={geometry} index={active} />}
            <ChartNotes notes={view.notes} points={view.points} geometry={geometry} />
            <Cursor view={view} geometry={geometry} label={label} active={active} onActive={setPointed} />
            {!size.small && active !== undefined && <ChartTooltip view={view} geometry={geometry} index={active} />}
          </div>
        </>
      )}
    </div>
  )
}

interface CursorProps {
  view: ChartView
  geometry: ChartGeometry
  label: string
  active: number | undefined
  onActive: (index: number | undefined) => void
}

/** A slider over dates: that is what it is to a keyboard and to a screen reader. */
function Cursor({ view, geometry, label, active, onActive }: CursorProps): ReactElement {
  const words = usePointWords(view)
  const index = active ?? latestFinished(view.points)
  const point = view.points[index]
  const onPointer = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    onActive(indexAt(geometry, event.clientX - box.left))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const next = movedBy(event.key, index, view.points.length, geometry.direction)
    if (next === undefined) return
    event.preventDefault()
    onActive(next)
  }
  return (
    <div
      className="ap-plot-cursor"
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={Math.max(0, view.points.length - 1)}
      aria-valuenow={index}
      aria-valuetext={point && words(point)}
      onPointerMove={onPointer}
      onPointerDown={onPointer}
      onPointerLeave={() => onActive(undefined)}
      onFocus={() => onActive(index)}
      onBlur={() => onActive(undefined)}
      onKeyDown={onKeyDown}
    />
  )
}

/** Where a key leads: arrows step the way they point, Home and End go to the first and last date. */
function movedBy(key: string, index: number, count: number, direction: 'ltr' | 'rtl'): number | undefined {
  const step = direction === 'rtl' ? -1 : 1
  const moves: Record<string, number> = {
    ArrowRight: index + step,
    ArrowLeft: index - step,
    ArrowUp: index + 1,
    ArrowDown: index - 1,
    PageUp: index + 7,
    PageDown: index - 7,
    Home: 0,
    End: count - 1,
  }
  return clamp(moves[key], count)
}

function clamp(index: number | undefined, count: number): number | undefined {
  return index === undefined || count === 0 ? undefined : Math.min(count - 1, Math.max(0, index))
}

function useGeometry(view: ChartView, { width, small }: PlotSize, stripHeight: number): ChartGeometry {
  const { direction } = useAdpane()
  return useMemo(() => {
    const share = bandShares(view.hasLine)
    const largest = (key: 'bar' | 'line') =>
      Math.max(0, ...view.points.flatMap((point) => [toNumber(point[key]) ?? 0, toNumber(point.compare?.[key]) ?? 0]))
    return chartGeometry({
      width,
      small,
      direction,
      count: view.points.length,
      barEnd: axisEnd(largest('bar'), share.bar),
      lineEnd: axisEnd(largest('line'), share.line),
      hasNotes: view.notes.length > 0,
      lessHeight: stripHeight,
    })
  }, [view, width, small, direction, stripHeight])
}
