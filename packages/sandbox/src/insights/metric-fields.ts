import type { Measure } from '../world/facts.ts'
import { seedOf } from '../world/random.ts'
import { spendOf, sumOf } from './actions.ts'
import type { InsightsRow } from './insights-row.ts'
import { derivedSum } from './derived-sum.ts'
import { money, ratio } from './numbers.ts'

type Read = (row: InsightsRow) => string | undefined

/** Fields that are one number, always written as text. */
export const metricFields: Readonly<Record<string, Read>> = {
  impressions: counted('impressions'),
  clicks: counted('clicks'),
  inline_link_clicks: counted('linkClicks'),
  inline_post_engagement: known(engagement(), (row) => String(engagements(row))),
  spend: (row) => money(sumOf(row, 'spend'), row.account),
  social_spend: (row) => money(derivedSum(row, 'socialSpend'), row.account),
  reach: (row) => String(row.people().reached),
  frequency: (row) => ratio(sumOf(row, 'impressions'), row.people().reached),
  full_view_impressions: (row) => String(derivedSum(row, 'fullViews')),
  full_view_reach: (row) => String(fullViewReach(row)),
  ctr: (row) => percent(sumOf(row, 'clicks'), sumOf(row, 'impressions')),
  inline_link_click_ctr: known(['linkClicks'], (row) => percent(sumOf(row, 'linkClicks'), sumOf(row, 'impressions'))),
  cpc: (row) => ratio(spendOf(row), sumOf(row, 'clicks')),
  cpm: (row) => ratio(spendOf(row) * 1000, sumOf(row, 'impressions')),
  cpp: (row) => ratio(spendOf(row) * 1000, row.people().reached),
  cost_per_inline_link_click: known(['linkClicks'], (row) => ratio(spendOf(row), sumOf(row, 'linkClicks'))),
  cost_per_inline_post_engagement: known(engagement(), (row) => ratio(spendOf(row), engagements(row))),
  unique_clicks: (row) => String(row.people().clicked),
  unique_ctr: (row) => percent(row.people().clicked, row.people().reached),
  cost_per_unique_click: (row) => ratio(spendOf(row), row.people().clicked),
  unique_inline_link_clicks: known(['linkClicks'], (row) => String(row.people().followed)),
  unique_inline_link_click_ctr: known(['linkClicks'], (row) => percent(row.people().followed, row.people().reached)),
  unique_link_clicks_ctr: known(['linkClicks'], (row) => percent(row.people().followed, row.people().reached)),
  cost_per_unique_inline_link_click: known(['linkClicks'], (row) => ratio(spendOf(row), row.people().followed)),
  landing_page_view_per_link_click: known(['landingPageViews'], (row) =>
    percent(sumOf(row, 'landingPageViews'), sumOf(row, 'linkClicks')),
  ),
  landing_page_view_actions_per_link_click: known(['landingPageViews'], (row) =>
    ratio(sumOf(row, 'landingPageViews'), sumOf(row, 'linkClicks')),
  ),
  purchase_per_landing_page_view: known(['purchases', 'landingPageViews'], (row) =>
    ratio(sumOf(row, 'purchases'), sumOf(row, 'landingPageViews')),
  ),
  landing_page_view_per_purchase_rate: known(['purchases', 'landingPageViews'], (row) =>
    percent(sumOf(row, 'purchases'), sumOf(row, 'landingPageViews')),
  ),
  purchases_per_link_click: known(['purchases', 'linkClicks'], (row) =>
    ratio(sumOf(row, 'purchases'), sumOf(row, 'linkClicks')),
  ),
  instagram_profile_visits: (row) => String(derivedSum(row, 'profileVisits')),
  estimated_ad_recallers: recalled((people) => people),
  estimated_ad_recallers_lower_bound: recalled((people) => Math.floor(people * 0.85)),
  estimated_ad_recallers_upper_bound: recalled((people) => Math.ceil(people * 1.15)),
  estimated_ad_recall_rate: recallRate(1),
  estimated_ad_recall_rate_lower_bound: recallRate(0.85),
  estimated_ad_recall_rate_upper_bound: recallRate(1.15),
  cost_per_estimated_ad_recallers: (row) => ratio(spendOf(row), recallers(row)),
  quality_ranking: ranking('quality'),
  engagement_rate_ranking: ranking('engagement'),
  conversion_rate_ranking: ranking('conversion'),
}

function counted(measure: Measure): Read {
  return known([measure], (row) => String(sumOf(row, measure)))
}

/** A field that says nothing where a measure it is made of is not known. */
export function known<T>(
  needed: readonly Measure[],
  read: (row: InsightsRow) => T,
): (row: InsightsRow) => T | undefined {
  return (row) => (needed.every((measure) => row.known.has(measure)) ? read(row) : undefined)
}

function engagement(): readonly Measure[] {
  return ['linkClicks', 'reactions', 'comments', 'saves', 'videoViews']
}

function engagements(row: InsightsRow): number {
  return engagement().reduce((total, measure) => total + sumOf(row, measure), 0)
}

export function percent(part: number, whole: number): string | undefined {
  return ratio(part * 100, whole)
}

function fullViewReach(row: InsightsRow): number {
  const impressions = sumOf(row, 'impressions')
  return impressions === 0 ? 0 : Math.ceil((row.people().reached * derivedSum(row, 'fullViews')) / impressions)
}

// Meta estimates recall for awareness campaigns only.
function recallers(row: InsightsRow): number {
  const isAwareness = row.campaign?.values.objective === 'OUTCOME_AWARENESS'
  return isAwareness ? Math.ceil(row.people().reached * 0.07) : 0
}

function recalled(bound: (people: number) => number): Read {
  return (row) => (recallers(row) === 0 ? undefined : String(bound(recallers(row))))
}

function recallRate(factor: number): Read {
  return (row) => (recallers(row) === 0 ? undefined : percent(recallers(row) * factor, row.people().reached))
}

const ranks = ['AVERAGE', 'ABOVE_AVERAGE', 'AVERAGE', 'BELOW_AVERAGE_35', 'BELOW_AVERAGE_20', 'BELOW_AVERAGE_10']
// Meta ranks an ad once it has been shown so often.
const rankedFrom = 500

function ranking(kind: string): Read {
  return ({ ad, totals }) => {
    if (!ad) return undefined
    if ((totals.sums[0] ?? 0) < rankedFrom) return 'UNKNOWN'
    return ranks[seedOf(ad.id, kind) % ranks.length]
  }
}
