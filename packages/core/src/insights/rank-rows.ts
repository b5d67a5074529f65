import {
  type InsightsFilter,
  type InsightsTotals,
  isMetricName,
  type MetricName,
  type MetricValue,
} from '@adpane/contract'
import Big from 'big.js'
import { metricValues } from './metric-values.ts'
import { pageOf } from './page.ts'
import type { PlannedFact } from './read-facts.ts'
import { rowFilter } from './row-filter.ts'
import { numberOrder, type SortKey, textOrder } from './row-order.ts'
import { totalsOf } from './totals.ts'

/** A row before it is written out: its object and what it achieved. */
export interface Candidate {
  id: string
  name: string
  day?: string
  fact: PlannedFact
  effectiveStatus: string
  campaignId: string | null
  adsetId: string | null
}

export interface Ranking {
  metrics: readonly MetricName[]
  filter?: readonly InsightsFilter[] | undefined
  /** Name, day or a metric; `-` in front for descending. */
  sort: string
  limit: number
  cursor?: string | undefined
}

export interface RankedRows<C extends Candidate> {
  rows: C[]
  /** Over every row that passed the filters, on all pages. */
  totals: InsightsTotals
  paging: { next?: string }
}

/**
 * Filters, orders and pages rows, and adds up all that passed.
 *
 * Filters and order may name metrics that the answer itself does not show.
 */
export function rankRows<C extends Candidate>(
  candidates: readonly C[],
  ranking: Ranking,
  currency: string,
): RankedRows<C> {
  const passes = rowFilter(ranking.filter)
  const passed = candidates.filter((row) => passes({ ...row, metric: (name) => metricOf(row, name, currency) }))
  const { rows, next } = pageOf(order(passed, ranking.sort, currency), ranking.limit, ranking.cursor)
  return {
    rows,
    totals: totalsOf(
      passed.map((row) => row.fact),
      ranking.metrics,
      currency,
    ),
    paging: next === undefined ? {} : { next },
  }
}

function order<C extends Candidate>(rows: readonly C[], sort: string, currency: string): C[] {
  const key = sort.replace(/^-/, '')
  const direction = sort.startsWith('-') ? -1 : 1
  if (!isMetricName(key))
    return sorted(rows, (row) => (key === 'day' ? (row.day ?? '') : row.name), textOrder(direction))
  const valueOf = (row: C) => {
    const value = metricOf(row, key, currency)
    return value === null ? null : Big(value)
  }
  return sorted(rows, valueOf, numberOrder(direction))
}

function sorted<C extends Candidate, Value>(
  rows: readonly C[],
  valueOf: (row: C) => Value,
  compare: (left: SortKey<Value>, right: SortKey<Value>) => number,
): C[] {
  return rows
    .map((row) => ({ row, key: { id: row.id, day: row.day, value: valueOf(row) } }))
    .sort((left, right) => compare(left.key, right.key))
    .map(({ row }) => row)
}

function metricOf(row: Candidate, name: MetricName, currency: string): MetricValue {
  return metricValues(row.fact, [name], currency, row.fact.unknownPeople).metrics[name] ?? null
}
