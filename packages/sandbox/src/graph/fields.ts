import { syntaxError } from './graph-error.ts'
import { unquoted } from './params.ts'

/** One requested field: its edge arguments and, when expanded, the fields below it. */
export interface FieldRequest {
  name: string
  /** The key it appears under in the reply. */
  key: string
  args: ReadonlyMap<string, string>
  children?: readonly FieldRequest[]
}

/**
 * Reads Graph's field expansion: `name,campaign{name},insights.date_preset(last_7d).as(week){spend}`.
 *
 * @throws {GraphError} 2500 when brackets do not match or a name is missing.
 */
export function parseFields(text: string): readonly FieldRequest[] {
  return parseBelow(text, 0)
}

function parseBelow(text: string, depth: number): readonly FieldRequest[] {
  const trimmed = text.trim()
  const source = trimmed.startsWith('[') ? trimmed.replaceAll(/^\[|\]$|["']/g, '') : trimmed
  const reader = { source, position: 0 }
  const fields = readList(reader, depth)
  if (reader.position < source.length) throw unexpected(reader)
  return fields
}

/** The text of parsed fields again, for the address of a further page. */
export function fieldsText(fields: readonly FieldRequest[]): string {
  return fields
    .map(({ name, args, children }) => {
      const calls = [...args].map(([argument, value]) => `.${argument}(${value})`).join('')
      return `${name}${calls}${children ? `{${fieldsText(children)}}` : ''}`
    })
    .join(',')
}

interface FieldReader {
  source: string
  position: number
}

const maxDepth = 12

function readList(reader: FieldReader, depth: number): FieldRequest[] {
  if (depth > maxDepth) throw syntaxError('Fields are nested too deeply', reader.position)
  const fields: FieldRequest[] = []
  while (!isAtListEnd(reader)) {
    fields.push(readField(reader, depth))
    if (peek(reader) === ',') reader.position++
    else if (!isAtListEnd(reader)) throw unexpected(reader)
  }
  return fields
}

function readField(reader: FieldReader, depth: number): FieldRequest {
  const name = readName(reader)
  const args = new Map<string, string>()
  while (peek(reader) === '.') {
    reader.position++
    args.set(readName(reader), readArgument(reader))
  }
  const key = args.get('as') ?? name
  const listed = args.get('fields')
  if (peek(reader) !== '{')
    return { name, key, args, ...(listed === undefined ? {} : { children: parseBelow(listed, depth + 1) }) }
  reader.position++
  const children = readList(reader, depth + 1)
  if (peek(reader) !== '}') throw syntaxError('Expected end of string instead of "".', reader.position)
  reader.position++
  return { name, key, args, children }
}

function readName(reader: FieldReader): string {
  peek(reader)
  const found = /^\w+/.exec(reader.source.slice(reader.position, reader.position + 200))?.[0]
  if (found === undefined) throw unexpected(reader)
  reader.position += found.length
  return found
}

function readArgument(reader: FieldReader): string {
  if (peek(reader) !== '(') throw unexpected(reader)
  const start = reader.position + 1
  let open = 0
  let quote = ''
  for (; reader.position < reader.source.length; reader.position++) {
    const letter = reader.source[reader.position] ?? ''
    if (quote !== '') quote = letter === quote ? '' : quote
    else if (letter === '"' || letter === "'") quote = letter
    else if (letter === '(') open++
    else if (letter === ')' && --open === 0) return unquoted(reader.source.slice(start, reader.position++).trim())
  }
  throw syntaxError('Expected ")" instead of end of string.', start)
}

function isAtListEnd(reader: FieldReader): boolean {
  const next = peek(reader)
  return next === '' || next === '}'
}

function peek(reader: FieldReader): string {
  while (/\s/.test(reader.source[reader.position] ?? '')) reader.position++
  return reader.source[reader.position] ?? ''
}

function unexpected(reader: FieldReader) {
  return syntaxError(`Expected name instead of "${reader.source[reader.position] ?? ''}".`, reader.position)
}
