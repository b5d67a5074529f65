import { matchesDelivery } from '../insights/delivery-info.ts'
import { effectiveStatus } from '../world/effective-status.ts'
import type { DeliveringObject } from '../world/objects.ts'
import { parentOf } from '../world/account-objects.ts'
import { deletedNotListed, filteringParam, satisfies, type Filter } from './filtering.ts'
import { invalidParam } from './graph-error.ts'
import type { Node } from './node.ts'
import { enumListParam, unquoted, type Params } from './params.ts'

/**
 * What a list shows of its nodes: archived objects only when a status filter asks for them, deleted ones never.
 *
 * @throws {GraphError} 100/1815001 when deleted objects are asked for, 100 for unknown statuses and filters.
 */
export function filterNodes(nodes: readonly Node[], params: Params, now: Date): readonly Node[] {
  const nowMs = now.getTime()
  const filters = filteringParam(params)
  for (const filter of filters) checkFilter(filter)
  const statuses = enumListParam(params, 'effective_status', effectiveStatuses)
  if (statuses.includes('DELETED')) throw deletedNotListed()
  const since = updatedSince(params)
  const isCompleted = completedParam(params)
  const isStatusAsked = statuses.length > 0 || filters.some((filter) => /status$|delivery_info$/.test(filter.field))
  return nodes.filter((node) => {
    const object = delivering(node)
    const status = object ? effectiveStatus(object, nowMs) : creativeStatus(node)
    if (status === 'DELETED' || (status === 'ARCHIVED' && !isStatusAsked)) return false
    if (object && statuses.length > 0 && !statuses.some((wanted) => wanted === status)) return false
    if (object && since !== undefined && Date.parse(object.values.updated_time) / 1000 <= since) return false
    if (object && isCompleted !== undefined && hasEnded(object, nowMs) !== isCompleted) return false
    return filters.every((filter) => matches(node, filter, nowMs))
  })
}

const effectiveStatuses = [
  'ACTIVE',
  'PAUSED',
  'DELETED',
  'PENDING_REVIEW',
  'DISAPPROVED',
  'PREAPPROVED',
  'PENDING_BILLING_INFO',
  'CAMPAIGN_PAUSED',
  'ARCHIVED',
  'ADSET_PAUSED',
  'IN_PROCESS',
  'WITH_ISSUES',
] as const

function updatedSince(params: Params): number | undefined {
  const text = unquoted((params.get('updated_since') ?? '').trim())
  if (text === '') return undefined
  if (!/^\d+$/.test(text)) throw invalidParam('Param updated_since must be an integer')
  return Number(text)
}

// Its type is checked where the edge declares it.
function completedParam(params: Params): boolean | undefined {
  const text = unquoted((params.get('is_completed') ?? '').trim())
  return text === '' ? undefined : /^(true|1|yes)$/i.test(text)
}

/** An ad set is completed at its end, an ad with its ad set, a campaign at its stop. */
function hasEnded(object: DeliveringObject, nowMs: number): boolean {
  if (object.type === 'Ad') return hasEnded(object.adSet, nowMs)
  const end = object.values[object.type === 'AdSet' ? 'end_time' : 'stop_time']
  return typeof end === 'string' && Date.parse(end) <= nowMs
}

function creativeStatus(node: Node): unknown {
  return node.type === 'AdCreative' ? node.object.values['status'] : undefined
}

/** Campaigns, ad sets and ads have statuses; nothing else on a list has. */
function delivering(node: Node): DeliveringObject | undefined {
  return node.type === 'Campaign' || node.type === 'AdSet' || node.type === 'Ad' ? node.object : undefined
}

const filterable = new Set(
  (
    'id name effective_status status configured_status delivery_info objective created_time updated_time ' +
    'optimization_goal billing_event bid_strategy buying_type daily_budget lifetime_budget start_time end_time ' +
    'stop_time destination_type campaign_id adset_id adlabels special_ad_categories impressions spend'
  ).split(' '),
)

function checkFilter({ field, operator, value }: Filter): void {
  const name = field.replace(/^(campaign_group|campaign|adset|adgroup|ad|account)\./, '')
  if (!filterable.has(name)) {
    throw invalidParam(
      `Filtering field ${field.slice(0, 120)} with operation ${operator.toLowerCase()} is not supported`,
    )
  }
  const values: unknown[] = Array.isArray(value) ? value : [value]
  if (name === 'effective_status' && values.includes('DELETED')) throw deletedNotListed()
}

function matches(node: Node, filter: Filter, nowMs: number): boolean {
  const [, prefix, name = filter.field] = /^(campaign|adset|ad)\.(\w+)$/.exec(filter.field) ?? []
  if (node.type === 'User' || !('object' in node)) return true
  const own = delivering(node)
  const object = prefix === undefined ? own : own && ancestor(own, prefix)
  if (name === 'delivery_info') return !object || matchesDelivery(effectiveStatus(object, nowMs), filter)
  if (name === 'adlabels') return matchesLabels(node.object.values['adlabels'], filter)
  const actual = comparable(object ?? node.object, name, nowMs)
  return actual !== undefined && satisfies(actual, filter)
}

function ancestor(object: DeliveringObject, prefix: string): DeliveringObject | undefined {
  const type = prefix === 'campaign' ? 'Campaign' : prefix === 'adset' ? 'AdSet' : 'Ad'
  for (let at: DeliveringObject | undefined = object; at; at = parentOf(at)) if (at.type === type) return at
  return undefined
}

// A label filter lists names or ids; ANY of them, ALL of them, or NONE.
function matchesLabels(labels: unknown, { operator, value }: Filter): boolean {
  const own = (Array.isArray(labels) ? labels : []).flatMap((label: { id?: unknown; name?: unknown }) => [
    String(label.id),
    String(label.name),
  ])
  const wanted = (Array.isArray(value) ? value : [value]).map(String)
  if (operator === 'ALL') return wanted.every((name) => own.includes(name))
  const isAny = wanted.some((name) => own.includes(name))
  return operator === 'NONE' || operator === 'NOT_IN' ? !isAny : isAny
}

type Comparable = Exclude<Node, { type: 'User' }> extends infer N ? (N extends { object: infer O } ? O : never) : never

function comparable(object: Comparable, name: string, nowMs: number): string | number | undefined {
  if (name === 'id') return object.id
  if (name === 'campaign_id' && object.type !== 'Campaign') {
    return object.type === 'Ad' ? object.adSet.campaign.id : object.type === 'AdSet' ? object.campaign.id : undefined
  }
  if (name === 'adset_id') return object.type === 'Ad' ? object.adSet.id : undefined
  if (name === 'effective_status') return isDelivering(object) ? effectiveStatus(object, nowMs) : undefined
  const value = object.values[name === 'configured_status' ? 'status' : name]
  if (name.endsWith('_time')) return typeof value === 'string' ? Date.parse(value) / 1000 : undefined
  return typeof value === 'string' || typeof value === 'number' ? value : undefined
}

function isDelivering(object: Comparable): object is DeliveringObject {
  return object.type === 'Campaign' || object.type === 'AdSet' || object.type === 'Ad'
}
