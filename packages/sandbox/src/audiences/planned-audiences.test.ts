import { expect, it } from 'vitest'
import { textOf } from '../objects/loose-values.ts'
import { nodeSchema } from '../schema/graph-schema.ts'
import { audienceSize } from './audience-size.ts'
import { plannedAudiences } from './planned-audiences.ts'

const plan = {
  seed: 7,
  accountIndex: 3,
  businessName: 'Kumo Coffee',
  timezone: 'Asia/Tokyo',
  countryCode: 'JP',
  createdMs: Date.parse('2025-08-20T01:00:00Z'),
}

it('plans three custom audiences, a lookalike and two saved ones', () => {
  const planned = plannedAudiences(plan)
  expect(planned.map(({ type, values }) => `${type} ${textOf(values.subtype ?? '')}`.trim())).toEqual([
    'CustomAudience CUSTOM',
    'CustomAudience WEBSITE',
    'CustomAudience WEBSITE',
    'CustomAudience LOOKALIKE',
    'SavedAudience',
    'SavedAudience',
  ])
  expect(new Set(planned.map(({ id }) => id)).size).toBe(6)
})

it('plans the same for the same seed, and other sizes for another', () => {
  expect(plannedAudiences(plan)).toEqual(plannedAudiences(plan))
  expect(plannedAudiences(plan)).not.toEqual(plannedAudiences({ ...plan, seed: 8 }))
})

it('has audiences whose people have been found', () => {
  for (const audience of plannedAudiences(plan)) {
    if (audience.type !== 'CustomAudience') continue
    expect(audienceSize(audience, new Date('2026-11-23T12:00:00Z'))).toBeGreaterThan(1000)
  }
})

it('stores nothing under a name of Meta that means something else', () => {
  const ours = new Set(['people', 'created_time', 'updated_time'])
  for (const { type, values } of plannedAudiences(plan)) {
    const published = nodeSchema(type)?.fields
    expect(Object.keys(values).filter((name) => !published?.has(name) && !ours.has(name))).toEqual([])
  }
})
