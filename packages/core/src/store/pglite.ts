import { mkdir } from 'node:fs/promises'
import { PGlite, types } from '@electric-sql/pglite'
import { Kysely, PGliteDialect } from 'kysely'
import { lockFolder } from './folder-lock.ts'
import type { Database } from './schema.ts'
import { createStore, type Store } from './store.ts'

export interface PgliteStoreOptions {
  /** Folder that holds the database; made when absent. `memory` forgets everything on close. */
  dataDir: string
}

/**
 * Opens the embedded store and brings its schema up to date: PostgreSQL inside this process, nothing to install.
 *
 * @throws {Error} Another process has the folder open.
 */
export async function openPgliteStore({ dataDir }: PgliteStoreOptions): Promise<Store> {
  const inMemory = dataDir === 'memory'
  const unlock = inMemory ? undefined : await lockFolder(dataDir)
  if (!inMemory) await mkdir(dataDir, { recursive: true })
  const pglite = new PGlite({ dataDir: inMemory ? 'memory://' : dataDir, parsers })
  const store = createStore(new Kysely<Database>({ dialect: new PGliteDialect({ pglite }) }), unlock)
  await store.migrate()
  return store
}

// The same JavaScript values as the Postgres adapter gives: days and decimals as text, whole numbers as numbers.
const parsers = {
  [types.INT8]: (text: string) => Number(text),
  [types.NUMERIC]: (text: string) => text,
  [types.DATE]: (text: string) => text,
}
