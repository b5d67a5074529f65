import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { campaignTableEn } from './campaign-table-messages.ts'
import { loadedPart, type TotalsBase, totalsNote, totalsTitle } from './totals-text.ts'

const write = {
  count: (value: number) => value.toLocaleString('en'),
  share: (value: number) => `${Math.round(value * 100)}%`,
}
const base: TotalsBase = { level: 'campaign', of: 12, delivery: 'all', filters: 0 }
const title = (part: Partial<TotalsBase>) => totalsTitle({ ...base, ...part }, campaignTableEn, write)
const note = (part: Partial<TotalsBase>) => totalsNote({ ...base, ...part }, campaignTableEn)

describe('totals text', () => {
  it.each([
    [{}, 'Total of 12 campaigns'],
    [{ of: 1 }, 'Total of 1 campaign'],
    [{ level: 'adset', of: 1 }, 'Total of 1 ad set'],
    [{ level: 'ad', of: 5000 }, 'Total of 5,000 ads'],
    [{ of: 0 }, 'Total of 0 campaigns'],
    [{ loading: { rows: 8 } }, 'Total so far, 8 of 12'],
    [{ loading: { share: 0.67 } }, 'Total so far, 67% loaded'],
  ] as const)('of %j is "%s"', (part, text) => {
    expect(title(part)).toBe(text)
  })

  it('says whether archived objects are counted', () => {
    expect(note({})).toBe('archived included')
    expect(note({ filters: 1 })).toBe('as filtered, archived included')
    expect(note({ filters: 1, delivery: 'delivering' })).toBe('as filtered, delivering only')
  })

  it('counts the rows that are there and not waiting', () => {
    const row = fc.boolean().map((waits) => (waits ? { reasons: { spend: 'pending' } } : {}))
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), fc.nat(20), (rows, missing) => {
        const of = rows.length + missing
        const known = rows.filter((each) => !('reasons' in each)).length
        const part = loadedPart({ rows, of, hasOtherPages: false, progress: 0.5 })
        expect(part).toEqual(known < of ? { rows: known } : { share: 0.5 })
      }),
    )
  })

  it('goes by the report when the rest is on other pages', () => {
    const rows = [{ reasons: { spend: 'pending' } }]
    expect(loadedPart({ rows, of: 300, hasOtherPages: true, progress: 0.4 })).toEqual({ share: 0.4 })
  })
})
