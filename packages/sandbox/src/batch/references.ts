import { invalidParam } from '../graph/graph-error.ts'

/** What a batch item takes from another: `{result=NAME:JSONPATH}`. */
export interface Reference {
  name: string
  /** JSONPath into the body of that item's reply. */
  path: string
}

/** The references in a decoded text, in order. */
export function referencesIn(text: string): readonly Reference[] {
  return [...text.matchAll(pattern)].map(([, name = '', path = '']) => ({ name, path }))
}

/**
 * Puts values in the place of references. Inside a string of a JSON text they are escaped for it, so that any value
 * arrives as it was.
 *
 * @param valueOf - The values found; undefined when there are none.
 * @returns Undefined when any reference leads to nothing.
 * @throws {GraphError} 100 when the text would become longer than the body of a call may be.
 */
export function resolveReferences(
  text: string,
  valueOf: (reference: Reference) => string | undefined,
): string | undefined {
  const isJson = /^\s*[[{](?!result=)/.test(text)
  const parts: string[] = []
  let length = text.length
  let from = 0
  let isOpen = false
  for (const { 0: whole, 1: name = '', 2: path = '', index } of text.matchAll(pattern)) {
    const value = valueOf({ name, path })
    if (value === undefined || value === '') return undefined
    const between = text.slice(from, index)
    isOpen = isJson && endsInString(between, isOpen)
    const put = isOpen ? JSON.stringify(value).slice(1, -1) : value
    length += put.length
    // A short text can name a long reply thousands of times.
    if (length > maxLength) throw invalidParam('The request body is too large.')
    parts.push(between, put)
    from = index + whole.length
  }
  return [...parts, text.slice(from)].join('')
}

const maxLength = 64_000_000

/** Values as text: several joined by commas, as `ids=` wants them. */
export function joinValues(values: readonly unknown[]): string {
  return values
    .filter((value) => value !== null && value !== undefined)
    .map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))
    .join(',')
}

const pattern = /\{result=([^:{}]*):([^{}]*)\}/g

/** Whether a piece of JSON ends inside a string, when it began inside one or outside. */
function endsInString(piece: string, beganInString: boolean): boolean {
  let isOpen = beganInString
  for (let position = 0; position < piece.length; position++) {
    if (piece[position] === '\\') position++
    else if (piece[position] === '"') isOpen = !isOpen
  }
  return isOpen
}
