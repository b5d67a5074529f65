import { matchesDelivery } from '../insights/delivery-info.ts'
import { objectAt, type Level } from '../insights/levels.ts'
import type { Ad, AdObject } from '../world/objects.ts'
import { deletedNotListed, filteringParam, satisfies, type Filter } from './filtering.ts'
import { invalidParam } from './graph-error.ts'
import { accountNode, adNode, adSetNode, campaignNode, creativeNode, type Node } from './nodes.ts'
import { enumListParam, type Params } from './params.ts'

/**
 * The nodes on an edge, before paging; undefined when the node has no such edge.
 *
 * Archived objects are listed only when a status filter asks for them, deleted ones never.
 *
 * @throws {GraphError} 100/1815001 when deleted objects are asked for, 100 for unknown statuses and filters.
 */
export function edgeNodes(node: Node, edge: string, params: Params): readonly Node[] | undefined {
  const all = unfiltered(node, edge)
  if (!all) return undefined
  const filters = filteringParam(params)
  for (const filter of filters) checkFilter(filter)
  const statuses = enumListParam(params, 'effective_status', effectiveStatuses)
  if (statuses.includes('DELETED')) throw deletedNotListed()
  const isStatusAsked = statuses.length > 0 || filters.some((filter) => /status$|delivery_info$/.test(filter.field))
  return all.filter((item) => {
    const status = statusOf(item)
    if (status === 'DELETED' || (status === 'ARCHIVED' && !isStatusAsked)) return false
    if (statuses.length > 0 && !statuses.some((wanted) => wanted === status)) return false
    return filters.every((filter) => matches(item, filter))
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

function unfiltered(node: Node, edge: string): readonly Node[] | undefined {
  if (node.type === 'User')
    return /^(adaccounts|assigned_ad_accounts)$/.test(edge) ? node.caller.accounts.map(accountNode) : undefined
  const { account } = node
  const { campaigns, adSets } = account.structure()
  const ads = adsBelow(node)
  if (!ads) return undefined
  if (edge === 'ads' && node.type !== 'Ad') return ads.map((ad) => adNode(account, ad))
  if (edge === 'adcreatives' && node.type !== 'Campaign') return ads.map((ad) => creativeNode(account, ad.creative))
  if (edge === 'campaigns' && node.type === 'AdAccount') return campaigns.map((item) => campaignNode(account, item))
  if (edge !== 'adsets' || node.type === 'AdSet' || node.type === 'Ad') return undefined
  const own = node.type === 'Campaign' ? adSets.filter(({ campaign }) => campaign.id === node.id) : adSets
  return own.map((item) => adSetNode(account, item))
}

function adsBelow(node: Exclude<Node, { type: 'User' }>): readonly Ad[] | undefined {
  const { ads } = node.account.structure()
  switch (node.type) {
    case 'AdAccount':
      return ads
    case 'Campaign':
      return ads.filter(({ adSet }) => adSet.campaign.id === node.id)
    case 'AdSet':
      return ads.filter(({ adSet }) => adSet.id === node.id)
    case 'Ad':
      return [node.object]
    case 'AdCreative':
    case 'AdReportRun':
      return undefined
  }
}

function statusOf(node: Node): AdObject['effectiveStatus'] | undefined {
  return node.type === 'Campaign' || node.type === 'AdSet' || node.type === 'Ad'
    ? node.object.effectiveStatus
    : undefined
}

const filterable = [
  'id',
  'name',
  'effective_status',
  'status',
  'configured_status',
  'delivery_info',
  'objective',
  'created_time',
  'updated_time',
]

function checkFilter({ field, operator, value }: Filter): void {
  const name = field.replace(/^(campaign|adset|ad|account)\./, '')
  if (!filterable.includes(name)) {
    throw invalidParam(
      `Filtering field ${field.slice(0, 120)} with operation ${operator.toLowerCase()} is not supported`,
    )
  }
  const values: unknown[] = Array.isArray(value) ? value : [value]
  if (name === 'effective_status' && values.includes('DELETED')) throw deletedNotListed()
}

function matches(node: Node, filter: Filter): boolean {
  const [, prefix, name = filter.field] = /^(campaign|adset|ad)\.(\w+)$/.exec(filter.field) ?? []
  const object = prefix === undefined ? ownObject(node) : ancestor(node, prefix)
  if (!object) return true
  if (name === 'delivery_info') return matchesDelivery(object, filter)
  const actual = comparable(object, name)
  return actual !== undefined && satisfies(actual, filter)
}

function ownObject(node: Node): AdObject | undefined {
  return node.type === 'Campaign' || node.type === 'AdSet' || node.type === 'Ad' ? node.object : undefined
}

function ancestor(node: Node, prefix: string): AdObject | undefined {
  const level: Level = prefix === 'campaign' ? 'campaign' : prefix === 'adset' ? 'adset' : 'ad'
  if (node.type === 'Ad') return objectAt(level, node.object)
  if (node.type === 'AdSet') return level === 'campaign' ? node.object.campaign : node.object
  return node.type === 'Campaign' ? node.object : undefined
}

function comparable(object: AdObject, name: string): string | number | undefined {
  switch (name) {
    case 'id':
      return object.id
    case 'name':
      return object.name
    case 'status':
    case 'configured_status':
      return object.status
    case 'effective_status':
      return object.effectiveStatus
    case 'objective':
      return 'objective' in object ? String(object.objective) : undefined
    case 'created_time':
      return Date.parse(object.createdTime) / 1000
    case 'updated_time':
      return Date.parse(object.updatedTime) / 1000
    default:
      return undefined
  }
}
