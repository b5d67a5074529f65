import type { InsightsJson } from '../graph/insights-json.ts'
import type { Store } from '../store/store.ts'
import { saveUnlistedObjects } from '../ads/object-store.ts'
import { readFactMetrics } from './fact-metrics.ts'
import { type FactSlice, periodsOf } from './fact-slice.ts'
import { type NewFact, type PeriodFacts, markRead, replaceFacts } from './fact-store.ts'
import { rowText } from './row-text.ts'

/**
 * Stores a slice's rows, some periods a transaction, so that readers get in between.
 *
 * The periods count as read all at once at the end: a page that asks meanwhile finds the gap it knew, and joins the order
 * for it, instead of ordering what is left. Periods without rows are noted as well: nothing was delivered in them.
 */
export async function saveFacts(
  store: Store,
  slice: FactSlice,
  rows: readonly InsightsJson[],
  syncedAt: Date,
): Promise<void> {
  await store.withTenant(slice.tenantId, (tx) => saveUnlistedObjects(tx, slice, rows))
  const byPeriod = Map.groupBy(rows, (row) => row.date_start)
  const periods = periodsOf(slice).map((period) => ({
    ...period,
    facts: (byPeriod.get(period.since) ?? []).map((row) => newFact(row, slice)),
  }))
  for (const portion of portionsOf(periods)) {
    await store.withTenant(slice.tenantId, (tx) => replaceFacts(tx, slice, portion))
    // The embedded store answers without leaving this turn of the event loop; requests wait for the next.
    await new Promise(setImmediate)
  }
  await store.withTenant(slice.tenantId, (tx) => markRead(tx, slice, periods, syncedAt))
}

// The embedded store runs in this process: 500 rows keep it from answering for some 20 ms.
const ROWS_PER_TRANSACTION = 500

function* portionsOf(periods: readonly PeriodFacts[]): Generator<PeriodFacts[]> {
  let portion: PeriodFacts[] = []
  let size = 0
  for (const period of periods) {
    portion.push(period)
    size += period.facts.length
    if (size < ROWS_PER_TRANSACTION) continue
    yield portion
    portion = []
    size = 0
  }
  if (portion.length > 0) yield portion
}

function newFact(row: InsightsJson, slice: FactSlice): NewFact {
  const names = slice.breakdowns === '' ? [] : slice.breakdowns.split(',')
  return {
    objectId: slice.level === 'account' ? slice.accountId : (rowText(row, `${slice.level}_id`) ?? ''),
    breakdownValues: names.map((name) => rowText(row, name) ?? 'unknown').join('\t'),
    ...readFactMetrics(row),
  }
}
