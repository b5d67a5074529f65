import { formatDay } from '../world/day.ts'
import { at, measures, type Measure } from '../world/facts.ts'
import type { AdAccount } from '../world/objects.ts'
import { actionList, costPerAction, roasList, type ActionFilter } from './actions.ts'
import type { InsightsRow } from './insights-row.ts'
import { money, ratio } from './numbers.ts'
import { silentFields } from './silent-fields.ts'

/** The value of one field of a row in Meta's form; undefined leaves the field out. */
export function fieldValue(row: InsightsRow, field: string, isActionWanted: ActionFilter = () => true): unknown {
  return (identity[field] ?? metrics[field] ?? actionFields(isActionWanted)[field])?.(row)
}

/** True for every name Meta accepts in `fields`, also those the sandbox has no numbers for. */
export function isInsightsField(name: string): boolean {
  return Object.hasOwn(identity, name) || isMetricField(name) || silentFields.has(name)
}

/** True for fields that can be compared with a number. */
export function isMetricField(name: string): boolean {
  return (
    Object.hasOwn(metrics, name) ||
    Object.hasOwn(
      actionFields(() => true),
      name.split(':')[0] ?? '',
    )
  )
}

type Read = (row: InsightsRow) => unknown

const identity: Record<string, Read> = {
  account_id: ({ account }) => account.id.slice('act_'.length),
  account_name: ({ account }) => account.name,
  account_currency: ({ account }) => account.currency,
  campaign_id: ({ campaign }) => campaign?.id,
  campaign_name: ({ campaign }) => campaign?.values.name,
  adset_id: ({ adSet }) => adSet?.id,
  adset_name: ({ adSet }) => adSet?.values.name,
  ad_id: ({ ad }) => ad?.id,
  ad_name: ({ ad }) => ad?.values.name,
  objective: ({ campaign }) => campaign?.values.objective,
  optimization_goal: ({ adSet }) => adSet?.values.optimization_goal,
  buying_type: ({ campaign }) => (campaign ? 'AUCTION' : undefined),
  attribution_setting: () => '7d_click_1d_view',
  created_time: ({ campaign, adSet, ad }) => (ad ?? adSet ?? campaign)?.values.created_time.slice(0, 10),
  updated_time: ({ campaign, adSet, ad }) => (ad ?? adSet ?? campaign)?.values.updated_time.slice(0, 10),
  date_start: ({ period }) => formatDay(period.since),
  date_stop: ({ period }) => formatDay(period.until),
}

const metrics: Record<string, Read> = {
  impressions: counted('impressions'),
  clicks: counted('clicks'),
  inline_link_clicks: counted('linkClicks'),
  inline_post_engagement: known(['linkClicks', 'reactions', 'videoViews'], (row) => String(engagements(row))),
  spend: (row) => money(sum(row, 'spend'), row.account),
  reach: ({ people }) => String(people().reached),
  unique_clicks: ({ people }) => String(people().clicked),
  unique_inline_link_clicks: known(['linkClicks'], ({ people }) => String(people().followed)),
  frequency: (row) => ratio(sum(row, 'impressions'), row.people().reached),
  ctr: (row) => ratio(sum(row, 'clicks') * 100, sum(row, 'impressions')),
  unique_ctr: (row) => ratio(row.people().clicked * 100, row.people().reached),
  inline_link_click_ctr: known(['linkClicks'], (row) => ratio(sum(row, 'linkClicks') * 100, sum(row, 'impressions'))),
  cpc: (row) => ratio(spendOf(row), sum(row, 'clicks')),
  cpm: (row) => ratio(spendOf(row) * 1000, sum(row, 'impressions')),
  cpp: (row) => ratio(spendOf(row) * 1000, row.people().reached),
  cost_per_inline_link_click: known(['linkClicks'], (row) => ratio(spendOf(row), sum(row, 'linkClicks'))),
  cost_per_unique_click: (row) => ratio(spendOf(row), row.people().clicked),
}

function actionFields(isWanted: ActionFilter): Record<string, Read> {
  return {
    actions: (row) => actionList(row, isWanted, 'count'),
    action_values: (row) => actionList(row, isWanted, 'value'),
    cost_per_action_type: (row) => costPerAction(row, isWanted),
    purchase_roas: (row) => roasList(row, 'omni_purchase'),
    website_purchase_roas: (row) => roasList(row, 'offsite_conversion.fb_pixel_purchase'),
    outbound_clicks: known(['linkClicks'], (row) => listOf('outbound_click', sum(row, 'linkClicks'))),
    video_thruplay_watched_actions: known(['thruplays'], (row) => listOf('video_view', sum(row, 'thruplays'))),
  }
}

function listOf(actionType: string, count: number): unknown {
  return count === 0 ? undefined : [{ action_type: actionType, value: String(count) }]
}

function counted(measure: Measure): Read {
  return known([measure], (row) => String(sum(row, measure)))
}

function known(needed: readonly Measure[], read: Read): Read {
  return (row) => (needed.every((measure) => row.account.facts().known.has(measure)) ? read(row) : undefined)
}

function engagements(row: InsightsRow): number {
  const parts = measures.filter((name) => ['linkClicks', 'reactions', 'comments', 'saves', 'videoViews'].includes(name))
  return parts.reduce((total, name) => total + sum(row, name), 0)
}

function sum({ totals }: InsightsRow, measure: Measure): number {
  return totals.sums[at[measure]] ?? 0
}

function spendOf(row: InsightsRow): number {
  return sum(row, 'spend') / unitsPerMoney(row.account)
}

function unitsPerMoney(account: AdAccount): number {
  return 10 ** account.facts().moneyDecimals
}
