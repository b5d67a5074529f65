import { linkFor } from '../graph/edge-link.ts'
import { parseFields } from '../graph/fields.ts'
import type { EdgeCall } from '../graph/graph-call.ts'
import { unknownField } from '../graph/graph-error.ts'
import { pageOf } from '../graph/paging.ts'
import type { Params } from '../graph/params.ts'
import { nodeSchema, structFields } from '../schema/graph-schema.ts'

export type PlainRow = Readonly<Record<string, unknown>>

/**
 * One page of rows that are no nodes of the sandbox, cut to the asked `fields`.
 *
 * @param type - Node or struct whose fields the rows have.
 * @param keyOf - What a cursor holds; different for every row.
 * @param defaults - Fields shown when none are asked for; all without it.
 */
export function plainList(
  call: EdgeCall,
  edge: string,
  type: string,
  rows: readonly PlainRow[],
  keyOf: (row: PlainRow) => string,
  defaults?: readonly string[],
): Record<string, unknown> {
  const page = pageOf(rows, keyOf, call.params, linkFor(call, call.node.id, edge, call.params))
  return { data: page.items.map((row) => pickedFields(row, type, call.params, defaults)), paging: page.paging }
}

/** A row as asked for. @throws {GraphError} 100 for a field its type does not have. */
export function pickedFields(
  row: PlainRow,
  type: string,
  params: Params,
  defaults?: readonly string[],
): Record<string, unknown> {
  const names = askedNames(params, type, row) ?? defaults
  if (!names) return { ...row }
  const entries = names.map((name) => [name, row[name]] as const)
  const id = row.id === undefined ? {} : { id: row.id }
  return { ...Object.fromEntries(entries.filter(([, value]) => value !== undefined)), ...id }
}

function askedNames(params: Params, type: string, row: PlainRow): string[] | undefined {
  const text = params.get('fields')?.trim() ?? ''
  if (text === '') return undefined
  const known = structFields(type) ?? nodeSchema(type)?.fields
  return parseFields(text).map(({ name }) => {
    if (known && !known.has(name) && row[name] === undefined) throw unknownField(name, type)
    return name
  })
}
