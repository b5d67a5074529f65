import { describe, expect, it } from 'vitest'
import { placeTooltip } from './place-tooltip.ts'

const anchor = { left: 200, right: 260, top: 300, bottom: 320 }
const box = { width: 100, height: 40 }
const room = { width: 800, height: 600 }

describe('a tooltip', () => {
  it('stands above the middle of its trigger', () => {
    expect(placeTooltip({ anchor, box, room, align: 'center' })).toEqual({ left: 180, top: 254 })
  })

  it('starts where its trigger starts, from either side', () => {
    expect(placeTooltip({ anchor, box, room, align: 'left' }).left).toBe(200)
    expect(placeTooltip({ anchor, box, room, align: 'right' }).left).toBe(160)
  })

  it('goes below where there is no room above', () => {
    const high = { ...anchor, top: 30, bottom: 50 }
    expect(placeTooltip({ anchor: high, box, room, align: 'center' }).top).toBe(56)
  })

  it('stays inside the window, and shows its beginning when it is wider', () => {
    expect(placeTooltip({ anchor: { ...anchor, left: 0, right: 20 }, box, room, align: 'center' }).left).toBe(6)
    expect(placeTooltip({ anchor: { ...anchor, left: 780, right: 800 }, box, room, align: 'center' }).left).toBe(694)
    expect(placeTooltip({ anchor, box: { width: 900, height: 40 }, room, align: 'center' }).left).toBe(6)
  })
})
