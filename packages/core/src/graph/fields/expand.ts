import { InvalidRequestError } from '../../errors/invalid-request-error.ts'

/** A value of an edge's argument; lists and objects travel as JSON. */
export type FieldArgument =
  | string
  | number
  | boolean
  | readonly FieldArgument[]
  | { readonly [name: string]: FieldArgument | undefined }

/** Arguments of an edge by Meta's names. `as` gives it another key in the answer. */
export interface FieldArguments {
  /** The key the edge has in the answer; how the same edge can be asked for twice. */
  as?: string
  /** Rows of the edge. */
  limit?: number
  [name: string]: FieldArgument | undefined
}

/** A field with what is asked of it; prints as Meta's text for it. */
export class ExpandedField {
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  toString(): string {
    return this.#text
  }
}

export type Field = string | ExpandedField

/**
 * A field with fields of its own, and with arguments where it is an edge:
 *
 * ```ts
 * fieldList('name', expand('ads', { limit: 3 }, ['name', expand('creative', ['id'])]))
 * // ['name', 'ads.limit(3){name,creative{id}}']
 * ```
 *
 * Whatever an argument holds, brackets, quotes and braces included, it stays that argument.
 *
 * @throws {InvalidRequestError} A name is no name: word characters alone.
 * @see https://developers.facebook.com/docs/graph-api/guides/field-expansion
 */
export function expand(name: string, fields: readonly Field[]): ExpandedField
export function expand(name: string, args: FieldArguments, fields?: readonly Field[]): ExpandedField
export function expand(
  name: string,
  argsOrFields: FieldArguments | readonly Field[],
  fields: readonly Field[] = [],
): ExpandedField {
  const [args, below] = isFields(argsOrFields) ? [{}, argsOrFields] : [argsOrFields, fields]
  const calls = Object.entries(args).flatMap(([argument, value]) =>
    value === undefined ? [] : [`.${checkName(argument)}(${argumentText(argument, value)})`],
  )
  const inner = below.length === 0 ? '' : `{${fieldList(...below).join(',')}}`
  return new ExpandedField(`${checkName(name)}${calls.join('')}${inner}`)
}

/** Names and expanded fields as `ReadOptions.fields` takes them. */
export function fieldList(...fields: readonly Field[]): string[] {
  return fields.map((field) => (typeof field === 'string' ? checkName(field) : field.toString()))
}

function isFields(value: FieldArguments | readonly Field[]): value is readonly Field[] {
  return Array.isArray(value)
}

function argumentText(name: string, value: FieldArgument): string {
  if (name === 'as') return checkName(typeof value === 'string' ? value : '')
  // Bare words are what Meta's samples show; all else is JSON.
  return typeof value === 'string' && /^[A-Za-z]\w*$/.test(value) ? value : jsonText(value)
}

/**
 * JSON in which no string holds a character that means something outside: a reader that only counts brackets or looks
 * for the next quote reads it as well as one that knows JSON.
 */
function jsonText(value: FieldArgument): string {
  if (Array.isArray(value)) return `[${value.map((item: FieldArgument) => jsonText(item)).join(',')}]`
  if (typeof value === 'object') {
    const entries = Object.entries(value).flatMap(([key, item]) =>
      item === undefined ? [] : [`${stringText(key)}:${jsonText(item)}`],
    )
    return `{${entries.join(',')}}`
  }
  return typeof value === 'string' ? stringText(value) : numberText(value)
}

function stringText(text: string): string {
  const inner = text.replaceAll(/[^\p{L}\p{N} _.,:;/@#&%+=*!?|-]/gu, (character) => {
    return character.split('').map(escaped).join('')
  })
  return `"${inner}"`
}

function escaped(unit: string): string {
  return String.raw`\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}

function numberText(value: number | boolean): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw badField('A number is not finite.')
  return String(value)
}

function checkName(name: string): string {
  if (!/^\w+$/.test(name)) throw badField(`${JSON.stringify(name.slice(0, 40))} is no name; expand it if it has parts.`)
  return name
}

function badField(message: string): InvalidRequestError {
  return new InvalidRequestError([{ field: 'fields', message }])
}
