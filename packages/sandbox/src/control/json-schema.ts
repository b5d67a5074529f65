import { ControlError } from './control-error.ts'

/** The part of JSON Schema that the control API is described in and checked by. */
export type JsonSchema = { description?: string } & (
  | {
      type: 'object'
      properties: Readonly<Record<string, JsonSchema>>
      required?: readonly string[]
      /** For maps: what every value is. Without it, properties beyond the named ones are refused. */
      additionalProperties?: JsonSchema
    }
  | { type: 'array'; items: JsonSchema; maxItems?: number }
  | { type: 'string'; enum?: readonly string[]; pattern?: string; maxLength?: number; format?: 'date-time' }
  | { type: 'integer' | 'number'; minimum?: number; maximum?: number; enum?: readonly number[] }
  | { type: 'boolean' }
  /** Anything at all. */
  | { type?: undefined }
)

/** The TypeScript type of what fits a schema written `as const`. */
export type FromSchema<S> = S extends { type: 'object'; properties: infer P }
  ? { [K in keyof P & RequiredOf<S>]: FromSchema<P[K]> } & { [K in Exclude<keyof P, RequiredOf<S>>]?: FromSchema<P[K]> }
  : S extends { type: 'array'; items: infer I }
    ? readonly FromSchema<I>[]
    : S extends { type: 'string'; enum: readonly (infer E)[] }
      ? E
      : S extends { type: keyof Primitives }
        ? Primitives[S['type']]
        : unknown

type RequiredOf<S> = S extends { required: readonly (infer R)[] } ? R : never

interface Primitives {
  string: string
  integer: number
  number: number
  boolean: boolean
}

/**
 * Checks a value from outside.
 *
 * @param field - Name of the value in messages; empty for the whole body.
 * @throws {ControlError} `invalid_field`, naming the first field that is wrong and what would be right.
 */
export function checkJson(schema: JsonSchema, value: unknown, field = ''): void {
  switch (schema.type) {
    case 'object':
      return checkObject(schema, value, field)
    case 'array':
      if (!Array.isArray(value)) throw wrong(field, 'must be a list')
      if (value.length > (schema.maxItems ?? Infinity)) {
        throw wrong(field, `must have at most ${schema.maxItems} items`)
      }
      for (const [index, item] of value.entries()) checkJson(schema.items, item, `${field}[${index}]`)
      return
    case 'string':
      return checkString(schema, value, field)
    case 'integer':
    case 'number':
      return checkNumber(schema, value, field)
    case 'boolean':
      if (typeof value !== 'boolean') throw wrong(field, 'must be true or false')
      return
    case undefined:
  }
}

function checkObject(schema: JsonSchema & { type: 'object' }, value: unknown, field: string): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(field, 'must be a JSON object')
  const missing = schema.required?.find((name) => !Object.hasOwn(value, name))
  if (missing !== undefined) throw wrong(inside(field, missing), 'is required')
  for (const [name, item] of Object.entries(value)) {
    // Copied into an object, it would become what that object inherits from.
    const others = name === '__proto__' ? undefined : schema.additionalProperties
    const own = Object.hasOwn(schema.properties, name) ? schema.properties[name] : others
    if (!own)
      throw wrong(inside(field, name.slice(0, 60)), `is not known here; ${choices(Object.keys(schema.properties))}`)
    checkJson(own, item, inside(field, name))
  }
}

function checkString(schema: JsonSchema & { type: 'string' }, value: unknown, field: string): void {
  if (typeof value !== 'string') throw wrong(field, 'must be a text')
  if (schema.enum && !schema.enum.includes(value)) throw wrong(field, `must be one of ${schema.enum.join(', ')}`)
  if (value.length > (schema.maxLength ?? 1000)) {
    throw wrong(field, `must be at most ${schema.maxLength ?? 1000} characters long`)
  }
  if (schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(value)) {
    throw wrong(
      field,
      schema.description === undefined ? `must match ${schema.pattern}` : `must be: ${schema.description}`,
    )
  }
  if (schema.format === 'date-time' && !isInstant(value)) {
    throw wrong(field, 'must be an ISO date and time with its zone, such as 2026-11-23T09:00:00Z')
  }
}

function checkNumber(
  { type, minimum = -Infinity, maximum = Infinity, enum: allowed }: JsonSchema & { type: 'integer' | 'number' },
  value: unknown,
  field: string,
): void {
  const isRight = typeof value === 'number' && Number.isFinite(value) && (type === 'number' || Number.isInteger(value))
  const kind = type === 'integer' ? 'a whole number' : 'a number'
  if (allowed && !(isRight && allowed.includes(value))) throw wrong(field, `must be one of ${allowed.join(', ')}`)
  if (!isRight || value < minimum || value > maximum) throw wrong(field, `must be ${kind}${range(minimum, maximum)}`)
}

function range(minimum: number, maximum: number): string {
  if (minimum === -Infinity && maximum === Infinity) return ''
  if (maximum === Infinity) return `, ${minimum} or more`
  return minimum === -Infinity ? `, ${maximum} or less` : ` from ${minimum} to ${maximum}`
}

function choices(names: readonly string[]): string {
  return names.length === 0 ? 'nothing is expected' : `known are ${names.join(', ')}`
}

function isInstant(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/.test(text) &&
    !Number.isNaN(new Date(text).getTime())
  )
}

function inside(field: string, name: string): string {
  return field === '' ? name : `${field}.${name}`
}

function wrong(field: string, what: string): ControlError {
  return new ControlError(
    'invalid_field',
    `${field === '' ? 'The body' : field} ${what}.`,
    field === '' ? undefined : field,
  )
}
