import { at, measures, type Measure } from '../world/facts.ts'
import type { InsightsRow } from './insights-row.ts'
import { money, ratio } from './numbers.ts'

export type ActionFilter = (actionType: string) => boolean

export interface ActionStat {
  action_type: string
  value: string
}

interface ActionKind {
  type: string
  /** Its count is the sum of these. */
  counts: readonly Measure[]
  value?: Measure
  /** Another name for an action that is also reported under its plain one. */
  isAlias?: boolean
}

const engagement: readonly Measure[] = ['linkClicks', 'reactions', 'comments', 'saves', 'videoViews']

// One purchase shows up under several types at once, as Meta reports it; summing the list double counts.
const kinds: readonly ActionKind[] = [
  { type: 'link_click', counts: ['linkClicks'] },
  { type: 'landing_page_view', counts: ['landingPageViews'] },
  { type: 'page_engagement', counts: engagement },
  { type: 'post_engagement', counts: engagement },
  { type: 'post_reaction', counts: ['reactions'] },
  { type: 'comment', counts: ['comments'] },
  { type: 'onsite_conversion.post_save', counts: ['saves'] },
  { type: 'video_view', counts: ['videoViews'] },
  { type: 'lead', counts: ['leads'] },
  { type: 'onsite_conversion.lead_grouped', counts: ['leads'], isAlias: true },
  { type: 'view_content', counts: ['contentViews'] },
  { type: 'offsite_conversion.fb_pixel_view_content', counts: ['contentViews'], isAlias: true },
  { type: 'add_to_cart', counts: ['addsToCart'] },
  { type: 'omni_add_to_cart', counts: ['addsToCart'], isAlias: true },
  { type: 'offsite_conversion.fb_pixel_add_to_cart', counts: ['addsToCart'], isAlias: true },
  { type: 'initiate_checkout', counts: ['checkouts'] },
  { type: 'omni_initiated_checkout', counts: ['checkouts'], isAlias: true },
  { type: 'offsite_conversion.fb_pixel_initiate_checkout', counts: ['checkouts'], isAlias: true },
  { type: 'purchase', counts: ['purchases'], value: 'purchaseValue' },
  { type: 'omni_purchase', counts: ['purchases'], value: 'purchaseValue', isAlias: true },
  { type: 'offsite_conversion.fb_pixel_purchase', counts: ['purchases'], value: 'purchaseValue', isAlias: true },
]

/** `actions` or `action_values`; undefined when there is none, for Meta leaves empty lists out. */
export function actionList(
  row: InsightsRow,
  isWanted: ActionFilter,
  what: 'count' | 'value',
): ActionStat[] | undefined {
  const stats = reported(row, isWanted).flatMap((kind) => {
    if (what === 'count') return { action_type: kind.type, value: String(countOf(row, kind)) }
    if (kind.value === undefined || !row.account.facts().known.has(kind.value)) return []
    return { action_type: kind.type, value: money(sum(row, kind.value), row.account) }
  })
  return stats.length === 0 ? undefined : stats
}

export function costPerAction(row: InsightsRow, isWanted: ActionFilter): ActionStat[] | undefined {
  const spend = sum(row, 'spend') / 10 ** row.account.facts().moneyDecimals
  const stats = reported(row, isWanted).map((kind) => {
    return { action_type: kind.type, value: ratio(spend, countOf(row, kind)) ?? '0' }
  })
  return stats.length === 0 ? undefined : stats
}

/** Return on ad spend: value ÷ spend. Unknown without values, without purchases and without spend. */
export function roasList(row: InsightsRow, actionType: string): ActionStat[] | undefined {
  const value = sum(row, 'purchaseValue')
  const roas = value === 0 ? undefined : ratio(value, sum(row, 'spend'))
  return roas === undefined ? undefined : [{ action_type: actionType, value: roas }]
}

function reported(row: InsightsRow, isWanted: ActionFilter): ActionKind[] {
  const { known } = row.account.facts()
  // An account of loaded results reports plain types only, since the file says no more.
  const hasAliases = known.size === measures.length
  return kinds.filter(
    (kind) =>
      (hasAliases || !kind.isAlias) &&
      kind.counts.every((measure) => known.has(measure)) &&
      isWanted(kind.type) &&
      countOf(row, kind) > 0,
  )
}

function countOf(row: InsightsRow, { counts }: ActionKind): number {
  return counts.reduce((total, measure) => total + sum(row, measure), 0)
}

function sum({ totals }: InsightsRow, measure: Measure): number {
  return totals.sums[at[measure]] ?? 0
}
