/**
 * Reads parameters as leniently as Graph does: strict JSON, and also bare keys and words, single quotes
 * and trailing commas, as in `[{field:"ad.impressions",operator:'GREATER_THAN',value:0},]`.
 *
 * @returns The value, or undefined when the text is no such thing.
 */
export function parseLooseJson(text: string): { value: unknown } | undefined {
  const reader = new Reader(text)
  try {
    const value = reader.value(0)
    return reader.isAtEnd() ? { value } : undefined
  } catch (error) {
    if (error instanceof NotLooseJson) return undefined
    throw error
  }
}

class NotLooseJson extends Error {}

// Deeper nesting than any real parameter; keeps hostile input from exhausting the stack.
const maxDepth = 40

class Reader {
  private position = 0
  private readonly text: string

  constructor(text: string) {
    this.text = text
  }

  isAtEnd(): boolean {
    this.skipSpace()
    return this.position >= this.text.length
  }

  value(depth: number): unknown {
    if (depth > maxDepth) throw new NotLooseJson()
    const next = this.peek()
    if (next === '{') return this.object(depth)
    if (next === '[') return this.array(depth)
    return next === '"' || next === "'" ? this.quoted(next) : this.word()
  }

  private object(depth: number): Record<string, unknown> {
    const entries: [string, unknown][] = []
    this.list('}', () => {
      const next = this.peek()
      const key = next === '"' || next === "'" ? this.quoted(next) : String(this.word())
      if (this.peek() !== ':') throw new NotLooseJson()
      this.position++
      entries.push([key, this.value(depth + 1)])
    })
    return Object.fromEntries(entries)
  }

  private array(depth: number): unknown[] {
    const items: unknown[] = []
    this.list(']', () => items.push(this.value(depth + 1)))
    return items
  }

  private list(close: string, item: () => void): void {
    this.position++
    while (this.peek() !== close) {
      item()
      if (this.peek() === ',') this.position++
      else if (this.peek() !== close) throw new NotLooseJson()
    }
    this.position++
  }

  private quoted(quote: string): string {
    const start = this.position
    for (this.position++; this.text[this.position] !== quote; this.position++) {
      if (this.position >= this.text.length) throw new NotLooseJson()
      if (this.text[this.position] === '\\') this.position++
    }
    this.position++
    const inner = this.text.slice(start + 1, this.position - 1)
    return quote === '"' ? unescaped(inner) : unescaped(inner.replaceAll("\\'", "'").replaceAll(/(?<!\\)"/g, '\\"'))
  }

  private word(): unknown {
    const found = /^[^\s,:{}[\]"']+/.exec(this.text.slice(this.position, this.position + 400))?.[0]
    if (found === undefined) throw new NotLooseJson()
    this.position += found.length
    if (found === 'true' || found === 'false') return found === 'true'
    if (found === 'null') return null
    // Ids beyond 2^53 stay text: as numbers they would become other ids.
    return /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(found) && found.length < 16 ? Number(found) : found
  }

  private peek(): string {
    this.skipSpace()
    return this.text[this.position] ?? ''
  }

  private skipSpace(): void {
    while (/\s/.test(this.text[this.position] ?? '')) this.position++
  }
}

function unescaped(inner: string): string {
  try {
    return String(JSON.parse(`"${inner}"`))
  } catch {
    throw new NotLooseJson()
  }
}
