import type { z } from 'zod'
import type { errorBodySchema } from './schemas/errors.ts'
import type {
  adRowSchema,
  adsetRowSchema,
  adsetsResponseSchema,
  adsResponseSchema,
  campaignRowSchema,
  campaignsResponseSchema,
  freshnessSchema,
  insightsResponseSchema,
  insightsRowSchema,
  totalsSchema,
} from './schemas/insights.ts'
import type { insightsQuerySchema, objectsQuerySchema } from './schemas/insights-query.ts'

/** A checked insights query, defaults filled in. */
export type InsightsQuery = z.output<typeof insightsQuerySchema>
/** A checked query for campaigns, ad sets or ads with their metrics. */
export type ObjectsQuery = z.output<typeof objectsQuerySchema>
export type InsightsLevel = InsightsQuery['level']
export type InsightsIncrement = InsightsQuery['increment']
export type InsightsFilter = NonNullable<InsightsQuery['filter']>[number]
export type BreakdownName = NonNullable<InsightsQuery['breakdowns']>[number]

export type InsightsRow = z.infer<typeof insightsRowSchema>
export type InsightsTotals = z.infer<typeof totalsSchema>
export type Freshness = z.infer<typeof freshnessSchema>
export type InsightsResponse = z.infer<typeof insightsResponseSchema>
export type CampaignRow = z.infer<typeof campaignRowSchema>
export type AdsetRow = z.infer<typeof adsetRowSchema>
export type AdRow = z.infer<typeof adRowSchema>
export type CampaignsResponse = z.infer<typeof campaignsResponseSchema>
export type AdsetsResponse = z.infer<typeof adsetsResponseSchema>
export type AdsResponse = z.infer<typeof adsResponseSchema>
export type DeliveryStatus = CampaignRow['delivery']
/** Counts are integers, money and ratios decimal strings, unknown is null. */
export type MetricValue = number | string | null
export type MetricValues = InsightsRow['metrics']
export type MissingReason = NonNullable<InsightsRow['reasons']>[keyof NonNullable<InsightsRow['reasons']>]
export type MissingReasons = NonNullable<InsightsRow['reasons']>

/** The one error shape of every route. */
export type ErrorBody = z.infer<typeof errorBodySchema>
