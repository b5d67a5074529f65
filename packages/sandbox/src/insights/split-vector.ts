import { mixed } from '../world/mix.ts'
import type { Layout, VectorPart } from './measure-layout.ts'
import { splitCount } from './split-count.ts'

/** How an ad's numbers fall on the cells of a family: weights, and how the cells differ in taste. */
export interface CellWeights {
  /** Shares of impressions; need not sum to 1. */
  weights: Float64Array
  /** Factors on clicks, on conversions and on prices; absent where cells do not differ. */
  tastes?: { click: Float64Array; buy: Float64Array; price: Float64Array }
}

/** Room for one split, kept between calls. */
export interface SplitSpace {
  /** The numbers of cell after cell, each as long as the layout. */
  cells: Float64Array
  /** Which numbers any cell may hold something of. */
  isUsed: Uint8Array
  weights: Float64Array
  caps: Float64Array
}

export function splitSpace(cellCount: number, { size }: Layout): SplitSpace {
  return {
    cells: new Float64Array(cellCount * size),
    isUsed: new Uint8Array(size),
    weights: new Float64Array(cellCount),
    caps: new Float64Array(cellCount),
  }
}

/**
 * Splits the numbers of one ad's day over cells: impressions first, then what follows from them, each within its
 * limits. Every number of the vector is the sum of its cells.
 *
 * @param seed - Of the ad, day and family; decides where small counts fall.
 * @param from - First number to split; earlier ones are in the cells already.
 */
export function splitVector(
  vector: Float64Array,
  layout: Layout,
  family: CellWeights,
  seed: number,
  space: SplitSpace,
  from = 0,
): void {
  const { size, splitParts } = layout
  for (const part of splitParts) {
    if (part.index < from) continue
    const total = vector[part.index] ?? 0
    if (total === 0) clear(part.index, size, space)
    else {
      space.isUsed[part.index] = 1
      setWeights(part, size, family, space)
      const target = { values: space.cells, stride: size, offset: part.index }
      splitCount(total, space.weights, mixed(seed, part.index), target, setCaps(part, size, space))
    }
  }
}

function clear(index: number, size: number, { cells, weights, isUsed }: SplitSpace): void {
  if (isUsed[index] === 0) return
  isUsed[index] = 0
  for (let cell = 0; cell < weights.length; cell++) cells[cell * size + index] = 0
}

function setWeights(
  { by, taste }: VectorPart,
  size: number,
  family: CellWeights,
  { cells, weights }: SplitSpace,
): void {
  const tastes = taste === 'none' ? undefined : family.tastes?.[taste]
  let sum = 0
  for (let cell = 0; cell < weights.length; cell++) {
    const base = by === -1 ? (family.weights[cell] ?? 0) : (cells[cell * size + by] ?? 0)
    const weight = tastes ? base * (tastes[cell] ?? 1) : base
    weights[cell] = weight
    sum += weight
  }
  // Something without its usual cause, such as a reaction without a click, falls where impressions may fall.
  if (sum === 0) weights.set(family.weights)
}

function setCaps({ cap, reserved }: VectorPart, size: number, { cells, caps }: SplitSpace): Float64Array | undefined {
  if (cap === -1) return undefined
  for (let cell = 0; cell < caps.length; cell++) {
    let left = cells[cell * size + cap] ?? 0
    for (const index of reserved) left -= cells[cell * size + index] ?? 0
    caps[cell] = left > 0 ? left : 0
  }
  return caps
}
