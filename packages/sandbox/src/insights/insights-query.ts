import { invalidParam, type GraphError } from '../graph/graph-error.ts'
import { filteringParam, type Filter } from '../graph/filtering.ts'
import { enumListParam, enumParam, listParam, unquoted, type Params } from '../graph/params.ts'
import type { LocalMoment } from '../world/clock.ts'
import { isInsightsField, isMetricField } from './insights-fields.ts'
import { levels, type InsightsRoot, type Level } from './levels.ts'
import { periodsParam, type Period } from './periods.ts'

/** A checked insights question. */
export interface InsightsQuery {
  level: Level
  fields: readonly string[]
  periods: readonly Period[]
  breakdowns: readonly Breakdown[]
  filters: readonly Filter[]
  sort?: { field: string; isDescending: boolean }
}

const breakdowns = ['age', 'gender'] as const

export type Breakdown = (typeof breakdowns)[number]

/** Reads and checks the parameters of an insights call. @throws {GraphError} The first parameter that is wrong. */
export function insightsQuery(params: Params, root: InsightsRoot, moment: LocalMoment): InsightsQuery {
  const level = levelParam(params, root.level)
  const sort = sortParam(params)
  enumListParam(params, 'action_breakdowns', ['action_type'])
  enumListParam(params, 'action_attribution_windows', attributionWindows)
  enumParam(params, 'action_report_time', ['impression', 'conversion', 'mixed', 'lifetime'])
  return {
    level,
    fields: fieldsParam(params, level),
    periods: periodsParam(params, moment.today, root.account.createdDay),
    breakdowns: [...new Set(enumListParam(params, 'breakdowns', breakdowns))],
    filters: filteringParam(params).map(checkedFilter),
    ...(sort ? { sort } : {}),
  }
}

const attributionWindows = [
  '1d_view',
  '7d_view',
  '28d_view',
  '1d_click',
  '7d_click',
  '28d_click',
  '1d_ev',
  'dda',
  'default',
  'incrementality',
]

function levelParam(params: Params, own: Level): Level {
  const level = enumParam(params, 'level', levels) ?? own
  if (levels.indexOf(level) >= levels.indexOf(own)) return level
  throw invalidParam(`Param level must be at or below the queried object - got "${level}" on a node of level ${own}.`)
}

function fieldsParam(params: Params, level: Level): string[] {
  const asked = listParam(params, 'fields')
  for (const name of asked) if (!isInsightsField(name)) throw unknownInsightsField(name)
  if (asked.length > 0) return [...new Set(asked)]
  const ids = levels.slice(0, levels.indexOf(level) + 1).map((name) => `${name}_id`)
  return [...ids, 'impressions', 'spend']
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
  if (!isInsightsField(field.split(':')[0] ?? ''))
    throw invalidParam(`Param sort: ${field.slice(0, 120)} is not sortable.`)
  return { field, isDescending: text.endsWith('_descending') }
}

const objectFields = [
  'id',
  'name',
  'effective_status',
  'status',
  'configured_status',
  'delivery_info',
  'objective',
  'optimization_goal',
]

function checkedFilter(filter: Filter): Filter {
  const { prefix, name } = filterTarget(filter)
  const isKnown = prefix === undefined && ['action_type', 'age', 'gender'].includes(name)
  const isObject = objectFields.includes(name) || (prefix === undefined && /^(campaign|adset|ad)_(id|name)$/.test(name))
  if (isKnown || isObject || isMetricField(name)) return filter
  throw invalidParam(
    `Filtering field ${filter.field.slice(0, 120)} with operation ${filter.operator.toLowerCase()} is not supported`,
  )
}

/** `ad.impressions` speaks of the ad's impressions; a bare name of the row's own. */
export function filterTarget({ field }: Filter): { prefix: Level | undefined; name: string } {
  const [first = '', ...rest] = field.split('.')
  const prefix = levels.find((level) => level === first)
  return prefix && rest.length > 0 ? { prefix, name: rest.join('.') } : { prefix: undefined, name: field }
}
