import { assetFamilies } from './asset-families.ts'
import type { CellFamily } from './cell-family.ts'
import { demographicFamily } from './demographic-family.ts'
import { hourFamilies } from './hour-families.ts'
import { marketFamily, regionFamily } from './location-families.ts'
import { mmmFamily } from './mmm-family.ts'
import { placementFamily } from './placement-family.ts'
import { productFamily } from './product-family.ts'
import { singleFamilies } from './single-families.ts'

const families: readonly CellFamily[] = [
  demographicFamily,
  placementFamily,
  regionFamily,
  marketFamily,
  ...hourFamilies,
  productFamily,
  ...assetFamilies,
  ...singleFamilies,
]

/**
 * The family whose cells tell all the asked breakdowns apart.
 *
 * Undefined for breakdowns of things that no account here has, such as iOS postbacks: Meta would answer with no rows.
 */
export function familyOf(breakdowns: readonly string[]): CellFamily | undefined {
  if (breakdowns.includes('mmm')) return mmmFamily
  return families.find(({ columns }) => breakdowns.every((name) => columns.includes(name)))
}

/** The columns a question's rows show. */
export function columnsShown(breakdowns: readonly string[]): readonly string[] {
  return breakdowns.includes('mmm') ? mmmFamily.columns : breakdowns
}
