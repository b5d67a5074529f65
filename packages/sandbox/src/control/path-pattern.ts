/** Decides whether a path (parts after the version) fits. */
export type PathTest = (path: readonly string[]) => boolean

/**
 * Reads a pattern such as `act_1*` with `insights` after a slash: part by part, `*` standing for any text within
 * a part. A lone `*` fits every path, and a last part `**` any rest, none included.
 */
export function pathPattern(pattern: string): PathTest {
  if (pattern === '*') return () => true
  const parts = pattern.split('/').filter((part) => part !== '')
  const hasRest = parts.at(-1) === '**'
  const fixed = hasRest ? parts.slice(0, -1) : parts
  return (path) =>
    (hasRest ? path.length >= fixed.length : path.length === fixed.length) &&
    fixed.every((part, index) => fits(part, path[index] ?? ''))
}

// Greedy with one step back: linear for any pattern, where a regular expression made of `a*a*a*` could hang the sandbox.
function fits(pattern: string, text: string): boolean {
  const pieces = pattern.split('*')
  const [head = '', ...others] = pieces
  if (others.length === 0) return text === head
  const tail = others.pop() ?? ''
  if (text.length < head.length + tail.length || !text.startsWith(head) || !text.endsWith(tail)) return false
  let from = head.length
  for (const piece of others) {
    const found = text.indexOf(piece, from)
    if (found === -1) return false
    from = found + piece.length
  }
  return from <= text.length - tail.length
}
