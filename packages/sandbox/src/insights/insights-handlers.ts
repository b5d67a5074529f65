import { linkFor } from '../graph/edge-link.ts'
import type { EdgeCall, EdgeHandlers, GraphCall } from '../graph/graph-call.ts'
import { unknownPath } from '../graph/graph-error.ts'
import type { Node } from '../graph/node.ts'
import { badInsightsCursor, pageOf } from '../graph/paging.ts'
import type { Params } from '../graph/params.ts'
import { localMoment, type LocalMoment } from '../world/clock.ts'
import { insightsQuery, type InsightsQuery } from './insights-query.ts'
import type { InsightsRow } from './insights-row.ts'
import { insightsRows } from './insights-rows.ts'
import type { InsightsRoot } from './levels.ts'
import { rowJson } from './row-json.ts'

type RootNode = Extract<Node, { type: keyof typeof rootLevels }>

const rootLevels = { AdAccount: 'account', Campaign: 'campaign', AdSet: 'adset', Ad: 'ad' } as const

export const insightsHandlers: EdgeHandlers = Object.fromEntries([
  ...Object.keys(rootLevels).flatMap((type) => [
    [`${type} GET insights`, (call: EdgeCall<RootNode>) => readInsights(call, call.node, call.params)],
    [`${type} POST insights`, (call: EdgeCall<RootNode>) => startReport(call, call.node)],
  ]),
  [
    'AdReportRun GET insights',
    (call: EdgeCall<Extract<Node, { type: 'AdReportRun' }>>) => readInsights(call, call.node, call.params),
  ],
])

function startReport(call: GraphCall, node: RootNode): Record<string, unknown> {
  const { root, moment } = rootOf(call, node)
  const query = insightsQuery(call.params, root, moment)
  return { report_run_id: call.sandbox.runs.start(query, root, moment, call.now).id }
}

/** A page of insights rows of a node, or of a finished report. */
export function readInsights(call: GraphCall, node: Node, params: Params): Record<string, unknown> {
  if (node.type === 'AdReportRun') return pageJson(call, node, params, node.run.query, node.run.rows())
  if (!isRoot(node)) throw unknownPath('insights')
  const { root, moment } = rootOf(call, node)
  const query = insightsQuery(params, root, moment)
  const key = JSON.stringify([root.id, root.account.objects().revision, { ...query, fields: [] }, moment])
  const rows = call.sandbox.rowCache.get(key, () => insightsRows(query, root, moment))
  return pageJson(call, node, params, query, rows)
}

function pageJson(
  call: GraphCall,
  node: Node,
  params: Params,
  query: InsightsQuery,
  rows: readonly InsightsRow[],
): Record<string, unknown> {
  const link = linkFor(call, node.id, 'insights', params)
  const { items, paging } = pageOf(rows, (_row, index) => String(index), params, link, badInsightsCursor)
  return {
    data: items.map((row) => rowJson(row, query)),
    ...(items.length === 0 ? {} : { paging }),
  }
}

function rootOf(call: GraphCall, node: RootNode): { root: InsightsRoot; moment: LocalMoment } {
  const { account } = node
  return {
    root: { level: rootLevels[node.type], id: node.id, account },
    moment: localMoment(call.now, account.timezone),
  }
}

function isRoot(node: Node): node is RootNode {
  return Object.hasOwn(rootLevels, node.type)
}
