/**
 * Finds values in JSON by the part of JSONPath that batch references use: `$.id`, `$.data[0].id`, `$.data.*.id`,
 * `$..id`, `$['id']`.
 *
 * @returns In order of appearance; empty when nothing is there or the path cannot be read.
 */
export function selectPath(json: unknown, path: string): readonly unknown[] {
  const steps = readSteps(path.trim())
  // `$..*..*` reaches one node by many ways; without the set they would multiply with every step.
  return steps ? steps.reduce<readonly unknown[]>((found, step) => [...new Set(found)].flatMap(step), [json]) : []
}

type Step = (value: unknown) => readonly unknown[]

const stepPattern = /(\.\.?)(\*|[\w-]+)|\[(?:(\*)|(\d+)|'([^']*)'|"([^"]*)")\]/y

function readSteps(path: string): readonly Step[] | undefined {
  if (!path.startsWith('$')) return undefined
  const steps: Step[] = []
  let position = 1
  while (position < path.length) {
    stepPattern.lastIndex = position
    const found = stepPattern.exec(path)
    if (!found) return undefined
    position = stepPattern.lastIndex
    const [, dots, dotted, star, index, quoted = found[6]] = found
    const name = dotted ?? star ?? index ?? quoted ?? ''
    const step: Step = dotted === '*' || star === '*' ? children : (value) => childNamed(value, name)
    steps.push(dots === '..' ? (value) => withDescendants(value).flatMap(step) : step)
  }
  return steps
}

function children(value: unknown): readonly unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value) : []
}

function childNamed(value: unknown, name: string): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return []
  // A list has positions only, not a `length`.
  const isThere = Array.isArray(value) ? /^\d+$/.test(name) && Number(name) < value.length : Object.hasOwn(value, name)
  return isThere ? [Reflect.get(value, name)] : []
}

function withDescendants(value: unknown): readonly unknown[] {
  return [value, ...children(value).flatMap(withDescendants)]
}
