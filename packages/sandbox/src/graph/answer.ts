import { nodeSchema } from '../schema/graph-schema.ts'
import { readInput } from '../schema/read-input.ts'
import { maxIds } from './charge.ts'
import { findNode } from './find-node.ts'
import type { EdgeCall, GraphCall } from './graph-call.ts'
import { GraphError, invalidParam, noCapability, unknownPath, unsupportedMethod } from './graph-error.ts'
import { nodesOn } from './list-edges.ts'
import { isNode, type Node } from './node.ts'
import { hasComputedField, nodeField } from './node-fields.ts'
import { listParam } from './params.ts'
import { checkWeight } from './read-list.ts'
import { readEdge, readNode, requestedFields } from './read-node.ts'

/** Answers a call with the JSON of its body. @throws {GraphError} Whatever Graph would refuse. */
export function answer(call: GraphCall): unknown {
  const [first, second, ...rest] = call.path
  // `me/permissions/ads_read` names the permission to drop in its path.
  if (rest.length > (second === 'permissions' ? 1 : 0)) throw unknownPath(rest.join('/'))
  const ids = listParam(call.params, 'ids')
  const isEdgeOfMany = ids.length > 0 && first !== undefined && second === undefined && /^[a-z_]+$/.test(first)
  if (first === undefined || isEdgeOfMany) return readMany(call, ids, first)
  return answerNode(call, findNode(call, first), second)
}

function answerNode(call: GraphCall, node: Node, edge: string | undefined): unknown {
  const name = edge ?? '.'
  const schema = nodeSchema(node.type)?.edges.get(`${call.method} ${name}`)
  const handler = call.handlers[`${node.type} ${call.method} ${name}`]
  if (handler) {
    // Insights has rules and wordings of its own for every parameter.
    const input = schema && name !== 'insights' ? readInput(call.params, call.files, schema) : {}
    return handler({ ...call, node, input } as EdgeCall as never)
  }
  if (call.method === 'GET') return edge === undefined ? readOne(call, node) : readConnected(call, node, edge)
  if (schema) throw noCapability()
  if (edge === undefined || nodeSchema(node.type)?.edges.has(`GET ${edge}`)) throw unsupportedMethod(call.method)
  throw unknownPath(edge)
}

// A node alone weighs as sixty of a list: room for all of its fields, not for hundreds of insights under other names.
const loneNodeFactor = 60

function readOne(call: GraphCall, node: Node): Record<string, unknown> {
  const fields = requestedFields(call.params)
  checkWeight(loneNodeFactor, fields)
  const json = readNode(call, node, fields)
  if (!/^(1|true)$/.test(call.params.get('metadata') ?? '')) return json
  return { ...json, metadata: { type: node.type.toLowerCase() } }
}

function readConnected(call: GraphCall, node: Node, edge: string): unknown {
  if (nodesOn(call, node, edge)) return readEdge(call, node, edge, call.params, requestedFields(call.params))
  if (hasComputedField(node.type, edge)) {
    // `ad/creative` and the like: an edge with exactly one node.
    const value = nodeField(node, edge, { now: call.now, origin: call.origin })
    if (isNode(value) && 'account' in value) return readNode(call, value, requestedFields(call.params))
  }
  // Meta knows the edge; here nothing is on it.
  if (nodeSchema(node.type)?.edges.has(`GET ${edge}`)) return { data: [], paging: {} }
  throw unknownPath(edge)
}

async function readMany(call: GraphCall, ids: readonly string[], edge: string | undefined): Promise<unknown> {
  if (ids.length === 0) {
    throw new GraphError(
      `Unsupported ${call.method.toLowerCase()} request. Please read the Graph API documentation at ` +
        'https://developers.facebook.com/docs/graph-api',
      { type: 'GraphMethodException', code: 100 },
    )
  }
  if (call.method !== 'GET') throw unsupportedMethod(call.method)
  if (ids.length > maxIds) throw invalidParam(`Too many IDs. Maximum: ${maxIds}.`)
  const answers: [string, unknown][] = []
  for (const id of ids) answers.push([id, await answerNode(call, findNode(call, id), edge)])
  return Object.fromEntries(answers)
}
