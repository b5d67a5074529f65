import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addToWindow, countIn, msUntilAtMost, rollingWindow } from './rolling-window.ts'

const minuteMs = 60_000
const hour = () => rollingWindow(60 * minuteMs, 60)
const start = 1_700_000_040_000

describe('a rolling window', () => {
  it('counts the events of its slots, whatever the gaps', () => {
    const gaps = fc.array(fc.nat(20 * minuteMs), { minLength: 1, maxLength: 120 })
    fc.assert(
      fc.property(gaps, (waits) => {
        const window = hour()
        const times: number[] = []
        let nowMs = start
        for (const waitMs of waits) {
          nowMs += waitMs
          addToWindow(window, nowMs)
          times.push(nowMs)
          const firstSlot = Math.floor(nowMs / minuteMs) - 59
          expect(countIn(window, nowMs)).toBe(times.filter((at) => Math.floor(at / minuteMs) >= firstSlot).length)
        }
      }),
    )
  })

  it('tells exactly when enough of it has gone', () => {
    const gaps = fc.array(fc.nat(9 * minuteMs), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(gaps, fc.nat(20), (waits, atMost) => {
        const window = hour()
        let nowMs = start
        for (const waitMs of waits) addToWindow(window, (nowMs += waitMs))
        const waitMs = msUntilAtMost(window, nowMs, atMost)
        expect(waitMs).toBeLessThanOrEqual(60 * minuteMs)
        if (waitMs > 0) expect(countIn(window, nowMs + waitMs - 1)).toBeGreaterThan(atMost)
        expect(countIn(window, nowMs + waitMs)).toBeLessThanOrEqual(atMost)
      }),
    )
  })

  it('keeps its count when the clock is set back', () => {
    const window = hour()
    addToWindow(window, start)
    expect(countIn(window, start - 5 * minuteMs)).toBe(1)
    addToWindow(window, start - 5 * minuteMs)
    expect(countIn(window, start)).toBe(2)
    expect(countIn(window, start + 60 * minuteMs)).toBe(0)
  })
})
