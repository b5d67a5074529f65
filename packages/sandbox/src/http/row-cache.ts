import type { RowCache } from '../graph/graph-call.ts'
import type { InsightsRow } from '../insights/insights-row.ts'
import { createBoundedCache } from '../world/bounded-cache.ts'

// Dashboards ask the same few questions of each account again and again; a row takes one to four kilobytes.
const rowsKept = 32_000

/** The rows of the most recently asked questions, as many as fit. */
export function createRowCache(): RowCache {
  const answers = createBoundedCache<readonly InsightsRow[]>(rowsKept)
  return {
    get(key, make) {
      const known = answers.get(key)
      if (known) return known
      const answer = make()
      // An empty answer takes room too.
      answers.set(key, answer, answer.length + 1)
      return answer
    },
  }
}
