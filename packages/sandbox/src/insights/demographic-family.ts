import type { FactSource } from '../world/facts.ts'
import type { CellFamily, CellValues } from './cell-family.ts'

/** Age and gender, which facts are made of: their cells are read, not split. */
export const demographicFamily: CellFamily = {
  name: 'demographic',
  columns: ['age', 'gender'],
  cellsOf(_ad, account) {
    const facts = account.facts()
    return { values: valuesOf(facts), weights: new Float64Array(facts.cells.length) }
  },
}

const known = new WeakMap<FactSource['cells'], readonly CellValues[]>()

function valuesOf({ cells }: FactSource): readonly CellValues[] {
  const values = known.get(cells) ?? cells.map(({ age, gender }) => ({ age, gender }))
  known.set(cells, values)
  return values
}
