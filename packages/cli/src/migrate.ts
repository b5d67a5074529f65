import type { StoreOptions } from './store-options.ts'

/**
 * Brings the store's schema up to date and closes it again.
 *
 * @returns What was brought up to date, in words.
 * @throws {Error} The store cannot be opened: in use by another process, unreachable, refused.
 */
export async function migrate({ dataDir, databaseUrl }: StoreOptions): Promise<string> {
  // Loaded here, so that `adpane sandbox` starts without a database engine.
  const { openPgliteStore, openPostgresStore } = await import('@adpane/core')
  const store = databaseUrl
    ? await openPostgresStore({ connectionString: databaseUrl, maxConnections: 1 })
    : await openPgliteStore({ dataDir })
  await store.close()
  return databaseUrl ? 'The Postgres store' : `The store in ${dataDir}`
}
