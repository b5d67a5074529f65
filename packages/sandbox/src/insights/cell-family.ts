import type { AdDay } from './ad-days.ts'
import type { Ad, AdAccount } from '../world/objects.ts'
import type { CellWeights } from './split-vector.ts'

/** The value of a breakdown column: text, or an object for assets. */
export type CellValue = string | Readonly<Record<string, unknown>>

/** By column; absent where a cell has none. */
export type CellValues = Readonly<Record<string, CellValue>>

/** A value as text, to compare and to tell apart. */
export function cellText(value: CellValue | undefined): string {
  return typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value)
}

/** The cells one ad's numbers fall on. */
export interface AdCells extends CellWeights {
  /** Columns of each cell. Ads with the same cells share the list itself. */
  values: readonly CellValues[]
  /**
   * Share of the public that each cell is about, the same for all ads; absent where every cell may see everybody.
   * People of a region are a part of all people, and see the ads of that region as often as all people see all ads.
   */
  publicShares?: Float64Array
  /** Weights of a certain day, where days differ. */
  weightsOn?(adDay: AdDay): Float64Array
  /** A cell that takes what is measured off Meta, which these cells do not tell apart. */
  offMetaCell?: number
}

/** Breakdown columns that are counted together, cell by cell. */
export interface CellFamily {
  name: string
  columns: readonly string[]
  /** The same people may be found in several cells, as with placements. */
  isShared?: boolean
  /** Undefined when the ad has nothing to show under these columns. */
  cellsOf(ad: Ad, account: AdAccount, adSeed: number): AdCells | undefined
}
