import type { Ad, AdAccount } from '../world/objects.ts'
import type { CellFamily } from './cell-family.ts'
import { markets, regions } from './places.ts'
import { cellsFrom, type WeightedCell } from './weighted-cells.ts'

/** Country and region of the people reached. */
export const regionFamily: CellFamily = {
  name: 'region',
  columns: ['country', 'region'],
  cellsOf: (ad, account, adSeed) => cellsFrom(regionCells(countriesOf(ad, account)), adSeed, 0.25),
}

/** Television markets of the United States, by the two names that Meta has used for them. */
export const marketFamily: CellFamily = {
  name: 'market',
  columns: ['dma', 'comscore_market'],
  cellsOf: (ad, account, adSeed) =>
    countriesOf(ad, account).includes('US') ? cellsFrom(marketCells, adSeed, 0.25) : undefined,
}

/** Where an ad set may show its ads; the account's own country when it names none. */
export function countriesOf(ad: Ad, account: AdAccount): readonly string[] {
  const { targeting } = ad.adSet.values
  const { geo_locations: places }: { geo_locations?: unknown } =
    typeof targeting === 'object' && targeting !== null ? targeting : {}
  const { countries }: { countries?: unknown } = typeof places === 'object' && places !== null ? places : {}
  const named = Array.isArray(countries) ? countries.filter((code: unknown) => typeof code === 'string') : []
  return named.length > 0 ? named : [account.countryCode]
}

const regionLists = new Map<string, readonly WeightedCell[]>()

function regionCells(countries: readonly string[]): readonly WeightedCell[] {
  const key = countries.join()
  const list = regionLists.get(key) ?? countries.flatMap((country, index) => cellsIn(country, 1 / (index + 1)))
  regionLists.set(key, list)
  return list
}

function cellsIn(country: string, share: number): WeightedCell[] {
  const places = [...(regions[country] ?? []), 'Unknown']
  // Cities and large states first, each a little smaller than the one before; a few people cannot be placed.
  return places.map((region, index) => ({
    values: { country, region },
    weight: region === 'Unknown' ? share * (places.length > 1 ? 0.02 : 1) : share / (index + 3),
  }))
}

const marketCells: readonly WeightedCell[] = markets.map((name, index) => ({
  values: { dma: name, comscore_market: name },
  weight: name === 'Unknown' ? 0.1 : 1 / (index + 3),
}))
