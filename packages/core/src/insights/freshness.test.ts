import { describe, expect, it } from 'vitest'
import { isFinal, isStale } from './freshness.ts'

const newYork = 'America/New_York'

describe('freshness', () => {
  it('calls a day final once 28 days have passed in the account, not in Greenwich', () => {
    expect(isFinal('2025-03-01', new Date('2025-03-30T03:59:00Z'), newYork)).toBe(false)
    expect(isFinal('2025-03-01', new Date('2025-03-30T04:01:00Z'), newYork)).toBe(true)
  })

  it('never asks again for what was read when it was final', () => {
    expect(isStale('2025-03-01', new Date('2025-04-15T12:00:00Z'), new Date('2027-01-01T00:00:00Z'), newYork)).toBe(
      false,
    )
  })

  it.each([
    ['today', '2025-03-20', 16, true],
    ['today', '2025-03-20', 14, false],
    ['five days ago', '2025-03-15', 120, false],
    ['five days ago', '2025-03-15', 361, true],
    ['two weeks ago', '2025-03-06', 23 * 60, false],
    ['two weeks ago', '2025-03-06', 25 * 60, true],
  ])('%s, %s, read %i minutes ago is stale: %s', (_, day, minutes, stale) => {
    const now = new Date('2025-03-20T16:00:00Z')
    expect(isStale(day, new Date(now.getTime() - minutes * 60_000), now, newYork)).toBe(stale)
  })
})
