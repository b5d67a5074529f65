import { ConnectionBrokenError } from '../errors/connection-broken-error.ts'
import type { GraphClient } from '../graph/graph-client.ts'
import type { TenantApi } from '../graph/tenant-api.ts'
import type { Store } from '../store/store.ts'
import { seal, unseal } from './envelope.ts'
import type { KeyRing } from './key-ring.ts'

export interface TenantConnection {
  id: string
  name: string
  /** Meta access token; sealed before it is stored. */
  accessToken: string
}

/** Tenants and their sealed Meta credentials. */
export interface Organizations {
  /** Creates the tenant where absent and seals its token. */
  save(connection: TenantConnection): Promise<void>
  list(): Promise<{ id: string; name: string }[]>
  /**
   * The Graph client in this tenant's name.
   *
   * @throws {ConnectionBrokenError} The tenant never connected.
   * @throws {CredentialUnreadableError} Its credential does not open.
   */
  apiOf(tenantId: string): Promise<TenantApi>
}

export function createOrganizations(store: Store, graph: GraphClient, keyRing: KeyRing): Organizations {
  return {
    save: async ({ id, name, accessToken }) => {
      const credential = await seal(accessToken, id, keyRing)
      await store.organizations
        .insertInto('public.organizations')
        .values({ id, name, meta_credential: credential })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ meta_credential: credential }))
        .execute()
    },
    list: () => store.organizations.selectFrom('public.organizations').select(['id', 'name']).orderBy('id').execute(),
    apiOf: async (tenantId) => {
      const row = await store.organizations
        .selectFrom('public.organizations')
        .select('meta_credential')
        .where('id', '=', tenantId)
        .executeTakeFirst()
      if (!row?.meta_credential) throw new ConnectionBrokenError('it was never made')
      return graph.withToken(await unseal(row.meta_credential, tenantId, keyRing), { tenantId })
    },
  }
}
