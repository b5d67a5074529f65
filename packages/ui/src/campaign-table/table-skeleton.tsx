import type { ReactElement } from 'react'
import { Skeleton } from '../primitives/skeleton.tsx'
import { isNumeric, type TableColumn } from './columns.tsx'
import { TableHead, type TableHeadProps } from './object-table-view.tsx'

/** Uneven like real names, so that the eye sees rows and not a grid. Pixels. */
const nameWidths = [176, 148, 190, 132, 164, 154, 182, 140]
const statusWidths = [52, 52, 64, 96, 56, 52, 48, 88]

/** Rows to come: real column names over bars with the geometry of the cells. */
export function TableSkeleton({ rows, ...head }: TableHeadProps & { rows: number }): ReactElement {
  return (
    <div className="ap-ct-scroll">
      <table className="ap-ct-table" inert>
        <TableHead {...head} />
        <tbody>
          {Array.from({ length: rows }, (_, index) => (
            <tr key={index}>
              {head.columns.map((column) => (
                <SkeletonCell
                  key={column.kind === 'metric' ? column.metric : column.kind}
                  column={column}
                  row={index}
                />
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td className="ap-ct-stick" colSpan={head.columns.length}>
              <Skeleton width="132px" />
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

function SkeletonCell({ column, row }: { column: TableColumn; row: number }): ReactElement {
  if (column.kind === 'name')
    return (
      <th scope="row" className="ap-ct-stick">
        <div className="ap-ct-name">
          <span className="ap-ct-tile ap-ct-tile-empty" />
          <Skeleton width={`${nameWidths[row % nameWidths.length]}px`} />
        </div>
      </th>
    )
  const width = column.kind === 'status' ? `${statusWidths[row % statusWidths.length]}px` : '54px'
  return (
    <td className={isNumeric(column) ? 'ap-ct-n' : undefined}>
      <Skeleton width={width} />
    </td>
  )
}

/** The same for the narrow form. */
export function CardsSkeleton({ cards }: { cards: number }): ReactElement {
  return (
    <ul className="ap-ct-cards" aria-hidden="true">
      {Array.from({ length: cards }, (_, index) => (
        <li key={index} className="ap-ct-card">
          <div className="ap-ct-card-head">
            <span className="ap-ct-tile ap-ct-tile-empty" />
            <div className="ap-ct-two ap-ct-card-bars">
              <Skeleton width={`${nameWidths[index % nameWidths.length]}px`} />
              <Skeleton width={`${statusWidths[index % statusWidths.length]}px`} height="8px" />
            </div>
          </div>
          <div className="ap-ct-card-facts">
            <Skeleton width="76px" height="31px" />
            <Skeleton width="52px" height="31px" />
            <Skeleton width="52px" height="31px" />
          </div>
        </li>
      ))}
    </ul>
  )
}
