import type { RowCache } from '../graph/graph-call.ts'

// A few clients paging at once; each answer may hold thousands of rows.
const kept = 24

/** The rows of the most recently asked questions. */
export function createRowCache(): RowCache {
  const answers = new Map<string, ReturnType<RowCache['get']>>()
  return {
    get(key, make) {
      const rows = answers.get(key) ?? make()
      // Putting it back makes it the youngest.
      answers.delete(key)
      answers.set(key, rows)
      for (const oldest of answers.keys()) {
        if (answers.size <= kept) break
        answers.delete(oldest)
      }
      return rows
    },
  }
}
