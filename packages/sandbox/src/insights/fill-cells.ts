import { at, measureCount } from '../world/facts.ts'
import { mixed } from '../world/mix.ts'
import type { AdDay } from './ad-days.ts'
import type { AdCells } from './cell-family.ts'
import { demographicFamily } from './demographic-family.ts'
import type { Layout } from './measure-layout.ts'
import { splitCount } from './split-count.ts'
import { splitVector, type SplitSpace } from './split-vector.ts'

/** Lays the numbers of one ad's day out over the cells of a family. */
export function fillCells(
  adDay: AdDay,
  vector: Float64Array,
  layout: Layout,
  cells: AdCells,
  seed: number,
  space: SplitSpace,
): void {
  if (isDemographic(cells)) return fillDemographic(adDay, vector, layout, cells, seed, space)
  const family = cells.weightsOn ? { ...cells, weights: cells.weightsOn(adDay) } : cells
  if (cells.offMetaCell === undefined) return splitVector(vector, layout, family, seed, space)
  const onMeta = Float64Array.from(vector)
  for (const index of layout.offMeta) onMeta[index] = 0
  splitVector(onMeta, layout, family, seed, space)
  for (const index of layout.offMeta) {
    space.cells[cells.offMetaCell * layout.size + index] = vector[index] ?? 0
    space.isUsed[index] = 1
  }
}

function isDemographic({ values }: AdCells): boolean {
  const [first = {}] = values
  return demographicFamily.columns.every((name) => name in first)
}

/** Facts hold these cells. While a day still changes, what is reported of it falls on them in proportion. */
function fillDemographic(
  adDay: AdDay,
  vector: Float64Array,
  layout: Layout,
  cells: AdCells,
  seed: number,
  space: SplitSpace,
): void {
  const facts = adDay.block.cells()
  const cellCount = cells.values.length
  const start = adDay.index * cellCount * measureCount
  for (let measure = 0; measure < measureCount; measure++) {
    if (adDay.isWhole) copyMeasure(facts, start, measure, layout.size, space)
    else splitByFacts(facts, start, measure, vector[measure] ?? 0, layout, seed, space)
  }
  if (layout.size > measureCount) splitVector(vector, layout, cells, seed, space, measureCount)
}

function copyMeasure(
  facts: Int32Array | Float64Array,
  start: number,
  measure: number,
  size: number,
  { cells, weights }: SplitSpace,
): void {
  for (let cell = 0; cell < weights.length; cell++) {
    cells[cell * size + measure] = facts[start + cell * measureCount + measure] ?? 0
  }
}

function splitByFacts(
  facts: Int32Array | Float64Array,
  start: number,
  measure: number,
  total: number,
  { size, parts }: Layout,
  seed: number,
  { cells, weights, caps }: SplitSpace,
): void {
  const cap = parts[measure]?.cap ?? -1
  for (let cell = 0; cell < weights.length; cell++) {
    const offset = start + cell * measureCount
    const fact = facts[offset + measure] ?? 0
    const orders = facts[offset + at.purchases] ?? 0
    const isValue = measure === at.purchaseValue && orders > 0
    weights[cell] = isValue ? (fact * (cells[cell * size + at.purchases] ?? 0)) / orders : fact
    caps[cell] = cap === -1 ? fact : Math.min(fact, cells[cell * size + cap] ?? 0)
  }
  // A cell never reports more than it will in the end, unless its limits leave no other way.
  const isTight = sumOf(caps) < total
  if (isTight)
    for (let cell = 0; cell < caps.length; cell++) caps[cell] = cap === -1 ? total : (cells[cell * size + cap] ?? 0)
  splitCount(total, weights, mixed(seed, measure), { values: cells, stride: size, offset: measure }, caps)
}

function sumOf(numbers: Float64Array): number {
  let sum = 0
  for (const number of numbers) sum += number
  return sum
}
