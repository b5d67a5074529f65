import { invalidParam, missingParam, notOneOf } from '../graph/graph-error.ts'
import type { UploadedFile } from '../graph/graph-call.ts'
import { parseLooseJson } from '../graph/loose-json.ts'
import { unquoted, type Params } from '../graph/params.ts'
import { isRecord } from '../objects/loose-values.ts'
import { enumValues, type EdgeSchema, type TypeRef } from './graph-schema.ts'

/**
 * Checks the parameters an edge declares and reads them into values; what it does not declare is left alone,
 * as Graph does.
 *
 * @returns Values by name: lists, objects, numbers and booleans as what they mean; whole numbers too long to be exact
 *   and times stay text; absent parameters are absent.
 * @throws {GraphError} 100 for the first parameter that is missing or of the wrong type.
 */
export function readInput(
  params: Params,
  files: ReadonlyMap<string, UploadedFile>,
  edge: EdgeSchema,
): Record<string, unknown> {
  const input: Record<string, unknown> = {}
  for (const [name, { type, isRequired }] of edge.params) {
    const text = params.get(name)?.trim()
    if (type.kind === 'file' && files.has(name)) input[name] = files.get(name)
    else if (text !== undefined && text !== '') input[name] = readValue(name, text, type)
    else if (isRequired) throw missingParam(name)
  }
  return input
}

function readValue(name: string, text: string, type: TypeRef): unknown {
  if (!type.isList) return readText(name, text, type)
  const items = listItems(name, text)
  return items.map((item, index) => readItem(`${name}[${index}]`, item, type))
}

function listItems(name: string, text: string): unknown[] {
  if (!/^[[{]/.test(text)) return text.split(',').map((word) => unquoted(word.trim()))
  const value = parseLooseJson(text)?.value
  // PHP clients send lists as maps with the positions for keys.
  const items: unknown =
    isRecord(value) && Object.keys(value).every((key) => /^\d+$/.test(key)) ? Object.values(value) : value
  if (Array.isArray(items)) return items
  throw invalidParam(`Param ${name} must be an array.`)
}

function readItem(name: string, item: unknown, type: TypeRef): unknown {
  if (typeof item === 'object' && item !== null) {
    if (type.kind === 'object' || type.kind === 'map' || type.kind === 'named') return item
    throw invalidParam(`Param ${name} must be ${nounOf(type)}.`)
  }
  return readText(name, String(item), type)
}

function readText(name: string, text: string, type: TypeRef): unknown {
  const bare = unquoted(text)
  switch (type.kind) {
    case 'string':
    case 'datetime':
    case 'file':
      return bare
    case 'int':
    case 'uint':
      return readWhole(name, bare, type)
    case 'float':
      if (/^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(bare)) return Number(bare)
      throw invalidParam(`Param ${name} must be a number`)
    case 'bool':
      return readBool(name, bare)
    case 'enum':
      return readEnum(name, bare, enumValues(type.name ?? ''))
    case 'map':
    case 'object':
    case 'named':
      return readJson(name, text, type)
  }
}

function readWhole(name: string, text: string, { kind }: TypeRef): number | string {
  const isWhole = kind === 'uint' ? /^\d+$/.test(text) : /^-?\d+$/.test(text)
  if (!isWhole && /^-?\d+\.\d+$/.test(text)) throw invalidParam(`Param ${name} must be an integer. Instead, got float.`)
  if (!isWhole) throw invalidParam(`Param ${name} must be ${nounOf({ kind, isList: false })}`)
  return text.length < 16 ? Number(text) : text
}

function readBool(name: string, text: string): boolean {
  if (/^(true|1|yes)$/i.test(text)) return true
  if (/^(false|0|no)$/i.test(text)) return false
  throw invalidParam(`Param ${name} must be a boolean`)
}

function readEnum(name: string, text: string, allowed: readonly string[]): string {
  if (allowed.includes(text)) return text
  throw notOneOf(name, allowed, text)
}

function readJson(name: string, text: string, { kind }: TypeRef): unknown {
  const value = /^[[{]/.test(text) ? parseLooseJson(text)?.value : undefined
  if (typeof value === 'object' && value !== null) return value
  // A named type may be given as the id of one; only a map can be nothing but an object.
  if (kind === 'map' || /^[[{]/.test(text)) throw invalidParam(`Param ${name} must be a JSON object.`)
  return unquoted(text)
}

function nounOf({ kind }: TypeRef): string {
  if (kind === 'int') return 'an integer'
  if (kind === 'uint') return 'a non-negative integer'
  if (kind === 'bool') return 'a boolean'
  return kind === 'float' ? 'a number' : 'a string'
}
