const step = /(\.\.?)(\*|[\w-]+)|\[(\*|\d+)\]/y

/** Whether a text is a JSONPath of the kind batch references use. */
export function isJsonPath(path: string): boolean {
  return readSteps(path) !== undefined
}

/**
 * Finds what a reference would take from an answer, for when its source was answered by an earlier call.
 *
 * @returns Text as Meta would put it in: several values joined by commas; undefined when nothing is there.
 */
export function selectText(json: unknown, path: string): string | undefined {
  const values = (readSteps(path) ?? []).reduce<unknown[]>((found, take) => found.flatMap(take), [json])
  const texts = values
    .filter((value) => value !== null && value !== undefined)
    .map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))
  return texts.length === 0 ? undefined : texts.join(',')
}

type Step = (value: unknown) => unknown[]

function readSteps(path: string): Step[] | undefined {
  if (!path.startsWith('$') || path === '$') return undefined
  const steps: Step[] = []
  let position = 1
  while (position < path.length) {
    step.lastIndex = position
    const found = step.exec(path)
    if (found === null) return undefined
    const [, dots, dotted, index] = found
    const name = dotted ?? index ?? ''
    const take: Step = (value) => (name === '*' ? children(value) : childNamed(value, name))
    steps.push(dots === '..' ? (value) => withDescendants(value).flatMap(take) : take)
    position = step.lastIndex
  }
  return steps
}

function children(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value) : []
}

function childNamed(value: unknown, name: string): unknown[] {
  if (typeof value !== 'object' || value === null) return []
  const child = Object.entries(value).find(([key]) => key === name)
  return child === undefined ? [] : [child[1]]
}

function withDescendants(value: unknown): unknown[] {
  return [value, ...children(value).flatMap(withDescendants)]
}
