import { describe, expect, it } from 'vitest'
import { pollDelayMs } from './poll-delay.ts'

const now = new Date('2026-11-23T19:07:00Z')
const fresh = { syncedAt: '2026-11-23T19:05:00Z', final: false, source: 'store' } as const

describe('pollDelayMs', () => {
  it('follows a running report every second, growing to three', () => {
    const pending = { freshness: fresh, pending: {} }
    expect(pollDelayMs(pending, 1, now)).toBe(1000)
    expect(pollDelayMs(pending, 3, now)).toBeGreaterThan(1000)
    expect(pollDelayMs(pending, 50, now)).toBe(3000)
  })

  it('does not ask a limited account before Meta allows it', () => {
    const limited = { freshness: { ...fresh, limited: { retryAfterMs: 161_000 } } }
    expect(pollDelayMs(limited, 1, now)).toBe(161_000)
  })

  it('asks again when fresh numbers are due', () => {
    expect(pollDelayMs({ freshness: fresh }, 1, now)).toBe(13 * 60_000)
  })

  it('asks ever more patiently for numbers that are overdue', () => {
    const overdue = { freshness: { ...fresh, syncedAt: '2026-11-23T16:20:00Z' } }
    expect(pollDelayMs(overdue, 1, now)).toBe(2000)
    expect(pollDelayMs(overdue, 4, now)).toBe(16_000)
    expect(pollDelayMs(overdue, 40, now)).toBe(300_000)
  })
})
