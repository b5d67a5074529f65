/**
 * What each metric is: its unit, whether it adds up, and how it follows from others.
 *
 * Every side reads this one table: the planner knows what to ask Meta for, totals know what may be
 * summed, widgets know how to print it and whether a rise is good news.
 *
 * @see https://developers.facebook.com/docs/marketing-api/reference/ads-insights/
 */
export const metricCatalogue = {
  impressions: counted('Impressions', { metaField: 'impressions' }),
  reach: people('Reach', { metaField: 'reach' }),
  frequency: ratio('Frequency', 'impressions', 'reach', { unit: 'number', decimals: 2, direction: 'neutral' }),
  clicks: counted('Clicks (all)', { metaField: 'clicks', direction: 'up' }),
  unique_clicks: people('Unique clicks', { metaField: 'unique_clicks' }),
  ctr: ratio('CTR', 'clicks', 'impressions', { unit: 'percent', decimals: 6, direction: 'up' }),
  cpc: ratio('CPC', 'spend', 'clicks', { unit: 'money', direction: 'down' }),
  cpm: ratio('CPM', 'spend', 'impressions', { unit: 'money', direction: 'down', per: 1000 }),
  spend: summedMoney('Spend', { metaField: 'spend' }),
  link_clicks: counted('Link clicks', { metaField: 'inline_link_clicks', direction: 'up' }),
  link_ctr: ratio('Link CTR', 'link_clicks', 'impressions', { unit: 'percent', decimals: 6, direction: 'up' }),
  cost_per_link_click: ratio('Cost per link click', 'spend', 'link_clicks', { unit: 'money', direction: 'down' }),
  landing_page_views: counted('Landing page views', {
    metaField: 'actions',
    actionType: 'landing_page_view',
    direction: 'up',
  }),
  leads: counted('Leads', { metaField: 'actions', actionType: 'lead', direction: 'up' }),
  cost_per_lead: ratio('Cost per lead', 'spend', 'leads', { unit: 'money', direction: 'down' }),
  purchases: counted('Purchases', { metaField: 'actions', actionType: 'purchase', direction: 'up' }),
  cost_per_purchase: ratio('Cost per purchase', 'spend', 'purchases', { unit: 'money', direction: 'down' }),
  purchase_value: summedMoney('Purchase value', {
    metaField: 'action_values',
    actionType: 'purchase',
    direction: 'up',
  }),
  roas: ratio('ROAS', 'purchase_value', 'spend', { unit: 'number', decimals: 4, direction: 'up' }),
  video_views: counted('3-second video views', { metaField: 'actions', actionType: 'video_view', direction: 'up' }),
} as const satisfies Record<string, MetricDefinition>

/** The name of a metric, as routes and rows use it. */
export type MetricName = keyof typeof metricCatalogue

export type MetricUnit = 'count' | 'money' | 'percent' | 'number'

/**
 * How a metric behaves over days and objects.
 *
 * - `sum`: adds up exactly.
 * - `ratio`: follows from two others; a total is the ratio of their totals, never an average.
 * - `deduplicated`: Meta counts people once; only Meta can say the number for a range.
 */
export type Additivity = 'sum' | 'ratio' | 'deduplicated'

export interface MetricDefinition {
  /** English name, for tables without a message catalogue. */
  label: string
  /** `percent` values are fractions: `0.0123` reads 1.23 %. */
  unit: MetricUnit
  additivity: Additivity
  /** Which change is good news: `up`, `down`, or neither. */
  direction: 'up' | 'down' | 'neutral'
  /** Where Meta reports it; absent on ratios, which we compute from totals. */
  source?: { metaField: string; actionType?: string }
  /** numerator ÷ denominator × per. */
  formula?: { numerator: string; denominator: string; per: number }
  /** Decimal places kept on the wire for ratios; money uses the currency's own plus four. */
  decimals?: number
}

/** Every metric name, in the catalogue's order. */
export const metricNames = Object.keys(metricCatalogue) as readonly MetricName[]

/** True when the text names a metric of the catalogue. */
export function isMetricName(text: string): text is MetricName {
  return Object.hasOwn(metricCatalogue, text)
}

/** The definition of a metric, with every optional part visible to the type checker. */
export function metricDefinition(name: MetricName): MetricDefinition {
  return metricCatalogue[name]
}

interface Source {
  metaField: string
  actionType?: string
  direction?: MetricDefinition['direction']
}

function counted(label: string, { direction = 'neutral', ...source }: Source): MetricDefinition {
  return { label, unit: 'count', additivity: 'sum', direction, source }
}

function summedMoney(label: string, { direction = 'neutral', ...source }: Source): MetricDefinition {
  return { label, unit: 'money', additivity: 'sum', direction, source }
}

function people(label: string, { direction = 'neutral', ...source }: Source): MetricDefinition {
  return { label, unit: 'count', additivity: 'deduplicated', direction, source }
}

function ratio(
  label: string,
  numerator: string,
  denominator: string,
  options: { unit: MetricUnit; direction: MetricDefinition['direction']; decimals?: number; per?: number },
): MetricDefinition {
  const { per = 1, ...rest } = options
  return { label, additivity: 'ratio', formula: { numerator, denominator, per }, ...rest }
}
