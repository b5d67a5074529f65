import { type ReactNode, useMemo } from 'react'
import { AdpaneProvider } from '@adpane/ui'
import type { Theme } from '../harborline/theme.ts'
import { type DataSource, fetchAdsSession, type Tenant } from '../host-api.ts'
import type { PageAddress } from '../page-address.ts'
import { AdvertisingPage } from './advertising-page.tsx'
import { demoClock } from './demo-clock.ts'

/** Where the host mounted the ads routes. */
const ENDPOINT = '/api/admin/meta-ads'

export interface AdvertisingWorkspaceProps {
  address: PageAddress
  go: (address: PageAddress) => void
  theme: Theme
  tenant: Tenant
  source: DataSource
}

/** One store's ads: everything below the provider reads through this tenant's session. */
export function AdvertisingWorkspace({ address, go, theme, tenant, source }: AdvertisingWorkspaceProps): ReactNode {
  const now = useMemo(() => demoClock(source), [source])
  return (
    <AdpaneProvider endpoint={ENDPOINT} fetchSession={() => fetchAdsSession(tenant.id)} appearance={theme} now={now}>
      <AdvertisingPage {...{ address, go, source, now }} firstAccount={source.firstAccounts[tenant.id]} />
    </AdpaneProvider>
  )
}
