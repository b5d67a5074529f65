import { actionKinds, countView, entriesOf, spendOf, sumOf } from './actions.ts'
import { oneOf } from './identity-fields.ts'
import type { InsightsRow } from './insights-row.ts'
import { ratio } from './numbers.ts'

/** What a row's ads were to bring about, how often they did, and what each time cost. */
export const resultFields: Readonly<Record<string, (row: InsightsRow) => unknown>> = {
  results: (row) => resultList(indicatorOf(row), (indicator) => countOf(row, indicator)),
  result_rate: (row) => resultList(indicatorOf(row), (indicator) => rateOf(row, indicator)),
  cost_per_result: (row) => resultList(indicatorOf(row), (indicator) => costOf(row, indicator)),
  objective_results: (row) => resultList(objectiveIndicatorOf(row), (indicator) => countOf(row, indicator)),
  objective_result_rate: (row) => resultList(objectiveIndicatorOf(row), (indicator) => rateOf(row, indicator)),
  cost_per_objective_result: (row) => resultList(objectiveIndicatorOf(row), (indicator) => costOf(row, indicator)),
}

/** Lists of results name what they count; rows whose ads pursue different goals have none. */
function resultList(indicator: string | undefined, valueOf: (indicator: string) => string | undefined): unknown {
  if (indicator === undefined) return undefined
  const value = valueOf(indicator)
  const values = value === undefined ? {} : { values: [{ value, attribution_windows: ['default'] }] }
  return [{ indicator, ...values }]
}

function indicatorOf({ ads }: InsightsRow): string | undefined {
  return oneOf(ads.map(({ adSet }) => goalIndicator(adSet.values.optimization_goal, adSet.values['promoted_object'])))
}

function objectiveIndicatorOf({ ads }: InsightsRow): string | undefined {
  return oneOf(ads.map(({ adSet }) => objectiveIndicators[adSet.campaign.values.objective] ?? 'actions:link_click'))
}

function goalIndicator(goal: string, promoted: unknown): string {
  if (goal !== 'OFFSITE_CONVERSIONS' && goal !== 'VALUE') return goalIndicators[goal] ?? 'actions:link_click'
  const { custom_event_type: event }: { custom_event_type?: unknown } =
    typeof promoted === 'object' && promoted !== null ? promoted : {}
  return eventIndicators[String(event)] ?? 'actions:offsite_conversion.fb_pixel_purchase'
}

const eventIndicators: Record<string, string> = {
  PURCHASE: 'actions:offsite_conversion.fb_pixel_purchase',
  ADD_TO_CART: 'actions:offsite_conversion.fb_pixel_add_to_cart',
  INITIATED_CHECKOUT: 'actions:offsite_conversion.fb_pixel_initiate_checkout',
  CONTENT_VIEW: 'actions:offsite_conversion.fb_pixel_view_content',
  LEAD: 'actions:lead',
}

const goalIndicators: Record<string, string> = {
  LEAD_GENERATION: 'actions:onsite_conversion.lead_grouped',
  QUALITY_LEAD: 'actions:onsite_conversion.lead_grouped',
  LANDING_PAGE_VIEWS: 'actions:landing_page_view',
  LINK_CLICKS: 'actions:link_click',
  REACH: 'reach',
  IMPRESSIONS: 'impressions',
  AD_RECALL_LIFT: 'reach',
  THRUPLAY: 'video_thruplay_watched_actions',
  POST_ENGAGEMENT: 'actions:post_engagement',
}

const objectiveIndicators: Record<string, string> = {
  OUTCOME_SALES: 'actions:offsite_conversion.fb_pixel_purchase',
  OUTCOME_LEADS: 'actions:onsite_conversion.lead_grouped',
  OUTCOME_TRAFFIC: 'actions:link_click',
  OUTCOME_ENGAGEMENT: 'actions:post_engagement',
  OUTCOME_AWARENESS: 'reach',
}

function amountOf(row: InsightsRow, indicator: string): number {
  if (indicator === 'reach') return row.people().reached
  if (indicator === 'impressions') return sumOf(row, 'impressions')
  if (indicator === 'video_thruplay_watched_actions') return sumOf(row, 'thruplays')
  const kind = actionKinds.find(({ type }) => `actions:${type}` === indicator)
  if (!kind?.counts.every((measure) => row.known.has(measure))) return 0
  return entriesOf(row, kind, kind.counts).reduce((sum, { count }) => sum + count, 0)
}

function countOf(row: InsightsRow, indicator: string): string | undefined {
  const amount = amountOf(row, indicator)
  return amount === 0 ? undefined : countView(amount, { type: indicator, counts: [] }, row)
}

function costOf(row: InsightsRow, indicator: string): string | undefined {
  const amount = amountOf(row, indicator)
  // Reach and impressions are priced by the thousand.
  return ratio(spendOf(row) * (/^(reach|impressions)$/.test(indicator) ? 1000 : 1), amount)
}

function rateOf(row: InsightsRow, indicator: string): string | undefined {
  const amount = amountOf(row, indicator)
  return amount === 0 ? undefined : ratio(amount * 100, sumOf(row, 'impressions'))
}
