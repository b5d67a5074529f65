import type { ReactNode } from 'react'
import type { Tenant } from '../host-api.ts'
import { Icon } from './icon.tsx'

/** Whose store this is; a choice when the person works for several. Each store is a tenant of Adpane. */
export function StoreSwitcher({
  tenants,
  value,
  onValueChange,
}: {
  tenants: readonly Tenant[]
  value: string
  onValueChange: (tenantId: string) => void
}): ReactNode {
  const name = tenants.find(({ id }) => id === value)?.name ?? 'No store'
  return (
    <div className="hl-store">
      <span className="hl-store-letter" aria-hidden="true">
        {name.slice(0, 1)}
      </span>
      {tenants.length > 1 ? (
        <>
          <select aria-label="Store" value={value} onChange={(event) => onValueChange(event.target.value)}>
            {tenants.map((tenant) => (
              <option key={tenant.id} value={tenant.id}>
                {tenant.name}
              </option>
            ))}
          </select>
          <Icon name="caret" />
        </>
      ) : (
        <span>{name}</span>
      )}
    </div>
  )
}
