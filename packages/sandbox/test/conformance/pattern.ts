/** What a value must look like; `readPattern` makes it from its text. */
export type Pattern =
  | { kind: 'value'; value: string | number | boolean | null }
  /** Text in which `…` stands for any text, none included. */
  | { kind: 'text'; parts: readonly string[] }
  | { kind: 'regex'; regex: RegExp }
  | { kind: 'object'; isWhole: boolean; entries: readonly (readonly [string, Pattern])[] }
  | { kind: 'list'; before: readonly Pattern[]; after?: readonly Pattern[] }
  | { kind: 'elements'; how: 'each' | 'some' | number; element: Pattern }
  | { kind: 'type'; type: TypeName; comparison?: Comparison }
  | { kind: 'json'; pattern: Pattern }
  | { kind: 'not'; pattern: Pattern }
  | { kind: 'or'; patterns: readonly Pattern[] }

const typeNames = ['any', 'absent', 'string', 'numeric', 'number', 'integer', 'boolean', 'object', 'list'] as const

export type TypeName = (typeof typeNames)[number]

/** Of a number, of a numeric string, or of the length of a list. */
export interface Comparison {
  operator: '>' | '>=' | '<' | '<=' | '='
  limit: number
}

/** The text of a pattern cannot be read. */
export class PatternError extends Error {
  override readonly name = 'PatternError'
}

/**
 * Reads the text of a pattern, as the folder's README describes it.
 *
 * @throws {PatternError} With what was expected, and where.
 */
export function readPattern(text: string): Pattern {
  const reader = new Reader(text)
  const pattern = readChoice(reader)
  if (!reader.isAtEnd()) throw reader.unexpected('nothing more')
  return pattern
}

class Reader {
  readonly text: string
  position = 0

  constructor(text: string) {
    this.text = text
  }

  isAtEnd(): boolean {
    this.skipSpace()
    return this.position >= this.text.length
  }

  /** Takes what matches here; the expression needs the sticky flag. */
  take(expression: RegExp): string | undefined {
    this.skipSpace()
    expression.lastIndex = this.position
    const found = expression.exec(this.text)?.[0]
    if (found !== undefined) this.position += found.length
    return found
  }

  demand(expression: RegExp, what: string): string {
    const found = this.take(expression)
    if (found === undefined) throw this.unexpected(what)
    return found
  }

  unexpected(expected: string): PatternError {
    const found = this.text.slice(this.position, this.position + 20)
    return new PatternError(`expected ${expected} at character ${this.position}, found "${found}"`)
  }

  private skipSpace(): void {
    while (/\s/.test(this.text[this.position] ?? '')) this.position++
  }
}

function readChoice(reader: Reader): Pattern {
  const patterns = [readOne(reader)]
  while (reader.take(/or\b/y) !== undefined) patterns.push(readOne(reader))
  const [only] = patterns
  return only && patterns.length === 1 ? only : { kind: 'or', patterns }
}

function readOne(reader: Reader): Pattern {
  if (reader.take(/not\b/y) !== undefined) return { kind: 'not', pattern: readOne(reader) }
  if (reader.take(/json\b/y) !== undefined) return { kind: 'json', pattern: readOne(reader) }
  if (reader.take(/only\b/y) !== undefined) return readObject(reader, true)
  const how = reader.take(/(?:each|some)\b/y) ?? reader.take(/\d+(?=\s*×)/y)
  if (how !== undefined) return readElements(reader, how)
  if (/^\s*\{/.test(reader.text.slice(reader.position))) return readObject(reader, false)
  if (reader.take(/\[/y) !== undefined) return readList(reader)
  return readScalar(reader)
}

function readElements(reader: Reader, how: string): Pattern {
  if (how === 'each' || how === 'some') return { kind: 'elements', how, element: readOne(reader) }
  reader.demand(/×/y, '×')
  return { kind: 'elements', how: Number(how), element: readOne(reader) }
}

function readObject(reader: Reader, isWhole: boolean): Pattern {
  reader.demand(/\{/y, '{')
  const entries: (readonly [string, Pattern])[] = []
  while (reader.take(/\}/y) === undefined) {
    const quoted = reader.take(/"(?:[^"\\]|\\.)*"/y)
    const key = quoted === undefined ? reader.demand(/[\w$.:-]*[\w$]/y, 'a key or }') : unquoted(quoted)
    reader.demand(/:/y, ':')
    entries.push([key, readChoice(reader)])
    if (reader.take(/,/y) === undefined && !/^\s*\}/.test(reader.text.slice(reader.position))) {
      throw reader.unexpected(', or }')
    }
  }
  return { kind: 'object', isWhole, entries }
}

function readList(reader: Reader): Pattern {
  const before: Pattern[] = []
  let after: Pattern[] | undefined
  while (reader.take(/\]/y) === undefined) {
    if (reader.take(/…/y) === undefined) (after ?? before).push(readChoice(reader))
    else if (after) throw reader.unexpected('only one … in a list')
    else after = []
    if (reader.take(/,/y) === undefined && !/^\s*\]/.test(reader.text.slice(reader.position))) {
      throw reader.unexpected(', or ]')
    }
  }
  return { kind: 'list', before, ...(after ? { after } : {}) }
}

function readScalar(reader: Reader): Pattern {
  const quoted = reader.take(/"(?:[^"\\]|\\.)*"/y)
  if (quoted !== undefined) return textPattern(unquoted(quoted))
  const regex = reader.take(/\/(?:[^/\\[]|\\.|\[(?:[^\]\\]|\\.)*\])+\/i?/y)
  if (regex !== undefined) return regexPattern(reader, regex)
  const number = reader.take(/-?\d+(?:\.\d+)?(?![\w.])/y)
  if (number !== undefined) return { kind: 'value', value: Number(number) }
  const word = reader.take(/[a-z]+\b/y)
  if (word === 'true' || word === 'false') return { kind: 'value', value: word === 'true' }
  if (word === 'null') return { kind: 'value', value: null }
  const type = typeNames.find((name) => name === word)
  if (type === undefined) throw reader.unexpected('a value, a type, { or [')
  const operator = reader.take(/>=|<=|[<>=]/y)
  if (operator === undefined) return { kind: 'type', type }
  const limit = Number(reader.demand(/-?\d+(?:\.\d+)?/y, 'a number'))
  return { kind: 'type', type, comparison: { operator: operator as Comparison['operator'], limit } }
}

function textPattern(text: string): Pattern {
  return text.includes('…') ? { kind: 'text', parts: text.split('…') } : { kind: 'value', value: text }
}

function regexPattern(reader: Reader, source: string): Pattern {
  const end = source.lastIndexOf('/')
  try {
    return { kind: 'regex', regex: new RegExp(source.slice(1, end), `u${source.slice(end + 1)}`) }
  } catch {
    throw reader.unexpected(`a regular expression instead of ${source}`)
  }
}

function unquoted(quoted: string): string {
  try {
    return String(JSON.parse(quoted))
  } catch {
    throw new PatternError(`${quoted} is not a string in JSON`)
  }
}
