import type { MetricValues } from '@adpane/contract'
import { useMemo } from 'react'
import { type ObjectResponses, type ObjectsAnswer, useObjects } from '../queries/use-objects.ts'
import type { DayRange } from '../ranges/compare-range.ts'
import { isPartial } from '../widget/is-partial.ts'
import { finishedSides } from './finished-sides.ts'
import type { ObjectRow } from './object-row.ts'
import { scopeFilters } from './table-view.ts'
import { kinds, type TableQuestion } from './use-table-query.ts'

/** Both sides of a comparison: numbers now, and before (`null` where the object had none). */
export interface ComparedNumbers {
  now: MetricValues
  before: MetricValues | null
}

/** Finds both sides for a row; `undefined` while either is unknown. */
export type CompareRow = (row: ObjectRow) => ComparedNumbers | undefined

/**
 * The numbers rows are compared by, over finished days only: a day still running would look like a loss.
 *
 * @param earlier - The range to compare with; nothing is asked without.
 * @param unfinished - The day still running, if the range holds it.
 * @returns `undefined` when nothing is compared.
 */
export function useComparedNumbers(
  question: TableQuestion,
  rows: readonly ObjectRow[] | undefined,
  earlier: DayRange | undefined,
  unfinished: string | undefined,
): CompareRow | undefined {
  const { since, until } = question
  const sides = useMemo(() => finishedSides({ since, until }, earlier, unfinished), [since, until, earlier, unfinished])
  const isWhole = sides?.current.until === until
  const before = useNumbersOver(question, rows, sides?.earlier)
  const finished = useNumbersOver(question, rows, isWhole ? undefined : sides?.current)
  const compares = sides !== undefined
  return useMemo(() => {
    if (!compares) return undefined
    return (row) => {
      const now = isWhole ? row.metrics : finished(row.id)
      const then = before(row.id)
      return now && then !== undefined ? { now, before: then } : undefined
    }
  }, [compares, isWhole, before, finished])
}

/** More ids would not fit the address of a request; longer pages ask for the whole scope instead. */
const IDS_IN_A_QUESTION = 100
/** The longest page the BFF gives. */
const LONGEST_PAGE = 1000

type NumbersOf = (id: string) => MetricValues | null | undefined

function useNumbersOver(
  question: TableQuestion,
  rows: readonly ObjectRow[] | undefined,
  range: DayRange | undefined,
): NumbersOf {
  const { accountId, metrics, view, since, until } = question
  const ids = useMemo(() => rows?.map(({ id }) => id).toSorted() ?? [], [rows])
  const byId = ids.length <= IDS_IN_A_QUESTION
  const { data, isPlaceholderData } = useObjects(
    accountId,
    kinds[view.path.level],
    {
      ...(range ?? { since, until }),
      metrics,
      filter: byId ? [{ field: 'id', operator: 'IN', value: ids }] : scopeFilters(view),
      limit: byId ? Math.max(1, ids.length) : LONGEST_PAGE,
    },
    { enabled: range !== undefined && ids.length > 0 },
  )
  const answer = range && !isPlaceholderData ? data : undefined
  return useMemo(() => numbersIn(answer), [answer])
}

function numbersIn(answer: ObjectsAnswer<keyof ObjectResponses> | undefined): NumbersOf {
  if (!answer) return () => undefined
  const known = new Map<string, MetricValues>(answer.rows.map((row) => [row.id, row.metrics]))
  // An object that is missing had no numbers, unless it may stand on a page that was not read.
  const missing = answer.paging.next === undefined && !isPartial(answer) ? null : undefined
  return (id) => known.get(id) ?? missing
}
