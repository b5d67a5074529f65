import { GraphError, invalidParam, unknownField } from '../graph/graph-error.ts'
import { parseFields } from '../graph/fields.ts'
import { filteringParam, type Filter } from '../graph/filtering.ts'
import { boolParam, enumListParam, enumParam, listParam, unquoted, type Params } from '../graph/params.ts'
import type { LocalMoment } from '../world/clock.ts'
import { actionBreakdowns, type ActionBreakdown } from './action-dimensions.ts'
import { attributionWindows, type AttributionWindow } from './attribution-windows.ts'
import { checkCombination } from './breakdown-combinations.ts'
import { breakdownNames, hiddenBreakdowns } from './breakdown-names.ts'
import { breakdownRules, type BreakdownRules } from './breakdown-rules.ts'
import { checkedFilters } from './insights-filters.ts'
import { isInsightsField, isListField, isMetricField } from './insights-fields.ts'
import { levels, type InsightsRoot, type Level } from './levels.ts'
import { checkMmm, mmmColumns } from './mmm-rules.ts'
import { periodsParam, type Period } from './periods.ts'

/** A checked insights question. */
export interface InsightsQuery {
  level: Level
  fields: readonly string[]
  periods: readonly Period[]
  breakdowns: readonly string[]
  /** With the implicit `action_type`; empty when it was switched off. */
  actionBreakdowns: readonly ActionBreakdown[]
  windows: readonly AttributionWindow[]
  filters: readonly Filter[]
  rules: BreakdownRules
  sort?: { field: string; isDescending: boolean }
  summary?: { fields: readonly string[]; actionBreakdowns: readonly ActionBreakdown[] }
  /** How many products an ad shows at most. */
  productLimit?: number
}

/**
 * Reads and checks the parameters of an insights call.
 *
 * @param version - `v25.0`
 * @throws {GraphError} The first parameter that is wrong.
 */
export function insightsQuery(params: Params, root: InsightsRoot, moment: LocalMoment, version: string): InsightsQuery {
  const level = levelParam(params, root.level)
  const breakdowns = breakdownsParam(params, root)
  const fields = fieldsParam(params, level, breakdowns)
  const actions = actionBreakdownsParam(params, 'action_breakdowns')
  const windows = [...new Set(enumListParam(params, 'action_attribution_windows', attributionWindows))]
  // Accepted and disregarded since 2025-06-10.
  enumParam(params, 'action_report_time', ['impression', 'conversion', 'mixed', 'lifetime'])
  boolParam(params, 'use_unified_attribution_setting')
  boolParam(params, 'use_account_attribution_setting')
  checkCombination(breakdowns, actions, version)
  checkActionsAsked(params, actions, fields)
  checkLevel(breakdowns, level)
  const filters = checkedFilters(filteringParam(params), breakdowns)
  if (breakdowns.includes('mmm')) checkMmm(params, fields, level, filters)
  const sort = sortParam(params)
  const summary = summaryParam(params, fields)
  const productLimit = productLimitParam(params)
  return {
    level,
    fields,
    periods: periodsParam(params, moment.today, root.account.createdDay),
    breakdowns,
    actionBreakdowns: actions,
    windows,
    filters,
    rules: breakdownRules(breakdowns, fields, windows.length > 0 && !windows.includes('default')),
    ...(sort ? { sort } : {}),
    ...(summary ? { summary } : {}),
    ...(productLimit === undefined ? {} : { productLimit }),
  }
}

/** @throws {GraphError} 1/99 with HTTP 500, as Meta answers a level above the node. */
function levelParam(params: Params, own: Level): Level {
  const level = enumParam(params, 'level', levels) ?? own
  if (levels.indexOf(level) >= levels.indexOf(own)) return level
  const fields = { type: 'OAuthException', code: 1, subcode: 99, isTransient: true } as const
  throw new GraphError('An unknown error occurred', fields, 500)
}

function breakdownsParam(params: Params, { level }: InsightsRoot): string[] {
  const names = [...new Set(enumListParam(params, 'breakdowns', breakdownNames))]
  const hidden = names.find((name) => hiddenBreakdowns.has(name))
  if (hidden !== undefined) throw unknownField(hidden, rootTypes[level])
  return names
}

const rootTypes: Record<Level, string> = { account: 'AdAccount', campaign: 'Campaign', adset: 'AdSet', ad: 'Ad' }

/** `action_type` unless the caller says otherwise; `[]` means none. */
function actionBreakdownsParam(params: Params, name: string): readonly ActionBreakdown[] {
  const isGiven = (params.get(name) ?? '').trim() !== ''
  return isGiven ? [...new Set(enumListParam(params, name, actionBreakdowns))] : ['action_type']
}

/** Action breakdowns have nothing to break down where no list of actions is asked. */
function checkActionsAsked(params: Params, actions: readonly ActionBreakdown[], fields: readonly string[]): void {
  const isGiven = params.has('action_breakdowns') && actions.some((name) => name !== 'action_type')
  if (isGiven && !fields.some(isListField)) {
    throw invalidParam('The field actions must be requested with the param action_breakdowns')
  }
}

function checkLevel(breakdowns: readonly string[], level: Level): void {
  if (level !== 'account') return
  const refused = breakdowns.find((name) => /^(place_page_id|image_asset|video_asset)$/.test(name))
  if (refused !== undefined) throw invalidParam(`Breakdown ${refused} is not supported at the account level`)
}

function fieldsParam(params: Params, level: Level, breakdowns: readonly string[]): readonly string[] {
  const text = params.get('fields') ?? ''
  // Nothing expands here, but what is written as if it did has to be written well.
  const asked = /[{}]/.test(text) ? parseFields(text).map(({ name }) => name) : listParam(params, 'fields')
  for (const name of asked) if (!isInsightsField(name)) throw unknownInsightsField(name)
  if (asked.length > 0) return [...new Set(asked)]
  if (breakdowns.includes('mmm')) return mmmColumns
  const ids = levels.slice(0, levels.indexOf(level) + 1).map((name) => `${name}_id`)
  // Frequency is told of people alone.
  return breakdowns.includes('frequency_value') ? [...ids, 'reach'] : [...ids, 'impressions', 'spend']
}

function unknownInsightsField(name: string): GraphError {
  return invalidParam(
    `${name.slice(0, 120)} is not valid for fields param. please check ` +
      'https://developers.facebook.com/docs/marketing-api/reference/ads-insights/ for all valid values',
  )
}

function sortParam(params: Params): InsightsQuery['sort'] {
  const wanted = listParam(params, 'sort')
  if (wanted.length > 1) throw invalidParam('Param sort must hold at most one element.')
  const text = unquoted(wanted[0] ?? '')
  if (text === '') return undefined
  const field = text.replace(/_(a|de)scending$/, '')
  const [name = '', actionType] = field.split(':')
  if (!isInsightsField(name) || (actionType !== undefined && !isMetricField(name))) {
    throw invalidParam(`Param sort: ${field.slice(0, 120)} is not sortable.`)
  }
  return { field, isDescending: text.endsWith('_descending') }
}

function summaryParam(params: Params, fields: readonly string[]): InsightsQuery['summary'] {
  const asked = listParam(params, 'summary')
  for (const name of asked) if (!isInsightsField(name)) throw unknownInsightsField(name)
  const isDefault = boolParam(params, 'default_summary') ?? false
  if (asked.length === 0 && !isDefault) return undefined
  const wanted = asked.length > 0 ? [...new Set(asked)] : fields
  return { fields: wanted, actionBreakdowns: actionBreakdownsParam(params, 'summary_action_breakdowns') }
}

function productLimitParam(params: Params): number | undefined {
  const text = unquoted((params.get('product_id_limit') ?? '').trim())
  if (text === '') return undefined
  if (!/^\d+$/.test(text)) throw invalidParam('Param product_id_limit must be an integer')
  return Number(text)
}
