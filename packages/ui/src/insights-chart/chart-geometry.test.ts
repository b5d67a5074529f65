import { describe, expect, it } from 'vitest'
import { chartGeometry, type GeometryQuestion, hairlines, indexAt } from './chart-geometry.ts'

describe('chartGeometry', () => {
  it('finds each column again under the pointer, in both directions', () => {
    for (const direction of ['ltr', 'rtl'] as const) {
      const geometry = chartGeometry(plot({ direction }))
      const found = Array.from({ length: 30 }, (_, index) => indexAt(geometry, geometry.x(index)))
      expect(found).toEqual(Array.from({ length: 30 }, (_, index) => index))
    }
  })

  it('mirrors time in right-to-left', () => {
    const ltr = chartGeometry(plot())
    const rtl = chartGeometry(plot({ direction: 'rtl' }))
    expect(rtl.x(0)).toBeCloseTo(1000 - ltr.x(0))
    expect(rtl.x(29)).toBeCloseTo(1000 - ltr.x(29))
  })

  it('points at nothing outside the plotting area', () => {
    const geometry = chartGeometry(plot())
    expect(indexAt(geometry, geometry.left - 1)).toBeUndefined()
    expect(indexAt(geometry, geometry.right + 1)).toBeUndefined()
  })

  it('draws five hairlines, three when small', () => {
    expect(hairlines(chartGeometry(plot()))).toHaveLength(5)
    expect(hairlines(chartGeometry(plot({ small: true })))).toHaveLength(3)
  })

  it('gives up as much height as a strip above takes', () => {
    expect(chartGeometry(plot({ lessHeight: 40 })).height).toBe(chartGeometry(plot()).height - 40)
  })
})

function plot(over: Partial<GeometryQuestion> = {}): GeometryQuestion {
  const axes = { barEnd: 6000, lineEnd: 4 }
  return { width: 1000, small: false, direction: 'ltr', count: 30, hasNotes: false, ...axes, ...over }
}
