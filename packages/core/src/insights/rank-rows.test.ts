import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyFact } from './empty-fact.ts'
import { type Candidate, rankRows, type Ranking } from './rank-rows.ts'

const aRow = (
  id: string,
  metrics: { spend?: string; purchase_value?: string | null; name?: string } = {},
): Candidate => ({
  id,
  name: metrics.name ?? `Campaign ${id}`,
  fact: { ...emptyFact(id, ''), spend: metrics.spend ?? '0', purchase_value: metrics.purchase_value ?? null },
  effectiveStatus: 'ACTIVE',
  campaignId: id,
  adsetId: null,
})
const ranking: Ranking = { metrics: ['spend'], sort: '-spend', limit: 100 }
const ids = (rows: readonly Candidate[], change: Partial<Ranking> = {}) =>
  rankRows(rows, { ...ranking, ...change }, 'USD').rows.map((row) => row.id)

describe('ranking rows', () => {
  it('orders by a number as a number', () => {
    expect(ids([aRow('1', { spend: '9.5' }), aRow('2', { spend: '100' }), aRow('3', { spend: '10.25' })])).toEqual([
      '2',
      '3',
      '1',
    ])
  })

  it('puts unknown values last, whichever way it orders', () => {
    const rows = [
      aRow('1'),
      aRow('2', { spend: '1', purchase_value: '2' }),
      aRow('3', { spend: '1', purchase_value: '5' }),
    ]
    expect(ids(rows, { sort: '-roas' })).toEqual(['3', '2', '1'])
    expect(ids(rows, { sort: 'roas' })).toEqual(['2', '3', '1'])
  })

  it('orders names as people do', () => {
    const rows = [aRow('1', { name: 'Set 10' }), aRow('2', { name: 'Set 9' }), aRow('3', { name: 'set 1' })]
    expect(ids(rows, { sort: 'name' })).toEqual(['3', '2', '1'])
  })

  it('totals what passed the filters, on every page', () => {
    const rows = [aRow('1', { spend: '1' }), aRow('2', { spend: '2' }), aRow('3', { spend: '4' })]
    const filter = [{ field: 'spend', operator: 'GREATER_THAN' as const, value: 1 }]
    const page = rankRows(rows, { ...ranking, filter, limit: 1 }, 'USD')
    expect(page.totals).toEqual({ metrics: { spend: '6.00' }, of: 2 })
    expect(page.rows.map((row) => row.id)).toEqual(['3'])
  })

  it('pages through every row once, in one order, at any size', () => {
    const spends = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 40 })
    fc.assert(
      fc.property(spends, fc.integer({ min: 1, max: 12 }), (amounts, limit) => {
        const rows = amounts.map((amount, index) => aRow(String(index), { spend: String(amount) }))
        const seen: string[] = []
        let cursor: string | undefined
        do {
          const page = rankRows(rows, { ...ranking, limit, cursor }, 'USD')
          seen.push(...page.rows.map((row) => row.id))
          cursor = page.paging.next
        } while (cursor !== undefined)
        expect(seen).toEqual(ids(rows))
        expect(new Set(seen).size).toBe(rows.length)
      }),
    )
  })
})
