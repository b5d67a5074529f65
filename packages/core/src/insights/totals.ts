import type { InsightsTotals, MetricName } from '@adpane/contract'
import Big from 'big.js'
import type { FactMetrics } from '../store/schema.ts'
import { metricValues } from './metric-values.ts'

/**
 * Adds rows up. Zero counts, null doesn't; what nobody reported stays unknown.
 *
 * Reach and unique clicks count people once, and one person may stand behind several rows: over more than one row they
 * are unknown. Ratios are ratios of the totals.
 */
export function totalsOf(rows: readonly FactMetrics[], names: readonly MetricName[], currency: string): InsightsTotals {
  return { ...metricValues(addUp(rows), names, currency, 'not_additive'), of: rows.length }
}

function addUp(rows: readonly FactMetrics[]): FactMetrics {
  const only = rows.length === 1 ? rows[0] : undefined
  const count = (key: CountKey) => addCounts(rows, key)
  return {
    impressions: count('impressions'),
    clicks: count('clicks'),
    link_clicks: count('link_clicks'),
    landing_page_views: count('landing_page_views'),
    leads: count('leads'),
    purchases: count('purchases'),
    video_views: count('video_views'),
    spend: addDecimals(rows, 'spend') ?? '0',
    purchase_value: addDecimals(rows, 'purchase_value'),
    reach: only?.reach ?? null,
    unique_clicks: only?.unique_clicks ?? null,
  }
}

type CountKey = Exclude<keyof FactMetrics, 'spend' | 'purchase_value'>

function addCounts(rows: readonly FactMetrics[], key: CountKey): number {
  return rows.reduce((sum, row) => sum + (row[key] ?? 0), 0)
}

function addDecimals(rows: readonly FactMetrics[], key: 'spend' | 'purchase_value'): string | null {
  let sum: Big | null = null
  for (const row of rows) {
    const value = row[key]
    if (value !== null) sum = (sum ?? Big(0)).plus(value)
  }
  return sum?.toFixed() ?? null
}
