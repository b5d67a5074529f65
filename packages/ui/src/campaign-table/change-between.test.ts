import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeBetween } from './change-between.ts'

describe('changeBetween', () => {
  it('tells the change as a fraction of the earlier number', () => {
    expect(changeBetween('112.90', '100.00')).toEqual({ kind: 'change', fraction: expect.closeTo(0.129) })
    expect(changeBetween(50, 100)).toEqual({ kind: 'change', fraction: -0.5 })
  })

  it('calls it new where nothing was earlier, never an endless rise', () => {
    expect(changeBetween('8240.55', '0.00')).toEqual({ kind: 'new' })
    expect(changeBetween('8240.55', null)).toEqual({ kind: 'new' })
    expect(changeBetween(12, undefined)).toEqual({ kind: 'new' })
  })

  it('says nothing about an unknown number, or about nothing that stayed nothing', () => {
    expect(changeBetween(null, '3.00')).toBeUndefined()
    expect(changeBetween(undefined, 3)).toBeUndefined()
    expect(changeBetween('0.00', '0.00')).toBeUndefined()
  })

  it('has the sign of the difference, whatever the amounts', () => {
    const amount = fc.integer({ min: 1, max: 10_000_000 }).map((minor) => (minor / 100).toFixed(2))
    fc.assert(
      fc.property(amount, amount, (now, earlier) => {
        const change = changeBetween(now, earlier)
        expect(change).toMatchObject({ kind: 'change' })
        if (change?.kind === 'change') expect(Math.sign(change.fraction)).toBe(Math.sign(Number(now) - Number(earlier)))
      }),
    )
  })
})
