import { expect, it } from 'vitest'
import { targetingOption, targetingOptions } from './targeting-options.ts'

it('has options of every class, each with an id of its own', () => {
  const options = targetingOptions()
  expect(new Set(options.map(({ id }) => id)).size).toBe(options.length)
  expect(new Set(options.map(({ type }) => type)).size).toBe(13)
  for (const { id, audience_size_lower_bound: lower, audience_size_upper_bound: upper } of options) {
    expect(id).toMatch(/^\d{13}$/)
    expect(lower).toBeLessThan(upper)
    expect(targetingOption(id)?.id).toBe(id)
  }
})
