import type { InsightsJson } from '../graph/insights-json.ts'
import type { Store } from '../store/store.ts'
import { saveUnlistedObjects } from '../ads/object-store.ts'
import { readFactMetrics } from './fact-metrics.ts'
import { type FactSlice, periodsOf } from './fact-slice.ts'
import { type NewFact, savePeriod } from './fact-store.ts'
import { rowText } from './row-text.ts'

/**
 * Stores a slice's rows, one transaction a period, so that readers get in between and an early end loses whole periods
 * only. Periods without rows are noted as read: nothing was delivered in them.
 */
export async function saveFacts(
  store: Store,
  slice: FactSlice,
  rows: readonly InsightsJson[],
  syncedAt: Date,
): Promise<void> {
  const byPeriod = Map.groupBy(rows, (row) => row.date_start)
  for (const period of periodsOf(slice)) {
    const ofPeriod = byPeriod.get(period.since) ?? []
    await store.withTenant(slice.tenantId, async (tx) => {
      await saveUnlistedObjects(tx, slice, ofPeriod)
      await savePeriod(
        tx,
        slice,
        period,
        ofPeriod.map((row) => newFact(row, slice)),
        syncedAt,
      )
    })
  }
}

function newFact(row: InsightsJson, slice: FactSlice): NewFact {
  const names = slice.breakdowns === '' ? [] : slice.breakdowns.split(',')
  return {
    objectId: slice.level === 'account' ? slice.accountId : (rowText(row, `${slice.level}_id`) ?? ''),
    breakdownValues: names.map((name) => rowText(row, name) ?? 'unknown').join('\t'),
    ...readFactMetrics(row),
  }
}
