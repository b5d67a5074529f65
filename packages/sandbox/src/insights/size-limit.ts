import { GraphError } from '../graph/graph-error.ts'
import type { InsightsQuery } from './insights-query.ts'
import { adsUnder, objectAt, type InsightsRoot } from './levels.ts'

/** How heavy a question may be before Meta refuses it. Meta publishes no numbers. */
export interface SizeLimits {
  /** For answers at once. */
  sync: number
  /** For report runs. */
  async: number
}

export const defaultSizeLimits: SizeLimits = { sync: 2_000_000, async: 10_000_000 }

/** Values in the answer plus data points read for it, estimated before any is computed. */
export function queryWeight(query: InsightsQuery, root: InsightsRoot): number {
  const ads = adsUnder(root)
  const objects = query.level === root.level ? 1 : new Set(ads.map((ad) => objectAt(query.level, ad)?.id)).size
  const days = query.periods.reduce((sum, { since, until }) => sum + until - since + 1, 0)
  const cells = cellEstimate(query)
  const rows = objects * query.periods.length * cells
  return rows * query.fields.length + ads.length * days * cells
}

// Distinct values of a breakdown in a usual account.
const sizes: Record<string, number> = {
  age: 6,
  gender: 3,
  country: 2,
  region: 15,
  dma: 20,
  comscore_market: 20,
  publisher_platform: 4,
  platform_position: 5,
  impression_device: 4,
  device_platform: 3,
  hourly_stats_aggregated_by_advertiser_time_zone: 24,
  hourly_stats_aggregated_by_audience_time_zone: 24,
  product_id: 5,
  mmm: 40,
}

function cellEstimate({ breakdowns, actionBreakdowns }: InsightsQuery): number {
  const cells = breakdowns.reduce((product, name) => product * (sizes[name] ?? 3), 1)
  return cells * (actionBreakdowns.length > 1 ? 3 : 1)
}

/** The refusal of a question that is too heavy to answer at once. */
export function tooMuchInsights(): GraphError {
  return new GraphError("Please reduce the amount of data you're asking for, then retry your request", {
    type: 'OAuthException',
    code: 100,
    subcode: 1487534,
    isTransient: false,
    userTitle: 'There is too much data',
    userMessage:
      'The report asks for more data than can be processed. Ask for a shorter time range or fewer breakdowns.',
  })
}
