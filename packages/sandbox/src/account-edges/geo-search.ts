import type { GraphCall } from '../graph/graph-call.ts'
import { notOneOf } from '../graph/graph-error.ts'
import { enumListParam, listParam } from '../graph/params.ts'
import { allPlaces, type Place, type PlaceType } from './places.ts'
import { numberOf, searchText } from './search-params.ts'

/** `type=adgeolocation`: places whose name begins with, or else holds, the text. */
export function searchPlaces({ params }: GraphCall): readonly Place[] {
  const text = searchText(params)
  const types = new Set(enumListParam(params, 'location_types', placeTypes))
  const country = params.get('country_code')?.toUpperCase()
  const regionId = numberOf(params, 'region_id')
  return ranked(
    allPlaces().filter(
      (place) =>
        (types.size === 0 || types.has(place.type)) &&
        (country === undefined || place.country_code === country) &&
        (regionId === undefined || place.region_id === regionId),
    ),
    text,
    params.get('match_country_code') === 'true',
  )
}

/** `type=adgeolocationmeta`: places by key, grouped as they were asked for. */
export function placesByKey({ params }: GraphCall): Record<string, unknown> {
  const groups = Object.entries(keyLists)
    .map(([list, type]) => [list, wantedPlaces(listParam(params, list), type)] as const)
    .filter(([, found]) => Object.keys(found).length > 0)
  return { data: Object.fromEntries(groups) }
}

/** `type=adradiussuggestion`: enough around a point for a usual audience. */
export function radiusSuggestion({ params }: GraphCall): Record<string, unknown>[] {
  const units = ['mile', 'kilometer']
  const unit = params.get('distance_unit') ?? 'mile'
  if (!units.includes(unit)) throw notOneOf('distance_unit', units, unit)
  const latitude = numberOf(params, 'latitude') ?? 0
  // Cities are thinner away from the middle latitudes.
  const miles = Math.round(10 + Math.abs(Math.abs(latitude) - 40) / 3)
  return [{ suggested_radius: unit === 'mile' ? miles : Math.round(miles * 1.6), distance_unit: unit }]
}

const placeTypes = [
  'country',
  'country_group',
  'region',
  'city',
  'zip',
  'geo_market',
  'electoral_district',
  'subcity',
  'neighborhood',
] as const satisfies readonly PlaceType[]

const keyLists: Readonly<Record<string, PlaceType>> = {
  countries: 'country',
  country_groups: 'country_group',
  regions: 'region',
  cities: 'city',
  zips: 'zip',
  geo_markets: 'geo_market',
  electoral_districts: 'electoral_district',
}

function wantedPlaces(keys: readonly string[], type: PlaceType): Record<string, Place> {
  const found = allPlaces().filter((place) => place.type === type && keys.includes(place.key))
  return Object.fromEntries(found.map((place) => [place.key, place]))
}

function ranked(places: readonly Place[], text: string, matchesCode: boolean): readonly Place[] {
  if (text === '') return places
  const isExactCode = (place: Place) => matchesCode && place.type === 'country' && place.key.toLowerCase() === text
  const startsWith = (place: Place) => place.name.toLowerCase().startsWith(text)
  const holds = (place: Place) => !startsWith(place) && !isExactCode(place) && place.name.toLowerCase().includes(text)
  return [
    ...places.filter(isExactCode),
    ...places.filter((place) => startsWith(place) && !isExactCode(place)),
    ...places.filter(holds),
  ]
}
