import { fieldsText, type FieldRequest } from './fields.ts'
import type { GraphCall } from './graph-call.ts'
import type { LinkTo } from './paging.ts'
import type { Params } from './params.ts'

/** Where the next page of an edge is, in a call of its own. */
export function linkFor(
  call: GraphCall,
  nodeId: string,
  edge: string,
  params: Params,
  fields?: readonly FieldRequest[],
): LinkTo {
  const isOwnCall = params === call.params
  const text = fields === undefined ? {} : { fields: fieldsText(fields) }
  // An expanded edge has its own address, with its arguments as parameters.
  const base = isOwnCall ? Object.fromEntries(call.params) : { ...Object.fromEntries(params), ...text }
  return (changes) => call.linkTo(`${nodeId}/${edge}`, { ...base, ...changes })
}
