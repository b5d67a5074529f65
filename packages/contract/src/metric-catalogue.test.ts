import { describe, expect, it } from 'vitest'
import { isMetricName, metricDefinition, metricNames } from './metric-catalogue.ts'

describe('metric catalogue', () => {
  it('holds the first twenty metrics', () => {
    expect(metricNames).toHaveLength(20)
  })

  it.each(metricNames)('says where %s comes from, or how it follows from others', (name) => {
    const { source, formula, additivity } = metricDefinition(name)
    expect(additivity === 'ratio').toBe(formula !== undefined)
    expect(source === undefined).toBe(formula !== undefined)
    for (const part of formula ? [formula.numerator, formula.denominator] : []) expect(isMetricName(part)).toBe(true)
  })

  it('never calls people additive', () => {
    expect(metricDefinition('reach').additivity).toBe('deduplicated')
    expect(metricDefinition('unique_clicks').additivity).toBe('deduplicated')
  })

  it('does not take a property of every object for a metric', () => {
    expect(['constructor', '__proto__', 'toString', 'spent'].some(isMetricName)).toBe(false)
  })
})
