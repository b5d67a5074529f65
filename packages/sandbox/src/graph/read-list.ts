import { readInsights } from '../insights/read-insights.ts'
import { listFilters } from '../account-edges/list-filters.ts'
import { nodeSchema } from '../schema/graph-schema.ts'
import { readInput } from '../schema/read-input.ts'
import { linkFor } from './edge-link.ts'
import { parseFields, type FieldRequest } from './fields.ts'
import { filterNodes } from './filter-nodes.ts'
import type { GraphCall } from './graph-call.ts'
import { tooMuchData, unknownField, unknownPath } from './graph-error.ts'
import { nodesOn } from './list-edges.ts'
import type { Node } from './node.ts'
import { pageOf } from './paging.ts'
import { limitParam, type Params } from './params.ts'

/**
 * One page of a list of nodes, with `summary` where asked.
 *
 * @param readItem - Gives the JSON of one node on it.
 */
export function readList(
  call: GraphCall,
  node: Node,
  edge: string,
  params: Params,
  fields: readonly FieldRequest[] | undefined,
  readItem: (node: Node) => Record<string, unknown>,
): Record<string, unknown> {
  const all = nodesOn(call, node, edge)
  if (!all) throw unknownPath(edge)
  checkWeight(limitParam(params), fields)
  const schema = nodeSchema(node.type)?.edges.get(`GET ${edge}`)
  const input = schema ? readInput(withoutFilters(params), new Map(), schema) : {}
  const special = Object.hasOwn(listFilters, edge) ? listFilters[edge] : undefined
  const wanted = special ? special(all, input, params) : all
  const shown = filterNodes(wanted, params, call.now)
  const { items, paging } = pageOf(shown, ({ id }) => id, params, linkFor(call, node.id, edge, params, fields))
  call.rows.left -= items.length
  if (call.rows.left < 0) throw tooMuchData()
  return {
    data: items.map(readItem),
    ...(Object.keys(paging).length === 0 && items.length === 0 ? {} : { paging }),
    ...summaryOf(call, node, params, shown.length),
  }
}

// The status filter has an error of its own for what its enum lists but its edge refuses.
function withoutFilters(params: Params): Params {
  return new Map([...params].filter(([name]) => name !== 'effective_status' && name !== 'updated_since'))
}

// Meta gives no number; a thousand rows of a few dozen plain fields pass, as clients report.
const maxWeight = 60_000
const heavyFields = /^(insights|object_story_spec|asset_feed_spec|targeting|previews)$/

/** @throws {GraphError} 1 when so many nodes with these fields are too heavy to read at once. */
export function checkWeight(limit: number, fields: readonly FieldRequest[] | undefined): void {
  if (limit * weightOf(fields ?? []) > maxWeight) throw tooMuchData()
}

function weightOf(fields: readonly FieldRequest[]): number {
  return fields.reduce(
    (sum, { name, children }) => sum + (heavyFields.test(name) ? 10 : 1) + weightOf(children ?? []),
    1,
  )
}

/** `total_count` and, on edges of objects with results, `insights` with its own arguments. */
function summaryOf(call: GraphCall, node: Node, params: Params, total: number): Record<string, unknown> {
  const text = params.get('summary')?.trim() ?? ''
  if (text === '' || /^(false|0)$/.test(text)) return {}
  if (/^(true|1)$/.test(text)) return { summary: { total_count: total } }
  const summary: Record<string, unknown> = {}
  for (const field of parseFields(text)) {
    if (field.name === 'total_count') summary[field.key] = total
    else if (field.name === 'insights' && 'account' in node) {
      const fields = field.children?.map(({ name }) => name).join(',')
      const own = fields === undefined ? field.args : new Map([...field.args, ['fields', fields]])
      summary[field.key] = readInsights(call, node, own)
    } else throw unknownField(field.name, 'Summary')
  }
  return { summary }
}
