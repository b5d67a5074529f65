import { at } from '../world/facts.ts'
import type { InsightsRow } from './insights-row.ts'
import { splitCount } from './split-count.ts'

/** How often people saw something: one row for each number of times, the high ones together. */
export function frequencyRows(row: InsightsRow): InsightsRow[] {
  const { reached } = row.people()
  if (reached === 0) return []
  const mean = Math.max(1, (row.totals.sums[at.impressions] ?? 0) / reached)
  const people = new Float64Array(labels.length)
  splitCount(reached, weightsAround(mean), 0.5, { values: people, stride: 1, offset: 0 })
  return labels.flatMap((label, index) => {
    const own = people[index] ?? 0
    if (own === 0) return []
    const values = { ...row.totals.values, frequency_value: label }
    return { ...row, totals: { ...row.totals, values }, people: () => ({ reached: own, clicked: 0, followed: 0 }) }
  })
}

const labels = ['1', '2', '3', '4', '5', '6-10', '11-20', '21+']
const times = [1, 2, 3, 4, 5, 7, 14, 25]
const widths = [1, 1, 1, 1, 1, 5, 10, 20]

/** Each further time is less likely; the more often on average, the slower that falls. */
function weightsAround(mean: number): Float64Array {
  const decay = 1 - 1 / mean
  return Float64Array.from(times, (count, index) => (widths[index] ?? 1) * decay ** (count - 1) || Number(count === 1))
}
