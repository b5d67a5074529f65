import { z } from 'zod'
import { errorCodes } from '../errors.ts'
import { metricNames } from '../metric-catalogue.ts'
import { breakdownNames, insightsLevels } from './insights-query.ts'

/**
 * Why a metric is unknown.
 *
 * - `not_additive`: people are counted once; only Meta can say the number for this range.
 * - `no_denominator`: nothing to divide by, such as a cost per lead without leads.
 * - `not_reported`: Meta sent no such number, such as a purchase value nobody tracks.
 * - `pending`: still on its way.
 */
export const missingReasons = ['not_additive', 'no_denominator', 'not_reported', 'pending'] as const

/** Counts are integers; money and ratios decimal strings; unknown is null with a reason beside it. */
const metricValue = z.union([z.number().int(), z.string(), z.null()])
const metricValues = z.partialRecord(z.enum(metricNames), metricValue)
const reasons = z.partialRecord(z.enum(metricNames), z.enum(missingReasons))

const rowShape = {
  id: z.string(),
  name: z.string(),
  level: z.enum(insightsLevels),
  /** First day of the row's period; absent with increment=all. */
  day: z.string().optional(),
  breakdowns: z.partialRecord(z.enum(breakdownNames), z.string()).optional(),
  metrics: metricValues,
  reasons: reasons.optional(),
}

export const insightsRowSchema = z.object(rowShape).meta({ id: 'InsightsRow' })

export const totalsSchema = z
  .object({
    metrics: metricValues,
    reasons: reasons.optional(),
    /** How many rows stand behind the totals, on all pages together. */
    of: z.number().int(),
  })
  .meta({ id: 'Totals' })

export const freshnessSchema = z
  .object({
    /** When the oldest number in the answer was read from Meta; null when nothing is known yet. */
    syncedAt: z.iso.datetime().nullable(),
    /** Meta no longer changes these days (28 days after the last of them). */
    final: z.boolean(),
    source: z.enum(['store', 'meta']),
    /** New numbers are held back, for the reason `code` names; these are the last known. */
    limited: z.object({ retryAfterMs: z.number().int(), code: z.enum(errorCodes).optional() }).optional(),
  })
  .meta({ id: 'Freshness' })

/**
 * A report is running; ask again to see more. `progress` is 0–1.
 *
 * Where `metrics` is there, only those are still unknown and everything else is complete; without it days are missing.
 */
const pendingSchema = z
  .object({
    reportId: z.string(),
    progress: z.number().min(0).max(1),
    metrics: z.array(z.enum(metricNames)).optional(),
  })
  .meta({ id: 'Pending' })

const envelope = {
  totals: totalsSchema,
  currency: z.string(),
  timezone: z.string(),
  freshness: freshnessSchema,
  pending: pendingSchema.optional(),
  paging: z.object({ next: z.string().optional() }),
}

export const insightsResponseSchema = z
  .object({ rows: z.array(insightsRowSchema), ...envelope })
  .meta({ id: 'InsightsResponse' })

/** What an ad is doing now, as Ads Manager would word it. */
export const deliveryStatuses = [
  'active',
  'paused',
  'in_review',
  'rejected',
  'learning',
  'learning_limited',
  'archived',
  'deleted',
  'not_delivering',
  'completed',
] as const

const objectShape = {
  ...rowShape,
  /** What a person set. Meta's own words: ACTIVE, PAUSED, ARCHIVED, DELETED. */
  configuredStatus: z.string(),
  /** What follows from it, its parents, review and billing. Meta's own words. */
  effectiveStatus: z.string(),
  delivery: z.enum(deliveryStatuses),
  createdTime: z.string().nullable(),
  updatedTime: z.string().nullable(),
  /** The metric asked for with `trend`, one value a day of the range. */
  trend: z.array(metricValue).optional(),
}

/** Budgets are decimal strings in the account's currency. */
const budgetShape = {
  dailyBudget: z.string().nullable(),
  lifetimeBudget: z.string().nullable(),
  startTime: z.string().nullable(),
  stopTime: z.string().nullable(),
}

export const campaignRowSchema = z
  .object({
    ...objectShape,
    ...budgetShape,
    objective: z.string().nullable(),
    buyingType: z.string().nullable(),
    bidStrategy: z.string().nullable(),
    adsetCount: z.number().int(),
    adCount: z.number().int(),
  })
  .meta({ id: 'CampaignRow' })

export const adsetRowSchema = z
  .object({
    ...objectShape,
    ...budgetShape,
    campaignId: z.string(),
    optimizationGoal: z.string().nullable(),
    billingEvent: z.string().nullable(),
    adCount: z.number().int(),
  })
  .meta({ id: 'AdsetRow' })

export const adRowSchema = z
  .object({
    ...objectShape,
    campaignId: z.string(),
    adsetId: z.string(),
    creativeId: z.string().nullable(),
    thumbnailUrl: z.string().nullable(),
  })
  .meta({ id: 'AdRow' })

export const campaignsResponseSchema = z
  .object({ rows: z.array(campaignRowSchema), ...envelope })
  .meta({ id: 'CampaignsResponse' })
export const adsetsResponseSchema = z
  .object({ rows: z.array(adsetRowSchema), ...envelope })
  .meta({ id: 'AdsetsResponse' })
export const adsResponseSchema = z.object({ rows: z.array(adRowSchema), ...envelope }).meta({ id: 'AdsResponse' })
