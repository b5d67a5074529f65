import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { postgresUrl } from '@adpane/tools/services'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type NewFact, readCoverage, readFacts, replaceFacts, markRead } from '../insights/fact-store.ts'
import { emptyFact } from '../insights/empty-fact.ts'
import { openPgliteStore } from './pglite.ts'
import { openPostgresStore } from './postgres.ts'
import type { Store } from './store.ts'

describeStore('PGlite in memory', () => openPgliteStore({ dataDir: 'memory' }))
describeStore('Postgres', async () => openPostgresStore({ connectionString: await postgresUrl() }))

function describeStore(name: string, open: () => Promise<Store>): void {
  describe(`store on ${name}`, () => {
    let store: Store
    beforeAll(async () => {
      store = await open()
      await store.organizations
        .insertInto('public.organizations')
        .values([
          { id: 'fieldnote', name: 'Fieldnote Supply', meta_credential: null },
          { id: 'kumo', name: 'Kumo Coffee', meta_credential: null },
        ])
        .execute()
    })
    afterAll(() => store.close())

    const slice = {
      tenantId: 'fieldnote',
      accountId: 'act_1',
      level: 'campaign',
      breakdowns: '',
      since: '2025-03-01',
      until: '2025-03-03',
      increment: '1',
    } as const
    const save = (tenantId: string, day: string, facts: NewFact[]) =>
      store.withTenant(tenantId, async (tx) => {
        const period = { since: day, until: day }
        await replaceFacts(tx, { ...slice, tenantId }, [{ ...period, facts }])
        await markRead(tx, { ...slice, tenantId }, [period], new Date('2025-03-04T10:00:00Z'))
      })
    const aFact = (objectId: string, metrics: Partial<NewFact>): NewFact => {
      const { since: _, unknownPeople: __, ...fact } = emptyFact(objectId, '')
      return { ...fact, ...metrics }
    }

    it('can be brought up to date again and again', async () => {
      await store.migrate()
      await expect(store.migrate()).resolves.toBeUndefined()
    })

    it('gives back numbers, decimals and days in the same form on every engine', async () => {
      await save('fieldnote', '2025-03-01', [aFact('c1', { impressions: 3_000_000_000, spend: '0.10', reach: 7 })])
      const rows = await store.withTenant('fieldnote', (tx) =>
        readFacts(tx, slice, [{ since: '2025-03-01', until: '2025-03-01' }]),
      )
      expect(rows).toEqual([
        expect.objectContaining({
          objectId: 'c1',
          since: '2025-03-01',
          impressions: 3_000_000_000,
          spend: '0.10',
          reach: 7,
          purchase_value: null,
        }),
      ])
    })

    it('adds days up exactly and leaves people of several days unknown', async () => {
      await save('fieldnote', '2025-03-01', [aFact('c1', { spend: '0.10', reach: 7 })])
      await save('fieldnote', '2025-03-02', [aFact('c1', { spend: '0.20', reach: 5 })])
      const rows = await store.withTenant('fieldnote', (tx) =>
        readFacts(tx, slice, [{ since: '2025-03-01', until: '2025-03-03' }]),
      )
      expect(rows).toEqual([expect.objectContaining({ spend: '0.30', reach: null })])
    })

    it.each(['2025-03-01', '2025-03-02', '2025-03-03'])(
      'does not pass the reach of %s alone off as that of the whole period',
      async (day) => {
        for (const each of ['2025-03-01', '2025-03-02', '2025-03-03'])
          await save('fieldnote', each, each === day ? [aFact('c9', { reach: 5 })] : [])
        const rows = await store.withTenant('fieldnote', (tx) =>
          readFacts(tx, slice, [{ since: '2025-03-01', until: '2025-03-03' }]),
        )
        expect(rows).toEqual([expect.objectContaining({ objectId: 'c9', reach: null })])
      },
    )

    it('replaces a day that is read again, objects that vanished included', async () => {
      await save('fieldnote', '2025-03-01', [aFact('c1', { clicks: 1 }), aFact('c2', { clicks: 2 })])
      await save('fieldnote', '2025-03-01', [aFact('c2', { clicks: 5 })])
      const rows = await store.withTenant('fieldnote', (tx) =>
        readFacts(tx, slice, [{ since: '2025-03-01', until: '2025-03-01' }]),
      )
      expect(rows.map((row) => [row.objectId, row.clicks])).toEqual([['c2', 5]])
    })

    it('counts a row once that Meta sent twice', async () => {
      await save('fieldnote', '2025-03-01', [aFact('c1', { clicks: 1 }), aFact('c1', { clicks: 1 })])
      const rows = await store.withTenant('fieldnote', (tx) =>
        readFacts(tx, slice, [{ since: '2025-03-01', until: '2025-03-01' }]),
      )
      expect(rows.map((row) => row.clicks)).toEqual([1])
    })

    it('tells a day without delivery from a day never read', async () => {
      await save('fieldnote', '2025-03-02', [])
      const coverage = await store.withTenant('fieldnote', (tx) =>
        readCoverage(tx, { ...slice, since: '2025-03-02', until: '2025-03-05' }),
      )
      expect(coverage.get('2025-03-02')).toEqual(new Date('2025-03-04T10:00:00Z'))
      expect(coverage.has('2025-03-05')).toBe(false)
    })

    it('hides other tenants even where the where was forgotten', async () => {
      await save('kumo', '2025-03-01', [aFact('k1', { clicks: 1 })])
      await save('fieldnote', '2025-03-01', [aFact('c1', { clicks: 1 })])
      const seen = await store.withTenant('fieldnote', (tx) =>
        tx.selectFrom('adpane.insight_facts').select('object_id').distinct().execute(),
      )
      expect(seen.map((row) => row.object_id)).not.toContain('k1')
      expect(seen.map((row) => row.object_id)).toContain('c1')
    })

    it('lets no tenant write into another', async () => {
      const foreign = { ...slice, tenantId: 'kumo' }
      const write = store.withTenant('fieldnote', (tx) =>
        markRead(tx, foreign, [{ since: '2025-03-01', until: '2025-03-01' }], new Date()),
      )
      await expect(write).rejects.toThrow(/row-level security/)
    })

    it('keeps credentials out of reach of tenant SQL', async () => {
      const peek = store.withTenant('fieldnote', (tx) =>
        sql`select meta_credential from public.organizations`.execute(tx),
      )
      await expect(peek).rejects.toThrow(/permission denied/)
    })

    it('forgets a transaction that failed', async () => {
      await save('fieldnote', '2025-03-01', [aFact('c1', { clicks: 1 })])
      const failing = store.withTenant('fieldnote', async (tx) => {
        await tx.deleteFrom('adpane.insight_facts').execute()
        throw new Error('midway')
      })
      await expect(failing).rejects.toThrow('midway')
      const left = await store.withTenant('fieldnote', (tx) =>
        tx.selectFrom('adpane.insight_facts').selectAll().execute(),
      )
      expect(left.length).toBeGreaterThan(0)
    })
  })
}

it('lets what is under way end before it closes, and begins nothing afterwards', async () => {
  const store = await openPgliteStore({ dataDir: 'memory' })
  const read = () => store.withTenant('fieldnote', (tx) => tx.selectFrom('adpane.insight_facts').selectAll().execute())
  const before = read()
  const closed = store.close()
  const after = read()
  await expect(after).rejects.toThrow('The store is closed.')
  await expect(before).resolves.toEqual([])
  await closed
})

it('keeps a folder’s contents over a restart, and lets one process in at a time', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'adpane-store-'))
  try {
    const first = await openPgliteStore({ dataDir: join(folder, 'store') })
    await first.organizations
      .insertInto('public.organizations')
      .values({ id: 'a', name: 'A', meta_credential: null })
      .execute()
    await expect(openPgliteStore({ dataDir: join(folder, 'store') })).rejects.toThrow(/in use/)
    await first.close()
    const second = await openPgliteStore({ dataDir: join(folder, 'store') })
    expect(await second.organizations.selectFrom('public.organizations').select('name').execute()).toEqual([
      { name: 'A' },
    ])
    await second.close()
  } finally {
    await rm(folder, { recursive: true })
  }
})
