import type { ReactElement } from 'react'
import { ObjectName } from './object-name.tsx'
import type { ObjectRow } from './object-row.ts'
import { ObjectTile } from './object-tile.tsx'
import { useNameFacts } from './use-name-facts.ts'

/** Picture, name and one line of facts. */
export function NameCell({ row }: { row: ObjectRow }): ReactElement {
  const facts = useNameFacts()(row)
  return (
    <div className="ap-ct-name">
      <ObjectTile row={row} />
      <div className="ap-ct-name-text">
        <ObjectName row={row} />
        {facts && (
          <span className="ap-ct-sub">
            <bdi>{facts}</bdi>
          </span>
        )}
      </div>
    </div>
  )
}
