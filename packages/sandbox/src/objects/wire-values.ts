import { invalidParam } from '../graph/graph-error.ts'
import { nodeSchema, type TypeRef } from '../schema/graph-schema.ts'
import type { AdAccount, ObjectType } from '../world/objects.ts'
import { isTrue, numberOf, textOf, withTextIds } from './loose-values.ts'
import { instantMs, wireTime } from './wire-time.ts'

/**
 * The parameters that a node of this type stores under the same name, in the form Graph reads them back: budgets and
 * ids as text, times in the account's zone. What the node has no field for (`execution_options` …) falls away.
 *
 * @throws {GraphError} 100 for a time that is none.
 */
export function wireValues(
  type: ObjectType,
  input: Readonly<Record<string, unknown>>,
  account: AdAccount,
): Record<string, unknown> {
  const fields = nodeSchema(type)?.fields
  const values: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(input)) {
    const field = fields?.get(name)
    if (field && value !== undefined && value !== null) values[name] = wireValue(name, value, field, account)
  }
  return values
}

function wireValue(name: string, value: unknown, field: TypeRef, account: AdAccount): unknown {
  if (field.isList) return withTextIds(value)
  switch (field.kind) {
    case 'string':
      return textOf(value) || value
    case 'int':
    case 'uint':
    case 'float':
      return numberOf(value) ?? value
    case 'bool':
      return isTrue(value)
    case 'datetime':
      return wireInstant(name, value, account)
    case 'enum':
    case 'file':
    case 'map':
    case 'named':
    case 'object':
      return withTextIds(value)
  }
}

function wireInstant(name: string, value: unknown, { timezone }: AdAccount): string {
  const atMs = instantMs(value, timezone)
  if (atMs === undefined) throw invalidParam(`Param ${name} must be a valid date/time.`)
  return wireTime(atMs, timezone)
}
