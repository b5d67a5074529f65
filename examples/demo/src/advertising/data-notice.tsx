import type { ReactNode } from 'react'
import { Icon } from '../harborline/icon.tsx'
import type { DataSource } from '../host-api.ts'

/** Says plainly when numbers are not what Meta reports. */
export function DataNotice({ source, accountId }: { source: DataSource; accountId: string | undefined }): ReactNode {
  if (source.kind === 'meta') return null
  const isFromFile = accountId !== undefined && accountId === source.results?.accountId
  return (
    <p className="hl-notice" role="note">
      <Icon name={isFromFile ? 'file' : 'flask'} />
      {isFromFile ? `Sandbox data: results from ${source.results?.file}` : 'Sandbox data: not real results'}
    </p>
  )
}
