import { countDays } from '@adpane/contract'
import { type ReactElement, useRef } from 'react'
import { SkeletonDelay } from '../primitives/skeleton.tsx'
import { useAdpane } from '../provider/adpane-context.ts'
import type { DayRange } from '../ranges/compare-range.ts'
import { Hairlines } from './chart-frame.tsx'
import { type ChartGeometry, chartGeometry, hairlines } from './chart-geometry.ts'
import { usePlotSize } from './use-plot-size.ts'

export interface ChartSkeletonProps {
  /** Grey marks while loading, empty axes when there is nothing, or only the space. */
  form: 'skeleton' | 'axes' | 'blank'
  range: DayRange
  hasNotes: boolean
}

/** The plot's place while there is nothing to plot, with the geometry of what comes. */
export function ChartSkeleton({ form, range, hasNotes }: ChartSkeletonProps): ReactElement {
  const plot = useRef<HTMLDivElement>(null)
  const { direction } = useAdpane()
  const { width, small } = usePlotSize(plot)
  const count = Math.min(60, countDays(range.since, range.until))
  const geometry = chartGeometry({ width, small, direction, count, barEnd: 4, lineEnd: 4, hasNotes })
  return (
    <div className="ap-plot" ref={plot}>
      <div className="ap-plot-area" style={{ blockSize: geometry.height }}>
        {width > 0 && form === 'skeleton' && (
          <SkeletonDelay>
            <SkeletonPlot geometry={geometry} />
          </SkeletonDelay>
        )}
        {width > 0 && form === 'axes' && (
          <svg className="ap-plot-svg ap-faint" width={width} height={geometry.height} aria-hidden="true">
            <Hairlines geometry={geometry} />
          </svg>
        )}
      </div>
    </div>
  )
}

function SkeletonPlot({ geometry }: { geometry: ChartGeometry }): ReactElement {
  const { width, height, left, right, bottom, count, x } = geometry
  return (
    <>
      <svg className="ap-plot-svg" width={width} height={height} aria-hidden="true">
        <Hairlines geometry={geometry} />
        {hairlines(geometry).map(({ step, y }) => (
          <g key={step} className="ap-sk-g">
            <rect x={left - 32} y={y - 4} width={22} height={8} rx={3} />
            <rect x={right + 10} y={y - 4} width={18} height={8} rx={3} />
          </g>
        ))}
        {[0.12, 0.5, 0.88].map((share) => (
          <rect
            key={share}
            className="ap-sk-g"
            x={x(Math.floor(count * share)) - 18}
            y={bottom + 9}
            width={36}
            height={8}
            rx={3}
          />
        ))}
      </svg>
      <SkeletonMarks geometry={geometry} />
    </>
  )
}

/** Grey bars and a grey line, also while Recharts is on its way. */
export function SkeletonMarks({ geometry }: { geometry: ChartGeometry }): ReactElement {
  const { width, height, bottom, bar, count, x, top } = geometry
  const whole = bottom - top
  const heights = Array.from({ length: count }, (_, index) => whole * (0.34 + Math.sin(index / 4) * 0.045))
  const y = (share: number) => bottom - whole * share
  return (
    <svg className="ap-plot-svg ap-sk-g" width={width} height={height} aria-hidden="true">
      {heights.map((tall, index) => (
        <rect key={x(index)} x={x(index) - bar / 2} y={bottom - tall} width={bar} height={tall} rx={2} />
      ))}
      {count > 1 && (
        <path
          d={`M${x(0)} ${y(0.78)}C${x(count / 3)} ${y(0.88)} ${x(count * 0.6)} ${y(0.7)} ${x(count - 1)} ${y(0.88)}`}
        />
      )}
    </svg>
  )
}
