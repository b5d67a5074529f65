import type { LocalMoment } from '../world/clock.ts'
import { localMoment } from '../world/clock.ts'
import { insightsQuery, type InsightsQuery } from '../insights/insights-query.ts'
import { insightsRows } from '../insights/insights-rows.ts'
import type { InsightsRow } from '../insights/insights-row.ts'
import type { InsightsRoot } from '../insights/levels.ts'
import type { ReportRuns } from '../insights/report-runs.ts'
import { rowJson } from '../insights/row-json.ts'
import type { World } from '../world/create-world.ts'
import type { Caller } from './access.ts'
import { edgeNodes } from './edges.ts'
import { parseFields, type FieldRequest } from './fields.ts'
import { findNode } from './find-node.ts'
import { GraphError, invalidParam, unknownField, unknownObject, unknownPath } from './graph-error.ts'
import { defaultFields, hasNodeField, nodeField } from './node-fields.ts'
import type { Node } from './nodes.ts'
import { badInsightsCursor, pageOf, type LinkTo } from './paging.ts'
import { listParam, type Params } from './params.ts'
import { silentNodeFields } from './silent-node-fields.ts'

/** One authenticated call, ready to be answered. */
export interface GraphCall {
  world: World
  runs: ReportRuns
  caller: Caller
  method: 'GET' | 'POST' | 'DELETE'
  /** Path parts after the version. */
  path: readonly string[]
  params: Params
  now: Date
  origin: string
  /** Address of a path (`act_1/ads`) with parameters, in the version of this call. */
  linkTo(path: string, params: Readonly<Record<string, string | undefined>>): string
  rowCache: RowCache
}

/** Keeps the rows of recent questions, since a client reads one answer page by page. */
export interface RowCache {
  get(key: string, make: () => readonly InsightsRow[]): readonly InsightsRow[]
}

/** Answers a call. @throws {GraphError} Whatever Graph would refuse. */
export function answer(call: GraphCall): Record<string, unknown> {
  const [id, edge, ...rest] = call.path
  if (rest.length > 0) throw unknownPath(rest.join('/'))
  if (id === undefined) return readMany(call)
  const node = findNode(call.world, call.runs, call.caller, id, call.method)
  if (edge === 'insights')
    return call.method === 'POST' ? startReport(call, node) : readInsights(call, node, call.params)
  if (call.method !== 'GET') throw unknownObject(id, call.method)
  if (edge === undefined) return readNode(call, node, requestedFields(call.params))
  return readEdge(call, node, edge, call.params, requestedFields(call.params))
}

/** The node or account whose quota a call counts for, if it names one. */
export function accountOf(call: GraphCall) {
  const [id = ''] = call.path
  const own = call.caller.accounts.find((account) => account.id === id) ?? call.runs.find(id)?.root.account
  return own ?? (/^\d+$/.test(id) ? call.world.accountOfObject(id) : undefined)
}

function readMany(call: GraphCall): Record<string, unknown> {
  const ids = listParam(call.params, 'ids')
  if (ids.length === 0)
    throw new GraphError(
      'Unsupported get request. Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api',
      { type: 'GraphMethodException', code: 100 },
    )
  if (ids.length > 50) throw invalidParam('Too many IDs. Maximum: 50.')
  const fields = requestedFields(call.params)
  const read = (id: string) => readNode(call, findNode(call.world, call.runs, call.caller, id, call.method), fields)
  return Object.fromEntries(ids.map((id) => [id, read(id)]))
}

function requestedFields(params: Params): readonly FieldRequest[] | undefined {
  const text = params.get('fields')?.trim() ?? ''
  return text === '' ? undefined : parseFields(text)
}

function readNode(call: GraphCall, node: Node, fields: readonly FieldRequest[] | undefined): Record<string, unknown> {
  const json: Record<string, unknown> = {}
  const asked = fields ?? defaultFields[node.type].map((name) => ({ name, key: name, args: new Map<string, string>() }))
  for (const field of asked) {
    const value = readField(call, node, field)
    if (value !== undefined) json[field.key] = value
  }
  // Every node says which one it is, asked or not.
  json['id'] = node.id
  return json
}

function readField(call: GraphCall, node: Node, field: FieldRequest): unknown {
  if (hasNodeField(node.type, field.name)) {
    const value = nodeField(node, field.name, { now: call.now, origin: call.origin })
    return isNode(value) ? readNode(call, value, field.children) : value
  }
  if (field.name === 'insights' && isInsightsNode(node)) return readInsights(call, node, insightsParams(field))
  if (edgeNodes(node, field.name, new Map())) return readEdge(call, node, field.name, field.args, field.children)
  if (silentNodeFields[node.type]?.has(field.name)) return undefined
  throw unknownField(field.name, node.type)
}

function insightsParams({ args, children }: FieldRequest): Params {
  return children ? new Map([...args, ['fields', children.map(({ name }) => name).join(',')]]) : args
}

function readEdge(
  call: GraphCall,
  node: Node,
  edge: string,
  params: Params,
  fields: readonly FieldRequest[] | undefined,
): Record<string, unknown> {
  const all = edgeNodes(node, edge, params)
  if (!all) {
    if (hasNodeField(node.type, edge)) return readConnected(call, node, edge, fields)
    throw unknownPath(edge)
  }
  const { items, paging } = pageOf(all, ({ id }) => id, params, linkFor(call, node, edge, params, fields))
  return {
    data: items.map((item) => readNode(call, item, fields)),
    ...(Object.keys(paging).length === 0 && items.length === 0 ? {} : { paging }),
    ...summaryOf(params, all.length),
  }
}

// `ad/creative` and the like: an edge with exactly one node.
function readConnected(
  call: GraphCall,
  node: Node,
  edge: string,
  fields: readonly FieldRequest[] | undefined,
): Record<string, unknown> {
  const value = nodeField(node, edge, { now: call.now, origin: call.origin })
  if (!isNode(value)) throw unknownPath(edge)
  return readNode(call, value, fields)
}

function summaryOf(params: Params, total: number): Record<string, unknown> {
  const wanted = listParam(params, 'summary')
  const isCountWanted = wanted.some((name) => ['total_count', 'true', '1'].includes(name))
  return isCountWanted ? { summary: { total_count: total } } : {}
}

function linkFor(call: GraphCall, node: Node, edge: string, params: Params, fields?: readonly FieldRequest[]): LinkTo {
  // An expanded edge has its own address, with its arguments as parameters.
  const own = params === call.params ? {} : { ...Object.fromEntries(params), ...fieldsText(fields) }
  const base = params === call.params ? Object.fromEntries(call.params) : own
  return (changes) => call.linkTo(`${node.id}/${edge}`, { ...base, ...changes })
}

function fieldsText(fields: readonly FieldRequest[] | undefined): { fields?: string } {
  return fields === undefined ? {} : { fields: fields.map(textOf).join(',') }
}

function textOf({ name, args, children }: FieldRequest): string {
  const calls = [...args].map(([argument, value]) => `.${argument}(${value})`).join('')
  return `${name}${calls}${children ? `{${children.map(textOf).join(',')}}` : ''}`
}

function startReport(call: GraphCall, node: Node): Record<string, unknown> {
  const { root, moment } = insightsRootOf(call, node)
  const query = insightsQuery(call.params, root, moment)
  return { report_run_id: call.runs.start(query, root, moment, call.now).id }
}

function readInsights(call: GraphCall, node: Node, params: Params): Record<string, unknown> {
  if (node.type === 'AdReportRun') return insightsPage(call, node, params, node.run.query, node.run.rows())
  const { root, moment } = insightsRootOf(call, node)
  const query = insightsQuery(params, root, moment)
  const key = JSON.stringify([root.id, { ...query, fields: [] }, moment])
  const rows = call.rowCache.get(key, () => insightsRows(query, root, moment))
  return insightsPage(call, node, params, query, rows)
}

function insightsPage(
  call: GraphCall,
  node: Node,
  params: Params,
  query: InsightsQuery,
  rows: readonly InsightsRow[],
): Record<string, unknown> {
  const link = linkFor(call, node, 'insights', params)
  const { items, paging } = pageOf(rows, (_row, index) => String(index), params, link, badInsightsCursor)
  return {
    data: items.map((row) => rowJson(row, query)),
    ...(items.length === 0 ? {} : { paging }),
  }
}

function insightsRootOf(call: GraphCall, node: Node): { root: InsightsRoot; moment: LocalMoment } {
  if (!isInsightsNode(node)) throw unknownPath('insights')
  const level = insightsLevels[node.type]
  return { root: { level, id: node.id, account: node.account }, moment: localMoment(call.now, node.account.timezone) }
}

const insightsLevels = { AdAccount: 'account', Campaign: 'campaign', AdSet: 'adset', Ad: 'ad' } as const

function isInsightsNode(node: Node): node is Extract<Node, { type: keyof typeof insightsLevels }> {
  return Object.hasOwn(insightsLevels, node.type)
}

function isNode(value: unknown): value is Node {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    'id' in value &&
    ('account' in value || 'caller' in value)
  )
}
