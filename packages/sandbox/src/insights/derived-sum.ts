import type { InsightsRow } from './insights-row.ts'
import type { DerivedMeasure } from './measure-layout.ts'

/** The sum of a derived count over a row; 0 when the question did not need it. */
export function derivedSum({ totals, asked }: InsightsRow, name: DerivedMeasure): number {
  return totals.sums[asked.layout.derived.get(name) ?? -1] ?? 0
}
