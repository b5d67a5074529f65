import { expect, it } from 'vitest'
import { allPlaces, isCountry, usersIn } from './places.ts'

it('has every country once, with its English name', () => {
  const countries = allPlaces().filter(({ type }) => type === 'country')
  expect(countries.length).toBeGreaterThan(200)
  expect(new Set(countries.map(({ key }) => key)).size).toBe(countries.length)
  expect(countries.find(({ key }) => key === 'GB')).toEqual({
    key: 'GB',
    name: 'United Kingdom',
    type: 'country',
    country_code: 'GB',
    country_name: 'United Kingdom',
    supports_region: true,
    supports_city: true,
  })
})

it('puts each city into its region and country', () => {
  expect(allPlaces().find(({ key }) => key === '2420379')).toMatchObject({
    name: 'Los Angeles',
    type: 'city',
    country_code: 'US',
    region: 'California',
    region_id: 3847,
  })
})

it('has keys that differ within each type, and groups of real countries', () => {
  for (const [, places] of Map.groupBy(allPlaces(), ({ type }) => type)) {
    expect(new Set(places.map(({ key }) => key)).size).toBe(places.length)
  }
  for (const code of allPlaces().flatMap(({ country_codes: codes }) => codes ?? [])) expect(isCountry(code)).toBe(true)
})

it('counts nobody in a country that does not exist', () => {
  expect(usersIn('XX')).toBe(0)
  expect(usersIn('US')).toBeGreaterThan(usersIn('NZ'))
})
