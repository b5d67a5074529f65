import { satisfies, type Filter } from '../graph/filtering.ts'
import { invalidParam } from '../graph/graph-error.ts'
import { effectiveStatus } from '../world/effective-status.ts'
import type { DeliveringObject } from '../world/objects.ts'
import { familyOf } from './cell-families.ts'
import { matchesDelivery } from './delivery-info.ts'
import { isMetricField } from './insights-fields.ts'
import { levels, type Level } from './levels.ts'

/** What a filter is about: an object's own field, a metric, a type of action, or the value of a breakdown. */
export type FilterTarget =
  | { kind: 'object'; level: Level | undefined; name: string }
  | { kind: 'metric'; level: Level | undefined; name: string }
  | { kind: 'action_type' }
  | { kind: 'breakdown'; name: string }

/**
 * Filters as sent, once each is known to be about something.
 *
 * @throws {GraphError} 100 for fields that cannot be filtered on.
 */
export function checkedFilters(filters: readonly Filter[], breakdowns: readonly string[]): readonly Filter[] {
  for (const filter of filters) {
    const target = unchecked(filter)
    const isPossible =
      target.kind === 'object'
        ? objectFields.has(target.name)
        : target.kind !== 'breakdown' || familyOf([...breakdowns, target.name]) !== undefined
    if (isPossible && !unfilterable.has(filter.field)) continue
    throw invalidParam(
      `Filtering field ${filter.field.slice(0, 120)} with operation ${filter.operator.toLowerCase()} is not supported`,
    )
  }
  return filters
}

/** `ad.impressions` speaks of the ad's impressions; a bare name of the row's own. */
export function targetOf(filter: Filter): FilterTarget {
  return unchecked(filter)
}

/** True when an object passes a filter on one of its own fields. */
export function matchesObject(
  object: DeliveringObject | undefined,
  name: string,
  filter: Filter,
  nowMs: number,
): boolean {
  if (!object) return true
  if (name === 'delivery_info') return matchesDelivery(effectiveStatus(object, nowMs), filter)
  if (name === 'adlabels') return matchesLabels(object.values['adlabels'], filter)
  if (name === 'effective_status') return satisfies(effectiveStatus(object, nowMs), filter)
  const value = name === 'id' ? object.id : object.values[name === 'configured_status' ? 'status' : name]
  return (typeof value === 'string' || typeof value === 'number') && satisfies(value, filter)
}

/** True for a filter that only narrows what is shown, and leaves the summary alone. */
export function isTextFilter({ operator }: Filter): boolean {
  return operator === 'STARTS_WITH' || operator === 'CONTAIN'
}

const objectFields = new Set([
  'id',
  'name',
  'effective_status',
  'status',
  'configured_status',
  'delivery_info',
  'objective',
  'optimization_goal',
  'buying_type',
  'bid_strategy',
  'adlabels',
  'created_time',
  'updated_time',
  'start_time',
  'end_time',
  'stop_time',
])

// Postback columns cannot be filtered on.
const unfilterable = new Set(['app_id', 'skan_conversion_id'])

function unchecked({ field }: Filter): FilterTarget {
  const [first = '', ...rest] = field.split('.')
  const prefix = prefixes[first]
  if (prefix !== undefined && rest.length > 0) {
    const name = rest.join('.')
    return { kind: isMetricField(name) ? 'metric' : 'object', level: prefix, name }
  }
  if (field === 'action_type') return { kind: 'action_type' }
  const idOrName = /^(campaign|adset|ad)_(id|name)$/.exec(field)
  if (idOrName) return { kind: 'object', level: levelNamed(idOrName[1]), name: idOrName[2] ?? 'id' }
  if (isMetricField(field)) return { kind: 'metric', level: undefined, name: field }
  return objectFields.has(field)
    ? { kind: 'object', level: undefined, name: field }
    : { kind: 'breakdown', name: field }
}

// The API's older words for ad and campaign are still understood.
const prefixes: Record<string, Level> = {
  account: 'account',
  campaign: 'campaign',
  campaign_group: 'campaign',
  adset: 'adset',
  ad: 'ad',
  adgroup: 'ad',
}

function levelNamed(text: string | undefined): Level {
  return levels.find((level) => level === text) ?? 'ad'
}

// Labels that share a name count as one.
function matchesLabels(labels: unknown, { operator, value }: Filter): boolean {
  const own = (Array.isArray(labels) ? labels : []).flatMap((label: { id?: unknown; name?: unknown }) => [
    String(label.id),
    String(label.name),
  ])
  const wanted = (Array.isArray(value) ? value : [value]).map(String)
  if (operator === 'ALL' || operator === 'CONTAINS_ALL') return wanted.every((name) => own.includes(name))
  const isAny = wanted.some((name) => own.includes(name))
  return /^N(OT|ONE)/.test(operator) ? !isAny : isAny
}
