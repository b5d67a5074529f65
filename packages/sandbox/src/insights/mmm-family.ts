import type { CellFamily } from './cell-family.ts'
import { countriesOf } from './location-families.ts'
import { mainMarkets, regions } from './places.ts'
import { placementCells } from './placement-family.ts'
import { cellsFrom, type WeightedCell } from './weighted-cells.ts'

/** Marketing mix modelling: place, placement and kind of media in one table. */
export const mmmFamily: CellFamily = {
  name: 'mmm',
  columns: [
    'country',
    'region',
    'dma',
    'device_platform',
    'platform_position',
    'publisher_platform',
    'creative_media_type',
  ],
  cellsOf(ad, account, adSeed) {
    const media = ad.creative.values['object_type'] === 'VIDEO' ? 'video' : 'image'
    return cellsFrom(cellsIn(countriesOf(ad, account).join(), media), adSeed, 0.3)
  },
}

const lists = new Map<string, readonly WeightedCell[]>()
// The largest of each, or a file of one ad set and day would have thousands of lines.
const regionsKept = 5
const placementsKept = 8

function cellsIn(countries: string, media: string): readonly WeightedCell[] {
  const key = `${countries}/${media}`
  const list = lists.get(key) ?? countries.split(',').flatMap((country) => joint(country, media))
  lists.set(key, list)
  return list
}

function joint(country: string, media: string): WeightedCell[] {
  const places = (regions[country] ?? ['Unknown']).slice(0, regionsKept)
  return places.flatMap((region, index) =>
    commonPlacements.map(({ values, weight }) => ({
      values: {
        country,
        region,
        dma: mainMarkets[region] ?? 'Unknown',
        ...values,
        creative_media_type: media,
      },
      weight: weight / (index + 3),
    })),
  )
}

const commonPlacements = placementCells
  .filter(({ values }) => values['device_platform'] === 'mobile_app' && values['impression_device'] === 'iphone')
  .toSorted((a, b) => b.weight - a.weight)
  .slice(0, placementsKept)
  .map(({ values, weight }) => {
    const { device_platform = '', platform_position = '', publisher_platform = '' } = values
    return { values: { device_platform, platform_position, publisher_platform }, weight }
  })
