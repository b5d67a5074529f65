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
 */
export function resolveReferences(
  text: string,
  valueOf: (reference: Reference) => string | undefined,
): string | undefined {
  let isComplete = true
  const isJson = /^\s*[[{](?!result=)/.test(text)
  const resolved = text.replaceAll(pattern, (_, name: string, path: string, offset: number) => {
    const value = valueOf({ name, path })
    if (value === undefined || value === '') isComplete = false
    return isJson && isInString(text, offset) ? JSON.stringify(value ?? '').slice(1, -1) : (value ?? '')
  })
  return isComplete ? resolved : undefined
}

/** Values as text: several joined by commas, as `ids=` wants them. */
export function joinValues(values: readonly unknown[]): string {
  return values
    .filter((value) => value !== null && value !== undefined)
    .map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))
    .join(',')
}

const pattern = /\{result=([^:{}]*):([^{}]*)\}/g

function isInString(json: string, offset: number): boolean {
  let isOpen = false
  for (let position = 0; position < offset; position++) {
    if (json[position] === '\\') position++
    else if (json[position] === '"') isOpen = !isOpen
  }
  return isOpen
}
