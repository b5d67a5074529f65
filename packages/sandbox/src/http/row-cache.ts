import type { RowCache } from '../graph/graph-call.ts'

// Dashboards ask the same few questions of each account again and again; a row takes one to four kilobytes.
const rowsKept = 12_000

/** The rows of the most recently asked questions, as many as fit. */
export function createRowCache(): RowCache {
  const answers = new Map<string, ReturnType<RowCache['get']>>()
  let rows = 0
  return {
    get(key, make) {
      const known = answers.get(key)
      const answer = known ?? make()
      // Putting it back makes it the youngest.
      if (known) answers.delete(key)
      else rows += weightOf(answer)
      answers.set(key, answer)
      for (const [oldest, dropped] of answers) {
        if (rows <= rowsKept || answers.size === 1) break
        answers.delete(oldest)
        rows -= weightOf(dropped)
      }
      return answer
    },
  }
}

/** An empty answer takes room too. */
function weightOf(answer: readonly unknown[]): number {
  return answer.length + 1
}
