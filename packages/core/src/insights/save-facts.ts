import type { InsightsJson } from '../graph/insights-json.ts'
import type { Store } from '../store/store.ts'
import { saveUnlistedObjects } from '../ads/object-store.ts'
import { readFactMetrics } from './fact-metrics.ts'
import { type FactSlice, periodsOf } from './fact-slice.ts'
import { type NewFact, savePeriod } from './fact-store.ts'

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

/** The identity of a fact's object: the ad account itself, or the id Meta put into the row. */
export function objectIdOf(row: InsightsJson, { level, accountId }: Pick<FactSlice, 'level' | 'accountId'>): string {
  return level === 'account' ? accountId : String(row[`${level}_id`])
}

function newFact(row: InsightsJson, slice: FactSlice): NewFact {
  const names = slice.breakdowns === '' ? [] : slice.breakdowns.split(',')
  return {
    objectId: objectIdOf(row, slice),
    breakdownValues: names.map((name) => String(row[name] ?? 'unknown')).join('\t'),
    ...readFactMetrics(row),
  }
}
