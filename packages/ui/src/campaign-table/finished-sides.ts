import { addDays, countDays, type Day } from '@adpane/contract'
import type { DayRange } from '../ranges/compare-range.ts'

/** Equally many finished days on both sides; nothing when no day is finished. */
export function finishedSides(
  current: DayRange,
  earlier: DayRange | undefined,
  unfinished: Day | undefined,
): { current: DayRange; earlier: DayRange } | undefined {
  if (!earlier) return undefined
  if (unfinished === undefined || unfinished > current.until) return { current, earlier }
  if (unfinished <= current.since) return undefined
  const until = addDays(unfinished, -1)
  const left = countDays(until, current.until) - 1
  const before = addDays(earlier.until, -left)
  return before < earlier.since
    ? undefined
    : { current: { since: current.since, until }, earlier: { since: earlier.since, until: before } }
}
