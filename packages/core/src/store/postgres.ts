import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Database } from './schema.ts'
import { createStore, type Store } from './store.ts'

export interface PostgresStoreOptions {
  /** `postgres://user:password@host:port/database` */
  connectionString: string
  /** Connections held open at most. @default 10 */
  maxConnections?: number
}

/** Opens a store on Postgres and brings its schema up to date. */
export async function openPostgresStore(options: PostgresStoreOptions): Promise<Store> {
  const { connectionString, maxConnections = 10 } = options
  const pool = new pg.Pool({ connectionString, max: maxConnections, types: { getTypeParser } })
  // An idle connection that drops is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  const store = createStore(new Kysely<Database>({ dialect: new PostgresDialect({ pool }) }))
  await store.migrate()
  return store
}

// The same JavaScript values as the PGlite adapter gives: days and decimals as text, whole numbers as numbers.
const parsers = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.INT8, Number],
  [pg.types.builtins.NUMERIC, String],
  [pg.types.builtins.DATE, String],
])

const getTypeParser: pg.CustomTypesConfig['getTypeParser'] = (oid, format) =>
  parsers.get(oid) ?? pg.types.getTypeParser(oid, format)
