import { type Kysely, sql, type Transaction } from 'kysely'
import { Migrator } from 'kysely/migration'
import { migrations, TENANT_ROLE } from './migrations.ts'
import type { Database } from './schema.ts'

/** SQL within one tenant. Row-level security hides every other tenant's rows, even where a `where` was forgotten. */
export type TenantTransaction = Transaction<Database>

/** What Adpane remembers: PGlite when embedded, Postgres when scaled out, the same SQL on both. */
export interface Store {
  /** Brings the schema up to date. Safe to call at every start. */
  migrate(): Promise<void>
  /**
   * The one door to tenant data: a transaction that sees and writes this tenant's rows only.
   *
   * @throws {Error} The store is closed.
   */
  withTenant<T>(tenantId: string, work: (tx: TenantTransaction) => Promise<T>): Promise<T>
  /** `public.organizations`, which stands above tenants. */
  readonly organizations: Pick<Kysely<Database>, 'selectFrom' | 'insertInto' | 'updateTable'>
  /** Lets what is under way end, then closes. */
  close(): Promise<void>
}

/** Builds a store over any Postgres that kysely can speak to. */
export function createStore(db: Kysely<Database>, release: () => Promise<void> = async () => {}): Store {
  // An engine that is closing leaves a transaction begun just then without an end, so none may begin.
  const underWay = new Set<Promise<unknown>>()
  let isClosed = false
  return {
    organizations: db,
    migrate: () => migrate(db),
    withTenant: async (tenantId, work) => {
      if (isClosed) throw new Error('The store is closed.')
      const transaction = transact(db, tenantId, work)
      underWay.add(transaction)
      try {
        return await transaction
      } finally {
        underWay.delete(transaction)
      }
    },
    close: async () => {
      isClosed = true
      await Promise.allSettled(underWay)
      await db.destroy()
      await release()
    },
  }
}

function transact<T>(db: Kysely<Database>, tenantId: string, work: (tx: TenantTransaction) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await sql`select set_config('adpane.tenant', ${tenantId}, true)`.execute(tx)
    await sql`set local role ${sql.id(TENANT_ROLE)}`.execute(tx)
    return work(tx)
  })
}

async function migrate(db: Kysely<Database>): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    migrationTableName: 'adpane_migration',
    migrationLockTableName: 'adpane_migration_lock',
  })
  const { error } = await migrator.migrateToLatest()
  if (error) throw new Error('The store could not be brought up to date.', { cause: error })
}
