import type { ReactNode } from 'react'
import { Icon } from '../harborline/icon.tsx'
import type { DataSource } from '../host-api.ts'

/** Says plainly when numbers are not what Meta reports. */
export function DataNotice({ source }: { source: DataSource }): ReactNode {
  if (source.kind === 'meta') return null
  return (
    <p className="hl-notice" role="note">
      <Icon name={source.kind === 'sandbox' ? 'flask' : 'file'} />
      {source.kind === 'sandbox' ? 'Sandbox data: not real results' : `Sandbox data: results from ${source.file}`}
    </p>
  )
}
