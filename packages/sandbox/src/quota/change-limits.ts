import type { GraphError } from '../graph/graph-error.ts'
import { budgetChangedTooOften, spendCapChangedTooOften } from './rate-errors.ts'

/** What may be changed only so often: the spend cap of an ad account, the budget of an ad set. */
export type LimitedChange = 'account_spend_cap' | 'adset_budget'

/** Counts changes of objects by id; any sandbox enforces them, whatever its quotas. */
export interface ChangeLimits {
  /**
   * Counts one change of an object.
   *
   * @throws {GraphError} 17/1885172 for the 11th spend cap of a day; 613/1487632 within an hour of the 4th budget
   * that fell into one hour.
   */
  count(kind: LimitedChange, id: string, nowMs: number): void
  /** The error that `count` would throw, without counting: for `validate_only`. */
  refusal(kind: LimitedChange, id: string, nowMs: number): GraphError | undefined
  exportState(): ChangeLimitsState
  importState(state: ChangeLimitsState): void
}

/** By kind and id, the times of the changes that still count, oldest first. */
export type ChangeLimitsState = Readonly<Record<string, readonly number[]>>

export function createChangeLimits(): ChangeLimits {
  let times = new Map<string, readonly number[]>()
  const refusal = (kind: LimitedChange, id: string, nowMs: number) =>
    rules[kind].isClosed(times.get(`${kind}/${id}`) ?? [], nowMs) ? rules[kind].error() : undefined
  return {
    refusal,
    count(kind, id, nowMs) {
      const error = refusal(kind, id, nowMs)
      if (error) throw error
      const key = `${kind}/${id}`
      const kept = [...(times.get(key) ?? []), nowMs].slice(-rules[kind].limit)
      // Putting it back makes it the youngest, so that the oldest comes first for dropping.
      times.delete(key)
      times.set(key, kept)
      dropOldest(times)
    },
    exportState: () => Object.fromEntries(times),
    importState(state) {
      times = new Map(Object.entries(state))
    },
  }
}

const hourMs = 3_600_000

interface ChangeRule {
  limit: number
  isClosed(times: readonly number[], nowMs: number): boolean
  error(): GraphError
}

const rules: Readonly<Record<LimitedChange, ChangeRule>> = {
  account_spend_cap: {
    limit: 10,
    isClosed: ([first, ...others], nowMs) => first !== undefined && others.length === 9 && nowMs - first < 24 * hourMs,
    error: spendCapChangedTooOften,
  },
  adset_budget: {
    limit: 4,
    // Four changes within an hour close the budget for an hour after the fourth.
    isClosed([first, ...others], nowMs) {
      const fourth = others[2]
      return first !== undefined && fourth !== undefined && fourth - first < hourMs && nowMs - fourth < hourMs
    },
    error: budgetChangedTooOften,
  },
}

// Far more objects than anyone edits in a day; what is dropped was changed the longest ago.
const kept = 20_000

function dropOldest(times: Map<string, unknown>): void {
  for (const key of times.keys()) {
    if (times.size <= kept) return
    times.delete(key)
  }
}
