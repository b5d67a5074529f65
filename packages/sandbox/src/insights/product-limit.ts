import { at } from '../world/facts.ts'
import type { InsightsQuery } from './insights-query.ts'
import type { InsightsRow } from './insights-row.ts'

/** Leaves each ad and period the products it showed most, as many as `product_id_limit` allows. */
export function limitProducts(rows: InsightsRow[], { productLimit, breakdowns }: InsightsQuery): InsightsRow[] {
  if (productLimit === undefined || !breakdowns.includes('product_id')) return rows
  const shown = ({ totals }: InsightsRow) => totals.sums[at.impressions] ?? 0
  const groups = Map.groupBy(
    rows,
    (row) => `${row.ad?.id ?? row.adSet?.id ?? row.campaign?.id ?? ''}/${row.period.since}`,
  )
  const kept = new Set(
    [...groups.values()].flatMap((own) => own.toSorted((a, b) => shown(b) - shown(a)).slice(0, productLimit)),
  )
  return rows.filter((row) => kept.has(row))
}
