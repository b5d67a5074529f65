import { formatDay } from '../world/day.ts'
import type { InsightsRow } from './insights-row.ts'

/** Which object and period a row is about, and how that object is set up. */
export const identityFields: Readonly<Record<string, (row: InsightsRow) => unknown>> = {
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
  buying_type: ({ campaign }) => (campaign ? (campaign.values['buying_type'] ?? 'AUCTION') : undefined),
  attribution_setting: (row) => oneOf(row.ads.map(({ adSet }) => attributionSetting(adSet.values['attribution_spec']))),
  adset_start: ({ adSet }) => adSet?.values['start_time'],
  adset_end: ({ adSet }) => adSet?.values['end_time'],
  created_time: ({ campaign, adSet, ad }) => (ad ?? adSet ?? campaign)?.values.created_time.slice(0, 10),
  updated_time: ({ campaign, adSet, ad }) => (ad ?? adSet ?? campaign)?.values.updated_time.slice(0, 10),
  date_start: ({ period }) => formatDay(period.since),
  date_stop: ({ period }) => formatDay(period.until),
}

/** The common value; undefined when there are several. */
export function oneOf<T>(values: readonly T[]): T | undefined {
  const [first] = values
  return values.every((value) => value === first) ? first : undefined
}

/** `7d_click_1d_view` */
function attributionSetting(spec: unknown): string {
  const items = Array.isArray(spec) ? spec : []
  const named = items.map((item: { event_type?: unknown; window_days?: unknown }) => {
    const kind = eventNames[String(item.event_type)] ?? 'click'
    return `${String(item.window_days)}d_${kind}`
  })
  return named.length === 0 ? '7d_click_1d_view' : named.join('_')
}

const eventNames: Record<string, string> = { CLICK_THROUGH: 'click', VIEW_THROUGH: 'view', ENGAGED_VIDEO_VIEW: 'ev' }
