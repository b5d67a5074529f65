import { metricDefinition, metricNames } from '@adpane/contract'
import type { ActionJson, InsightsJson } from '../graph/insights-json.ts'
import type { FactMetrics } from '../store/schema.ts'

/** Fields to ask Meta for: everything the metric catalogue is built from. */
export const factFields: readonly string[] = [
  ...new Set(metricNames.flatMap((name) => metricDefinition(name).source?.metaField ?? [])),
]

/**
 * Reads one insights row of Meta's.
 *
 * Meta leaves out counts that are zero, so a missing count of clicks or actions is 0. A missing reach or purchase value
 * is unknown: Meta withholds reach beyond 13 months with breakdowns, and many accounts track no value.
 */
export function readFactMetrics(row: InsightsJson): FactMetrics {
  const impressions = count(row.impressions) ?? 0
  const clicks = count(row.clicks) ?? 0
  return {
    impressions,
    clicks,
    spend: decimal(row.spend) ?? '0',
    reach: count(row.reach) ?? (impressions === 0 ? 0 : null),
    unique_clicks: count(row.unique_clicks) ?? (clicks === 0 ? 0 : null),
    link_clicks: count(row.inline_link_clicks) ?? 0,
    landing_page_views: count(action(row.actions, ['landing_page_view', 'omni_landing_page_view'])) ?? 0,
    leads:
      count(action(row.actions, ['lead', 'onsite_conversion.lead_grouped', 'offsite_conversion.fb_pixel_lead'])) ?? 0,
    purchases: count(action(row.actions, purchaseTypes)) ?? 0,
    purchase_value: decimal(action(row.action_values, purchaseTypes)),
    video_views: count(action(row.actions, ['video_view'])) ?? 0,
  }
}

// `actions` is hierarchical: a pixel purchase is counted again under `purchase`. The first type present is the widest.
const purchaseTypes = ['purchase', 'omni_purchase', 'offsite_conversion.fb_pixel_purchase']

function action(actions: readonly ActionJson[] | undefined, types: readonly string[]): string | number | undefined {
  for (const type of types) {
    const found = actions?.find((entry) => entry.action_type === type)
    if (found) return found.value
  }
  return undefined
}

// Meta's samples print numbers both as strings and bare.
function count(value: string | number | undefined): number | null {
  if (value === undefined || value === '') return null
  const number = Math.round(Number(value))
  return Number.isSafeInteger(number) ? number : null
}

function decimal(value: string | number | undefined): string | null {
  const text = value === undefined ? '' : String(value)
  return /^-?\d+(\.\d+)?$/.test(text) ? text : null
}
