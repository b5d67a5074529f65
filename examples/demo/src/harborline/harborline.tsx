import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { AdvertisingWorkspace } from '../advertising/advertising-workspace.tsx'
import { type DataSource, fetchDataSource, fetchTenants, type Tenant } from '../host-api.ts'
import { type PageAddress, usePageAddress } from '../page-address.ts'
import { Navigation, NavigationDrawer } from './navigation.tsx'
import { type PageId, pages } from './pages.ts'
import { PlaceholderPage } from './placeholder-page.tsx'
import { type Theme, useTheme } from './theme.ts'
import { TopBar } from './top-bar.tsx'

/** The host product: its own frame around whatever page is open. */
export function Harborline(): ReactNode {
  const [theme, setTheme] = useTheme()
  const [address, go] = usePageAddress()
  const [isMenuOpen, setMenuOpen] = useState(false)
  const { shop, problem, retry } = useShop()
  const tenant = shop?.tenants.find(({ id }) => id === address.store) ?? shop?.tenants[0]
  useDocumentTitle(address.page)

  const navigation = {
    page: address.page,
    tenants: shop?.tenants ?? [],
    tenantId: tenant?.id ?? '',
    onNavigate: (page: PageId) => go({ ...address, page }),
    // An ad account belongs to one store, so the choice does not travel to the next.
    onTenantChange: (store: string) => go({ ...address, account: undefined, store }),
  }
  return (
    <div className="hl">
      <Navigation {...navigation} />
      <NavigationDrawer {...navigation} open={isMenuOpen} onClose={() => setMenuOpen(false)} />
      <div className="hl-body">
        <TopBar page={address.page} theme={theme} onThemeChange={setTheme} onMenu={() => setMenuOpen(true)} />
        <main className="hl-page">
          {problem && <Problem message={problem} onRetry={retry} />}
          {shop && tenant && <OpenPage {...{ address, go, theme, tenant }} source={shop.source} />}
        </main>
      </div>
    </div>
  )
}

interface OpenPageProps {
  address: PageAddress
  go: (address: PageAddress) => void
  theme: Theme
  tenant: Tenant
  source: DataSource
}

function OpenPage({ address, go, theme, tenant, source }: OpenPageProps): ReactNode {
  if (address.page !== 'advertising') {
    return <PlaceholderPage page={address.page} onOpenAdvertising={() => go({ ...address, page: 'advertising' })} />
  }
  // The key throws every number of the last store away before the next one is drawn.
  return <AdvertisingWorkspace key={tenant.id} {...{ address, go, theme, tenant, source }} />
}

function Problem({ message, onRetry }: { message: string; onRetry: () => void }): ReactNode {
  return (
    <section className="hl-placeholder" role="alert">
      <h2>{message}</h2>
      <button type="button" className="hl-button" onClick={onRetry}>
        Try again
      </button>
    </section>
  )
}

interface Shop {
  tenants: Tenant[]
  source: DataSource
}

/** What the product knows before any page opens: its stores and where the demo's numbers come from. */
function useShop(): { shop?: Shop; problem?: string; retry: () => void } {
  const [answer, setAnswer] = useState<{ shop?: Shop; problem?: string }>({})
  const load = useCallback(() => {
    Promise.all([fetchTenants(), fetchDataSource()]).then(
      ([tenants, source]) => setAnswer({ shop: { tenants, source } }),
      (error: unknown) => setAnswer({ problem: error instanceof Error ? error.message : String(error) }),
    )
  }, [])
  useEffect(load, [load])
  return { ...answer, retry: load }
}

function useDocumentTitle(page: PageId): void {
  useEffect(() => {
    document.title = `${pages.find(({ id }) => id === page)?.name} · Harborline`
  }, [page])
}
