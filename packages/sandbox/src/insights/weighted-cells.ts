import { mixed } from '../world/mix.ts'
import type { AdCells, CellValues } from './cell-family.ts'

export interface WeightedCell {
  values: CellValues
  weight: number
}

/**
 * Cells of a fixed list as one ad sees them: weights and tastes around the common ones, its own by its seed.
 *
 * @param spread - How far ads differ: 0.3 keeps weights between 70 and 130 % of the list's.
 */
export function cellsFrom(
  list: readonly WeightedCell[],
  adSeed: number,
  spread: number,
  isOpen: (cell: WeightedCell) => boolean = () => true,
): AdCells {
  const around = (cell: number, salt: number, width: number) => 1 + width * (2 * mixed(adSeed, cell, salt) - 1)
  const numbers = (make: (cell: WeightedCell, index: number) => number) => Float64Array.from(list, make)
  const { values, publicShares } = tableOf(list)
  return {
    values,
    publicShares,
    weights: numbers((cell, index) => (isOpen(cell) ? cell.weight * around(index, 11, spread) : 0)),
    tastes: {
      click: numbers((_cell, index) => around(index, 12, 0.3)),
      buy: numbers((_cell, index) => around(index, 13, 0.35)),
      price: numbers((_cell, index) => around(index, 14, 0.25)),
    },
  }
}

interface Table {
  values: readonly CellValues[]
  publicShares: Float64Array
}

// One table per list, so that ads with the same cells are recognised as such.
const tables = new WeakMap<readonly WeightedCell[], Table>()

function tableOf(list: readonly WeightedCell[]): Table {
  const known = tables.get(list)
  if (known) return known
  const total = list.reduce((sum, cell) => sum + cell.weight, 0)
  const made = {
    values: list.map((cell) => cell.values),
    publicShares: Float64Array.from(list, ({ weight }) => weight / total),
  }
  tables.set(list, made)
  return made
}
