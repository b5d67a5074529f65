import { effectiveStatus } from '../world/effective-status.ts'
import type { DeliveringObject } from '../world/objects.ts'
import { checkFilter, matchesFilter } from './filter-values.ts'
import { deletedNotListed, filteringParam } from './filtering.ts'
import { invalidParam } from './graph-error.ts'
import { delivering, type Node } from './node.ts'
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
    return filters.every((filter) => matchesFilter(node, filter, { now, params }))
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
