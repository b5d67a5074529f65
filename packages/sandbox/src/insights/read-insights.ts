import { linkFor } from '../graph/edge-link.ts'
import type { GraphCall } from '../graph/graph-call.ts'
import { unknownPath } from '../graph/graph-error.ts'
import type { Node } from '../graph/node.ts'
import { badInsightsCursor, pageOf } from '../graph/paging.ts'
import { listParam, type Params } from '../graph/params.ts'
import { localMoment } from '../world/clock.ts'
import { insightsQuery, type InsightsQuery } from './insights-query.ts'
import { insightsRows, summaryRows } from './insights-rows.ts'
import type { InsightsRow } from './insights-row.ts'
import type { InsightsRoot } from './levels.ts'
import { asksOldReach, withoutReach } from './old-reach.ts'
import type { ReportRun } from './report-runs.ts'
import { rowJson } from './row-json.ts'
import { queryWeight, tooMuchInsights } from './size-limit.ts'
import { checkRunSummary, summaryJson } from './summary.ts'

type RunNode = Extract<Node, { type: 'AdReportRun' }>

/**
 * The insights of an ad object or of a finished report run, as Graph sends them.
 *
 * @param params - Those of the edge: of the call itself, or of a field expansion.
 * @throws {GraphError} Whatever is wrong with the question; 2601 for an unfinished run.
 */
export function readInsights(call: GraphCall, node: Node, params: Params): Record<string, unknown> {
  if (node.type === 'AdReportRun') return readRun(call, node, params)
  const root = rootOf(node)
  const moment = localMoment(call.now, root.account.timezone)
  const asked = insightsQuery(params, root, moment, call.version)
  const { runs, rowCache } = call.sandbox
  if (queryWeight(asked, root) > runs.limits.sync) throw tooMuchInsights()
  const query = asksOldReach(asked, moment) ? withoutReach(asked) : asked
  const key = questionKey(call, root, params)
  const rows = rowCache.get(key, () => insightsRows(query, root, moment))
  const summary = query.summary && rowCache.get(`${key} summary`, () => summaryRows(query, root, moment))
  return envelope(call, node, params, query, rows, summary)
}

function readRun(call: GraphCall, { run, id }: RunNode, params: Params): Record<string, unknown> {
  const { rowCache } = call.sandbox
  const query = runQuery(run, params)
  const rows = rowCache.get(`run ${id} ${query.fields.join()}`, () => (run.rows(), rowsOf(run, query)))
  // A cached answer does not make an unfinished run readable, nor a failed one.
  if (run.status().async_status !== 'Job Completed') run.rows()
  const summary =
    query.summary &&
    rowCache.get(`run ${id} summary ${JSON.stringify(query.summary)}`, () => summaryRows(query, run.root, run.moment))
  if (run.notice !== undefined) call.note(run.notice, 'warning')
  return envelope(call, { type: 'AdReportRun', id, account: run.root.account, run }, params, query, rows, summary)
}

/** What a run was asked, and what of it this read wants to see. */
function runQuery(run: ReportRun, params: Params): InsightsQuery {
  const wanted = new Map([...params].filter(([name]) => readOnlyParams.has(name)))
  const { query, root, moment } = run
  checkRunSummary(listParam(params, 'summary'), query.fields)
  const { fields, summary } = insightsQuery(new Map([...wanted, ['level', query.level]]), root, moment, 'v24.0')
  const isNarrowed = wanted.has('fields')
  const shown = isNarrowed ? fields : query.fields
  if (!summary) return { ...query, fields: shown }
  return { ...query, fields: shown, summary: { ...summary, fields: wanted.has('summary') ? summary.fields : shown } }
}

const readOnlyParams = new Set(['fields', 'summary', 'default_summary', 'summary_action_breakdowns'])

function rowsOf(run: ReportRun, query: InsightsQuery): readonly InsightsRow[] {
  return insightsRows(query, run.root, run.moment)
}

/** What a question on a node is about. @throws {GraphError} 2500 for nodes without insights. */
export function rootOf(node: Node): InsightsRoot {
  const { type, id } = node
  if (type === 'AdAccount') return { level: 'account', id, account: node.account }
  if (type === 'Campaign') return { level: 'campaign', id, account: node.account, object: node.object }
  if (type === 'AdSet') return { level: 'adset', id, account: node.account, object: node.object }
  if (type === 'Ad') return { level: 'ad', id, account: node.account, object: node.object }
  throw unknownPath('insights')
}

function envelope(
  call: GraphCall,
  node: Node,
  params: Params,
  query: InsightsQuery,
  rows: readonly InsightsRow[],
  summary: readonly InsightsRow[] | undefined,
): Record<string, unknown> {
  const link = linkFor(call, node.id, 'insights', params)
  const { items, paging } = pageOf(rows, (_row, index) => String(index), params, link, badInsightsCursor)
  return {
    data: items.map((row) => rowJson(row, query)),
    ...(items.length === 0 ? {} : { paging }),
    ...(summary ? { summary: summaryJson(summary, query) } : {}),
  }
}

/** One text for the same question at the same time about the same state; pages of an answer share it. */
function questionKey({ now, version }: GraphCall, { id, account }: InsightsRoot, params: Params): string {
  const asked = [...params].filter(([name]) => !unimportant.has(name)).sort(([a], [b]) => (a < b ? -1 : 1))
  const minute = Math.floor(now.getTime() / 60_000)
  return JSON.stringify([id, version, minute, account.objects().revision, asked])
}

const unimportant = new Set([
  'limit',
  'after',
  'before',
  'access_token',
  'appsecret_proof',
  'method',
  'pretty',
  'debug',
])
