import { offMetaMeasures } from './measure-layout.ts'
import {
  actionList,
  countView,
  costView,
  roasList,
  shown,
  spendOf,
  sumOf,
  uniqueCostView,
  uniqueView,
  valueList,
  type ActionKind,
  type ActionStat,
  type ActionView,
} from './actions.ts'
import { derivedSum } from './derived-sum.ts'
import type { InsightsRow } from './insights-row.ts'
import { known, percent } from './metric-fields.ts'
import { ratio } from './numbers.ts'

type Read = (row: InsightsRow) => readonly ActionStat[] | undefined

/** Fields that are lists of action stats. */
export const listFields: Readonly<Record<string, Read>> = {
  actions: (row) => actionList(row, countView),
  action_values: (row) => valueList(row),
  unique_actions: (row) => actionList(row, uniqueView),
  cost_per_action_type: (row) => actionList(row, costView),
  cost_per_unique_action_type: (row) => actionList(row, uniqueCostView),
  conversions: (row) => conversionList(row, countView),
  unique_conversions: (row) => conversionList(row, uniqueView),
  cost_per_conversion: (row) => conversionList(row, costView),
  cost_per_unique_conversion: (row) => conversionList(row, uniqueCostView),
  purchase_roas: (row) => roasList(row, 'omni_purchase'),
  website_purchase_roas: (row) => roasList(row, 'offsite_conversion.fb_pixel_purchase'),
  average_purchases_conversion_value: (row) => averageValue(row),
  website_ctr: known(['linkClicks'], (row) =>
    single(row, 'link_click', percent(sumOf(row, 'linkClicks'), sumOf(row, 'impressions'))),
  ),
  outbound_clicks: known(['linkClicks'], (row) => counted(row, 'outbound_click', derivedSum(row, 'outboundClicks'))),
  outbound_clicks_ctr: known(['linkClicks'], (row) =>
    single(row, 'outbound_click', percent(derivedSum(row, 'outboundClicks'), sumOf(row, 'impressions'))),
  ),
  cost_per_outbound_click: known(['linkClicks'], (row) =>
    single(row, 'outbound_click', ratio(spendOf(row), derivedSum(row, 'outboundClicks'))),
  ),
  unique_outbound_clicks: known(['linkClicks'], (row) => counted(row, 'outbound_click', uniqueOutbound(row))),
  unique_outbound_clicks_ctr: known(['linkClicks'], (row) =>
    single(row, 'outbound_click', percent(uniqueOutbound(row), row.people().reached)),
  ),
  cost_per_unique_outbound_click: known(['linkClicks'], (row) =>
    single(row, 'outbound_click', ratio(spendOf(row), uniqueOutbound(row))),
  ),
  catalog_segment_actions: (row) => actionList(row, countView, isCatalogKind),
  catalog_segment_value: (row) => valueList(row, isCatalogKind),
  catalog_segment_value_omni_purchase_roas: (row) => roasList(row, 'omni_purchase'),
  catalog_segment_value_website_purchase_roas: (row) => roasList(row, 'offsite_conversion.fb_pixel_purchase'),
  ...convertedProducts('converted_product'),
  ...convertedProducts('converted_promoted_product'),
}

/** One entry of one type. */
export function single(row: InsightsRow, actionType: string, value: string | undefined): ActionStat[] | undefined {
  if (value === undefined || !row.asked.isActionWanted(actionType)) return undefined
  return [{ action_type: actionType, value }]
}

export function counted(row: InsightsRow, actionType: string, count: number): ActionStat[] | undefined {
  return count === 0 ? undefined : single(row, actionType, String(count))
}

/** Standard events that are neither commerce nor leads by name; here people sign up for something. */
function conversionList(row: InsightsRow, view: ActionView): ActionStat[] | undefined {
  const leads = sumOf(row, 'leads')
  if (leads === 0) return undefined
  const entries = ['subscribe_total', 'subscribe_website'].map((type) => ({
    kind: { type, counts: ['leads'] } satisfies ActionKind,
    values: {},
    count: leads,
    windows: new Map(),
  }))
  return shown(row, entries, view)
}

function averageValue(row: InsightsRow): ActionStat[] | undefined {
  const value = sumOf(row, 'purchaseValue') / 10 ** row.account.facts().moneyDecimals
  return value === 0 ? undefined : single(row, 'omni_purchase', ratio(value, sumOf(row, 'purchases')))
}

function uniqueOutbound(row: InsightsRow): number {
  const clicks = sumOf(row, 'linkClicks')
  return clicks === 0 ? 0 : Math.ceil((row.people().followed * derivedSum(row, 'outboundClicks')) / clicks)
}

function isCatalogKind({ type, counts }: ActionKind): boolean {
  return counts.every((measure) => offMetaMeasures.has(measure)) && !type.startsWith('onsite_web')
}

/** What was bought after seeing a product, in the ten forms Meta has for it; the sandbox sells on the web only. */
function convertedProducts(prefix: string): Record<string, Read> {
  const counts =
    (type: string): Read =>
    (row) =>
      actionList(row, countView, (kind) => kind.type === type)
  const values =
    (type: string): Read =>
    (row) =>
      valueList(row, (kind) => kind.type === type)
  return {
    [`${prefix}_quantity`]: counts('omni_purchase'),
    [`${prefix}_value`]: values('omni_purchase'),
    [`${prefix}_omni_purchase`]: counts('omni_purchase'),
    [`${prefix}_omni_purchase_values`]: values('omni_purchase'),
    [`${prefix}_website_pixel_purchase`]: counts('offsite_conversion.fb_pixel_purchase'),
    [`${prefix}_website_pixel_purchase_value`]: values('offsite_conversion.fb_pixel_purchase'),
  }
}
