import type { Comparison, Pattern } from './pattern.ts'

/**
 * Where a value differs from a pattern, a line each; empty when it matches.
 *
 * @param where - Path of the value in the reply, for the lines.
 */
export function mismatches(pattern: Pattern, value: unknown, where: string): readonly string[] {
  switch (pattern.kind) {
    case 'value':
      return value === pattern.value ? [] : differs(where, JSON.stringify(pattern.value), value)
    case 'text':
      return typeof value === 'string' && hasParts(value, pattern.parts)
        ? []
        : differs(where, JSON.stringify(pattern.parts.join('…')), value)
    case 'regex':
      return typeof value === 'string' && pattern.regex.test(value) ? [] : differs(where, String(pattern.regex), value)
    case 'object':
      return objectMismatches(pattern, value, where)
    case 'list':
      return listMismatches(pattern, value, where)
    case 'elements':
      return elementMismatches(pattern, value, where)
    case 'type':
      return typeMismatches(pattern, value, where)
    case 'json':
      return jsonMismatches(pattern, value, where)
    case 'not':
      return mismatches(pattern.pattern, value, where).length > 0 ? [] : differs(where, 'something else', value)
    case 'or':
      return choiceMismatches(pattern, value, where)
  }
}

type Of<Kind extends Pattern['kind']> = Extract<Pattern, { kind: Kind }>

function differs(where: string, expected: string, value: unknown): readonly string[] {
  return [`${where}: expected ${expected}, got ${shown(value)}`]
}

function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value)
  return text.length > 600 ? `${text.slice(0, 600)}…` : text
}

function hasParts(text: string, parts: readonly string[]): boolean {
  const [first = '', ...rest] = parts
  const last = rest.pop() ?? ''
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return false
  let position = first.length
  for (const part of rest) {
    const found = text.indexOf(part, position)
    if (found < 0) return false
    position = found + part.length
  }
  return position <= text.length - last.length
}

function objectMismatches({ isWhole, entries }: Of<'object'>, value: unknown, where: string): readonly string[] {
  if (!isObject(value)) return differs(where, 'an object', value)
  const named = new Set(entries.map(([key]) => key))
  const extra = isWhole ? Object.keys(value).filter((key) => !named.has(key)) : []
  return [
    ...entries.flatMap(([key, pattern]) => mismatches(pattern, value[key], `${where}.${key}`)),
    ...extra.map((key) => `${where}.${key}: expected nothing, got ${shown(value[key])}`),
  ]
}

function listMismatches({ before, after }: Of<'list'>, value: unknown, where: string): readonly string[] {
  if (!Array.isArray(value)) return differs(where, 'a list', value)
  const named = before.length + (after?.length ?? 0)
  if (after ? value.length < named : value.length !== named) {
    return differs(where, `a list of ${after ? 'at least ' : ''}${named}`, value)
  }
  const ends = value.length - (after?.length ?? 0)
  return [
    ...before.flatMap((pattern, index) => mismatches(pattern, value[index], `${where}[${index}]`)),
    ...(after ?? []).flatMap((pattern, index) => mismatches(pattern, value[ends + index], `${where}[${ends + index}]`)),
  ]
}

function elementMismatches({ how, element }: Of<'elements'>, value: unknown, where: string): readonly string[] {
  if (!Array.isArray(value)) return differs(where, 'a list', value)
  const each = value.map((item: unknown, index) => mismatches(element, item, `${where}[${index}]`))
  if (how === 'some') return each.some((lines) => lines.length === 0) ? [] : differs(where, 'one that matches', value)
  if (how === 'each' ? value.length === 0 : value.length !== how) {
    return differs(where, how === 'each' ? 'at least one element' : `${how} elements`, value)
  }
  return each.flat().slice(0, 5)
}

function typeMismatches({ type, comparison }: Of<'type'>, value: unknown, where: string): readonly string[] {
  const size = Array.isArray(value) ? value.length : Number(value)
  const isRight = isOfType(type, value) && (!comparison || compares(comparison, size))
  const limits = comparison ? ` ${comparison.operator} ${comparison.limit}` : ''
  return isRight ? [] : differs(where, `${type}${limits}`, value)
}

function isOfType(type: Of<'type'>['type'], value: unknown): boolean {
  switch (type) {
    case 'any':
      return value !== undefined
    case 'absent':
      return value === undefined
    case 'string':
    case 'number':
    case 'boolean':
      return typeof value === type
    case 'integer':
      return Number.isInteger(value)
    case 'numeric':
      return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)
    case 'object':
      return isObject(value)
    case 'list':
      return Array.isArray(value)
  }
}

function compares({ operator, limit }: Comparison, size: number): boolean {
  switch (operator) {
    case '>':
      return size > limit
    case '>=':
      return size >= limit
    case '<':
      return size < limit
    case '<=':
      return size <= limit
    case '=':
      return size === limit
  }
}

function jsonMismatches({ pattern }: Of<'json'>, value: unknown, where: string): readonly string[] {
  if (typeof value !== 'string') return differs(where, 'a string of JSON', value)
  try {
    return mismatches(pattern, JSON.parse(value), `${where}(json)`)
  } catch {
    return differs(where, 'a string of JSON', value)
  }
}

function choiceMismatches({ patterns }: Of<'or'>, value: unknown, where: string): readonly string[] {
  const all = patterns.map((pattern) => mismatches(pattern, value, where))
  return all.some((lines) => lines.length === 0) ? [] : all.flat()
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
