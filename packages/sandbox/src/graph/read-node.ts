import { readInsights } from '../insights/read-insights.ts'
import { requireAdsPermission } from '../identity/require-permission.ts'
import { nodeSchema, structFields } from '../schema/graph-schema.ts'
import { formatDates } from './date-format.ts'
import { parseFields, type FieldRequest } from './fields.ts'
import type { EdgeCall, GraphCall } from './graph-call.ts'
import { unknownField } from './graph-error.ts'
import { nodesOn } from './list-edges.ts'
import { isNode, type Node } from './node.ts'
import { defaultFieldsOf, hasComputedField, nodeField } from './node-fields.ts'
import { readInput } from '../schema/read-input.ts'
import type { Params } from './params.ts'
import { readList } from './read-list.ts'

/** The `fields` parameter; undefined when the call leaves the choice to Graph. */
export function requestedFields(params: Params): readonly FieldRequest[] | undefined {
  const text = params.get('fields')?.trim() ?? ''
  return text === '' ? undefined : parseFields(text)
}

/**
 * A node as JSON: the asked fields that have a value, and its id.
 *
 * @throws {GraphError} 100 for a field this type of node does not have.
 */
export function readNode(
  call: GraphCall,
  node: Node,
  fields: readonly FieldRequest[] | undefined,
): Record<string, unknown> {
  const json: Record<string, unknown> = {}
  for (const field of fields ?? plain(defaultFieldsOf(node.type, call.version))) {
    const value = readField(call, node, field)
    if (value !== undefined) json[field.key] = value
  }
  // Every node says which one it is, asked or not.
  json['id'] = node.id
  return json
}

function plain(names: readonly string[]): FieldRequest[] {
  return names.map((name) => ({ name, key: name, args: new Map() }))
}

function readField(call: GraphCall, node: Node, field: FieldRequest): unknown {
  const published = nodeSchema(node.type)?.fields.get(field.name)
  if (published || field.name === 'id' || hasComputedField(node.type, field.name)) {
    const value = nodeField(node, field.name, { now: call.now, origin: call.origin })
    if (isNode(value)) return readNode(call, value, field.children)
    if (Array.isArray(value) && value.some(isNode)) {
      return { data: value.filter(isNode).map((item) => readNode(call, item, field.children)) }
    }
    const dated = published?.kind === 'datetime' ? formatDates(value, call.params.get('date_format')) : value
    return field.children ? picked(dated, field.children, published?.name) : dated
  }
  return readEdgeField(call, node, field)
}

function readEdgeField(call: GraphCall, node: Node, field: FieldRequest): unknown {
  // A business shows its accounts to who manages it; what is in them takes a permission for ads.
  if (node.type === 'AdAccount') requireAdsPermission(call.caller, 'GET')
  if (field.name === 'insights' && node.type !== 'AdReportRun' && 'account' in node) {
    return readInsights(call, node, withFields(field))
  }
  if (nodesOn(call, node, field.name)) return readEdge(call, node, field.name, field.args, field.children)
  const edge = nodeSchema(node.type)?.edges.get(`GET ${field.name}`)
  const handler = call.handlers[`${node.type} GET ${field.name}`]
  if (handler) {
    const params = withFields(field)
    const input = edge ? readInput(params, new Map(), edge) : {}
    return handler({ ...call, params, node, input } as EdgeCall as never)
  }
  if (edge) return { data: [] }
  throw unknownField(field.name, node.type)
}

/** A list edge of a node as JSON. @throws {GraphError} 2500 when the node has no such list. */
export function readEdge(
  call: GraphCall,
  node: Node,
  edge: string,
  params: Params,
  fields: readonly FieldRequest[] | undefined,
): Record<string, unknown> {
  return readList(call, node, edge, params, fields, (item) => readNode(call, item, fields))
}

function withFields({ args, children }: FieldRequest): Params {
  return children ? new Map([...args, ['fields', children.map(({ name }) => name).join(',')]]) : args
}

/** The asked part of a plain value; structs know which names they have, and nodes among them keep their id. */
function picked(value: unknown, children: readonly FieldRequest[], struct: string | undefined): unknown {
  if (Array.isArray(value)) return value.map((item) => picked(item, children, struct))
  if (typeof value !== 'object' || value === null) return value
  const stored = struct === undefined ? undefined : nodeSchema(struct)
  const known = struct === undefined ? undefined : (stored?.fields ?? structFields(struct))
  const entries: [string, unknown][] = []
  for (const child of children) {
    if (known && !known.has(child.name) && child.name !== 'id') throw unknownField(child.name, struct ?? '')
    const part: unknown = Object.hasOwn(value, child.name) ? Reflect.get(value, child.name) : undefined
    if (part !== undefined) entries.push([child.key, child.children ? picked(part, child.children, undefined) : part])
  }
  const id: unknown = Reflect.get(value, 'id')
  return Object.fromEntries(stored && id !== undefined ? [...entries, ['id', id]] : entries)
}
