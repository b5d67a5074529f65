import { lastDayOf, loadResults } from './results/load-results.ts'
import { resultsAccount, resultsTimezone } from './results/results-account.ts'
import type { ResolvedOptions } from './sandbox-options.ts'
import { instantAt } from './world/clock.ts'
import { createWorld, type World } from './world/create-world.ts'

/** How to make the world of one sandbox, as often as it starts anew. */
export interface WorldPlan {
  /** First instant of the clock. */
  start: Date
  make: () => World
}

/** @throws {ResultsFileError} The results file is missing or malformed. */
export async function planWorld({ seed, accounts, ads, results: path, now }: ResolvedOptions): Promise<WorldPlan> {
  if (path === undefined) {
    const start = now ?? new Date()
    return { start, make: () => createWorld({ seed, accounts, ads, start }) }
  }
  const lines = await loadResults(path)
  const start = now ?? instantAt(lastDayOf(lines) + 1, 12, resultsTimezone)
  return { start, make: () => createWorld({ seed, accounts, ads, start, results: resultsAccount(path, lines) }) }
}
