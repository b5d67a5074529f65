import { type Day, previousRange } from '@adpane/contract'

export interface DayRange {
  /** First day. */
  since: Day
  /** Last day, included. */
  until: Day
}

/** The range to compare with: none, the one just before, or the one asked for. */
export function compareRange(range: DayRange, compare: boolean | DayRange | undefined): DayRange | undefined {
  if (!compare) return undefined
  return compare === true ? previousRange(range.since, range.until) : { since: compare.since, until: compare.until }
}
