import type { ReactElement } from 'react'
import { classNames } from '../primitives/class-names.ts'
import { Skeleton, SkeletonDelay } from '../primitives/skeleton.tsx'

/** Tiles without numbers: the geometry of what comes, or only its space. */
export function TileSkeletons({ count, shown }: { count: number; shown: boolean }): ReactElement {
  const tiles = Array.from({ length: count }, (_, index) => (
    <div key={index} className="ap-kpi">
      <span className="ap-kpi-label">
        <Skeleton width="64px" />
      </span>
      <span className="ap-kpi-value">
        <Skeleton width="104px" height="22px" />
      </span>
      <span className="ap-kpi-delta">
        <Skeleton width="128px" />
      </span>
    </div>
  ))
  return (
    <div className={classNames('ap-kpis', count === 5 && 'ap-kpis-5', !shown && 'ap-sk-held')} aria-hidden="true">
      {shown ? tiles.map((tile) => <SkeletonDelay key={tile.key}>{tile}</SkeletonDelay>) : tiles}
    </div>
  )
}
