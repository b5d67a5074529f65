import type { EdgeCall } from '../graph/graph-call.ts'
import { invalidParam, notOneOf } from '../graph/graph-error.ts'
import { linkFor } from '../graph/edge-link.ts'
import type { Node } from '../graph/node.ts'
import { limitParam } from '../graph/params.ts'
import { instantMs } from '../objects/wire-time.ts'
import { enumValues } from '../schema/graph-schema.ts'
import type { AdAccount } from '../world/objects.ts'
import { accountActivities, activityCategories, type Activity } from './account-activities.ts'
import { pickedFields } from './plain-list.ts'

type ActivityCall = EdgeCall<Extract<Node, { type: 'AdAccount' | 'AdSet' }>>

/**
 * `GET act_…/activities` and `GET /<ad set>/activities`: what was done, newest first, the last week unless asked
 * otherwise. It is paged by time: links carry `since` and `until` instead of cursors.
 */
export function listActivities(call: ActivityCall): unknown {
  const { node, now, params } = call
  const { account } = node
  const untilMs = timeParam(call, 'until', account) ?? now.getTime()
  const sinceMs = timeParam(call, 'since', account) ?? untilMs - 7 * 86_400_000
  const all = accountActivities(account, call.caller, now).filter((activity) => isWanted(activity, call))
  const inSpan = all.filter(({ atMs }) => atMs >= sinceMs && atMs <= untilMs)
  const page = pageOfSameSeconds(inSpan, limitParam(params))
  return {
    data: page.map(({ row }) => pickedFields(row, 'AdActivity', params, defaults)),
    paging: pagingOf(call, page, inSpan.length > page.length, sinceMs, untilMs),
  }
}

const defaults = ['actor_id', 'actor_name', 'event_time', 'event_type', 'extra_data', 'object_id', 'object_name']

function timeParam({ params }: ActivityCall, name: 'since' | 'until', account: AdAccount): number | undefined {
  const text = params.get(name)?.trim() ?? ''
  if (text === '') return undefined
  const ms = instantMs(text, account.timezone)
  if (ms === undefined) throw invalidParam(`Param ${name} must be a valid time`)
  return ms
}

function isWanted({ row, category }: Activity, { node, params, input }: ActivityCall): boolean {
  if (node.type === 'AdSet' && row.object_id !== node.id) return false
  const wanted = params.get('category')?.toUpperCase()
  const categories = enumValues('AdActivity.category')
  if (wanted !== undefined && !categories.includes(wanted)) throw notOneOf('category', categories, wanted)
  const objectId = params.get('oid')
  const others = Array.isArray(input.extra_oids) ? input.extra_oids.map(String) : []
  const isOfObject = objectId === undefined || row.object_id === objectId || others.includes(String(row.object_id))
  const actor = params.get('uid')
  return (
    isOfObject &&
    (wanted === undefined || activityCategories(category).includes(wanted)) &&
    (actor === undefined || row.actor_id === actor)
  )
}

/**
 * A page ends between two seconds: a link by time would skip the rest of one that was cut in half. It may therefore hold
 * a few rows more than the limit.
 */
function pageOfSameSeconds(all: readonly Activity[], limit: number): readonly Activity[] {
  const last = all[limit - 1]
  const end = last ? all.findIndex(({ atMs }, index) => index >= limit && atMs !== last.atMs) : -1
  return end < 0 ? all : all.slice(0, end)
}

function pagingOf(
  call: ActivityCall,
  page: readonly Activity[],
  hasOlder: boolean,
  sinceMs: number,
  untilMs: number,
): Record<string, string> {
  const [first] = page
  const last = page.at(-1)
  if (!first || !last) return {}
  const link = linkFor(call, call.node.id, 'activities', call.params)
  const seconds = (ms: number) => String(Math.floor(ms / 1000))
  return {
    previous: link({ since: seconds(first.atMs + 1000), until: seconds(Math.max(untilMs, first.atMs + 1000)) }),
    ...(hasOlder ? { next: link({ since: seconds(sinceMs), until: seconds(last.atMs - 1000) }) } : {}),
  }
}
