import { expect, it } from 'vitest'
import { sentenceLines } from './targeting-sentences.ts'

it('says in words where, who and what', () => {
  const targeting = {
    geo_locations: { countries: ['GB'], cities: [{ key: '2420379', radius: 10 }], location_types: ['home'] },
    excluded_custom_audiences: [{ id: '7', name: 'Buyers' }],
    age_min: 25,
    genders: [2],
    flexible_spec: [{ interests: [{ id: '6003', name: 'Hiking' }] }],
  }
  expect(sentenceLines(targeting)).toEqual([
    { content: 'Location:', children: ['United Kingdom', 'Los Angeles'] },
    { content: 'Exclude Custom Audience:', children: ['Buyers'] },
    { content: 'Age:', children: ['25 - 65+'] },
    { content: 'Gender:', children: ['Female'] },
    { content: 'People Who Match:', children: ['Hiking'] },
  ])
})

it('keeps to the age when nothing is said', () => {
  expect(sentenceLines(undefined)).toEqual([{ content: 'Age:', children: ['18 - 65+'] }])
})
