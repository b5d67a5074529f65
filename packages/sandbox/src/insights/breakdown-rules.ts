import { invalidParam } from '../graph/graph-error.ts'
import type { Measure } from '../world/facts.ts'
import { identityFields } from './identity-fields.ts'
import { offMetaMeasures } from './measure-layout.ts'

/** What breakdowns do to the fields beside them. */
export interface BreakdownRules {
  /** Fields that stay out of the reply. */
  isDropped(field: string): boolean
  /** Fields shown as `"0"`. */
  isZero(field: string): boolean
  /** Measures that are not told. */
  hidden: ReadonlySet<Measure>
}

/**
 * The rules of the asked breakdowns.
 *
 * @param hasExplicitWindows - Windows are named and the default is not among them: that brings hidden conversions back.
 * @throws {GraphError} 100 for fields that no breakdown goes with, and for anything but reach by `frequency_value`.
 */
export function breakdownRules(
  breakdowns: readonly string[],
  fields: readonly string[],
  hasExplicitWindows: boolean,
): BreakdownRules {
  const has = (pattern: RegExp) => breakdowns.some((name) => pattern.test(name))
  if (breakdowns.length > 0) refuse(fields, (field) => neverBrokenDown.has(field), breakdowns)
  if (has(/^frequency_value$/)) {
    refuse(fields, (field) => field !== 'reach' && !Object.hasOwn(identityFields, field), breakdowns)
  }
  const isHourly = has(/^hourly_stats_/)
  const patterns = [
    ...(has(/^region$/) ? [/^video_(p\d+|avg_time)_watched/] : []),
    ...(has(/^dma$/) ? [/^estimated_ad_recall_rate/, /^video_thruplay_watched/] : []),
    ...(isHourly ? [/^(cost_per_)?unique_/, /^video_/] : []),
  ]
  const isAsset = has(assetPattern)
  return {
    isDropped: (field) =>
      patterns.some((pattern) => pattern.test(field)) ||
      (isAsset && !assetFields.has(field) && !Object.hasOwn(identityFields, field)),
    isZero: (field) => isHourly && (field === 'reach' || field === 'frequency'),
    hidden: has(placeOrHour) && !hasExplicitWindows ? offMetaMeasures : new Set(),
  }
}

// Meta's first type of restriction on actions that happen off Meta: they are left out altogether.
const placeOrHour = /^(region|dma|hourly_stats_.*)$/
const assetPattern = /^(ad_format|body|call_to_action|description|image|link_url|title|video)_asset$/
const assetFields = new Set(['impressions', 'clicks', 'spend', 'reach', 'actions', 'action_values'])

const neverBrokenDown = new Set([
  'app_store_clicks',
  'newsfeed_avg_position',
  'newsfeed_clicks',
  'relevance_score',
  'newsfeed_impressions',
])

function refuse(fields: readonly string[], isRefused: (field: string) => boolean, breakdowns: readonly string[]): void {
  const field = fields.find(isRefused)
  if (field === undefined) return
  throw invalidParam(`${field} cannot be requested with the breakdowns (${[...breakdowns].sort().join(', ')})`)
}
