import { adsUnder } from '../insights/levels.ts'
import { matchesDelivery } from '../insights/delivery-info.ts'
import { periodsParam } from '../insights/periods.ts'
import { sumOfAds } from '../insights/account-spend.ts'
import { parentOf } from '../world/account-objects.ts'
import { localMoment } from '../world/clock.ts'
import { effectiveStatus } from '../world/effective-status.ts'
import type { AdAccount, DeliveringObject } from '../world/objects.ts'
import { deletedNotListed, satisfies, type Filter } from './filtering.ts'
import { invalidParam } from './graph-error.ts'
import { delivering, type Node } from './node.ts'
import type { Params } from './params.ts'

const filterable = new Set(
  (
    'id name effective_status status configured_status delivery_info objective created_time updated_time ' +
    'optimization_goal billing_event bid_strategy buying_type daily_budget lifetime_budget start_time end_time ' +
    'stop_time destination_type currency account_status campaign_id adset_id adlabels special_ad_categories impressions spend'
  ).split(' '),
)

/** @throws {GraphError} 100 for a field that cannot be filtered, 100/1815001 for deleted objects. */
export function checkFilter({ field, operator, value }: Filter): void {
  const name = field.replace(/^(campaign_group|campaign|adset|adgroup|ad|account)\./, '')
  if (!filterable.has(name)) {
    throw invalidParam(
      `Filtering field ${field.slice(0, 120)} with operation ${operator.toLowerCase()} is not supported`,
    )
  }
  const values: unknown[] = Array.isArray(value) ? value : [value]
  if (name === 'effective_status' && values.includes('DELETED')) throw deletedNotListed()
}

/** What comparing may need besides the node. */
interface FilterContext {
  now: Date
  /** Of the list: they say which days its metrics are about. */
  params: Params
}

/** True when a node satisfies a condition; conditions about other kinds of node leave it alone. */
export function matchesFilter(node: Node, filter: Filter, { now, params }: FilterContext): boolean {
  const [, prefix, name = filter.field] = /^(campaign|adset|ad|account)\.(\w+)$/.exec(filter.field) ?? []
  const nowMs = now.getTime()
  if (node.type === 'AdAccount') return matchesAccount(node.account, name, filter)
  if (!('object' in node)) return true
  const own = delivering(node)
  const object = prefix === undefined ? own : own && ancestor(own, prefix)
  if (name === 'delivery_info') return !object || matchesDelivery(effectiveStatus(object, nowMs), filter)
  if (name === 'adlabels') return matchesLabels(node.object.values['adlabels'], filter)
  if (object && isMetric(name)) return satisfies(delivered(node.account, object, name, params, now), filter)
  const actual = comparable(object ?? node.object, name, nowMs)
  return actual !== undefined && satisfies(actual, filter)
}

function matchesAccount(account: AdAccount, name: string, filter: Filter): boolean {
  const values: Record<string, string | number> = {
    id: account.id,
    name: typeof account.values['name'] === 'string' ? account.values['name'] : account.name,
    currency: account.currency,
    account_status: Number(account.values['account_status'] ?? 1),
  }
  const value = values[name]
  return value !== undefined && satisfies(value, filter)
}

function isMetric(name: string): name is 'impressions' | 'spend' {
  return name === 'impressions' || name === 'spend'
}

/** What an object delivered in the days the list is about: its `time_range` or `date_preset`, else the last 30 days. */
function delivered(
  account: AdAccount,
  object: DeliveringObject,
  measure: 'impressions' | 'spend',
  params: Params,
  now: Date,
): number {
  const moment = localMoment(now, account.timezone)
  const [period] = periodsParam(params, moment.today, account.createdDay)
  if (!period) return 0
  const sum = sumOfAds(account, adsUnder({ account, object }), measure, period, now)
  return measure === 'spend' ? sum / 10 ** account.facts().moneyDecimals : sum
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
