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
  return {
    values: valuesOf(list),
    weights: numbers((cell, index) => (isOpen(cell) ? cell.weight * around(index, 11, spread) : 0)),
    tastes: {
      click: numbers((_cell, index) => around(index, 12, 0.3)),
      buy: numbers((_cell, index) => around(index, 13, 0.35)),
      price: numbers((_cell, index) => around(index, 14, 0.25)),
    },
  }
}

// One list of values per table, so that ads with the same cells are recognised as such.
const known = new WeakMap<readonly WeightedCell[], readonly CellValues[]>()

function valuesOf(list: readonly WeightedCell[]): readonly CellValues[] {
  const values = known.get(list) ?? list.map((cell) => cell.values)
  known.set(list, values)
  return values
}
