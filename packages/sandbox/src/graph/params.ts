import { invalidParam, missingParam, notOneOf } from './graph-error.ts'
import { parseLooseJson } from './loose-json.ts'

/** Parameters of one call by name, whether they came in the query, a form or a JSON body. */
export type Params = ReadonlyMap<string, string>

/** Joins names with brackets into one JSON parameter: `a[]=1&a[]=2`, `a[0]=1`, `time_range[since]=2026-10-01`. */
export function joinParams(pairs: Iterable<readonly [string, string]>): Map<string, string> {
  const joined = new Map<string, string>()
  const trees: ParamTree = new Map()
  for (const [name, value] of pairs) {
    const [, outer, inner] = /^(\w+)((?:\[\w*\]){1,8})$/.exec(name) ?? []
    if (outer === undefined || inner === undefined) joined.set(name, value)
    else plant(branchOf(trees, outer), inner.slice(1, -1).split(']['), value)
  }
  for (const name of trees.keys()) joined.set(name, JSON.stringify(treeValue(branchOf(trees, name))))
  return joined
}

type ParamTree = Map<string, string | ParamTree>

function plant(tree: ParamTree, [key = '', ...rest]: readonly string[], value: string): void {
  const name = key === '' ? String(tree.size) : key
  if (rest.length === 0) tree.set(name, value)
  else plant(branchOf(tree, name), rest, value)
}

function branchOf(tree: ParamTree, name: string): ParamTree {
  const known = tree.get(name)
  if (known instanceof Map) return known
  const branch: ParamTree = new Map()
  tree.set(name, branch)
  return branch
}

function treeValue(tree: ParamTree): unknown {
  const entries = [...tree].map(([key, item]) => [key, item instanceof Map ? treeValue(item) : item] as const)
  return entries.every(([key]) => /^\d+$/.test(key)) ? entries.map(([, item]) => item) : Object.fromEntries(entries)
}

/** @throws {GraphError} 100 for a parameter that is missing or blank. */
export function requiredParam(params: Params, name: string): string {
  const text = params.get(name)?.trim() ?? ''
  if (text === '') throw missingParam(name)
  return text
}

/** A list parameter: a JSON list, or words between commas. */
export function listParam(params: Params, name: string): string[] {
  const text = (params.get(name) ?? '').trim()
  if (text === '') return []
  if (!text.startsWith('['))
    return text
      .split(',')
      .map((word) => unquoted(word.trim()))
      .filter(Boolean)
  const parsed = parseLooseJson(text)
  if (!parsed || !Array.isArray(parsed.value)) throw invalidParam(`Param ${name} must be an array.`)
  return parsed.value.map((item: unknown, index) => {
    if (typeof item === 'object' && item !== null) throw invalidParam(`Param ${name}[${index}] must be a string.`)
    return String(item)
  })
}

export function enumParam<T extends string>(params: Params, name: string, allowed: readonly T[]): T | undefined {
  const text = unquoted((params.get(name) ?? '').trim())
  if (text === '') return undefined
  const found = allowed.find((value) => value === text)
  if (found === undefined) throw notOneOf(name, allowed, text)
  return found
}

export function enumListParam<T extends string>(params: Params, name: string, allowed: readonly T[]): T[] {
  return listParam(params, name).map((text, index) => {
    const found = allowed.find((value) => value === text)
    if (found === undefined) throw notOneOf(`${name}[${index}]`, allowed, text)
    return found
  })
}

export function boolParam(params: Params, name: string): boolean | undefined {
  const text = unquoted((params.get(name) ?? '').trim())
  if (text === '') return undefined
  if (/^(true|1|yes)$/i.test(text)) return true
  if (/^(false|0|no)$/i.test(text)) return false
  throw invalidParam(`Param ${name} must be a boolean`)
}

export function objectParam(params: Params, name: string): Record<string, unknown> | undefined {
  const text = (params.get(name) ?? '').trim()
  if (text === '') return undefined
  const value = parseLooseJson(text)?.value
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalidParam(`Param ${name} must be a JSON object.`)
  }
  return { ...value }
}

// Above this Meta's own edges clamp in silence, or fail as too heavy.
const maxLimit = 1000

/** The page size: 25 unless asked for, at most a thousand. */
export function limitParam(params: Params): number {
  const text = unquoted((params.get('limit') ?? '').trim())
  if (text === '') return 25
  if (!/^\d+$/.test(text)) throw invalidParam('Param limit must be an integer')
  return Math.min(maxLimit, Number(text))
}

/** Some clients send the quotes too. */
export function unquoted(text: string): string {
  return /^"[^"]*"$|^'[^']*'$/.test(text) ? text.slice(1, -1) : text
}
