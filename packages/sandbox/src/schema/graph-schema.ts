import { enumTable } from './enum-table.ts'
import { nodeTable } from './node-table.ts'
import { structTable } from './struct-table.ts'

/** What Graph publishes about one type of node. */
export interface NodeSchema {
  fields: ReadonlyMap<string, TypeRef>
  /** By method and name, such as `POST campaigns`; the node itself is `.`, as in `DELETE .`. */
  edges: ReadonlyMap<string, EdgeSchema>
}

export interface EdgeSchema {
  /** Name of the node or struct it answers with. */
  returns: TypeRef
  params: ReadonlyMap<string, ParamSchema>
}

export interface ParamSchema {
  type: TypeRef
  isRequired: boolean
}

/** The type of a field or parameter. */
export interface TypeRef {
  kind: 'string' | 'int' | 'uint' | 'float' | 'bool' | 'datetime' | 'object' | 'map' | 'file' | 'enum' | 'named'
  isList: boolean
  /** Of an enum, node or struct. */
  name?: string
}

/** The schema of a node type; undefined where Graph publishes none. Parsed on first use. */
export function nodeSchema(type: string): NodeSchema | undefined {
  const known = parsed.get(type)
  if (known) return known
  const lines = nodeLines().get(type)
  if (!lines) return undefined
  const schema = parseNode(lines)
  parsed.set(type, schema)
  return schema
}

/** The names of all edges of all nodes. */
export function edgeNames(): ReadonlySet<string> {
  return new Set([...nodeTable.matchAll(/^(?:GET|POST|DELETE) ([^\s.]\S*)/gm)].map(([, name = '']) => name))
}

/** The values of an enum such as `Campaign.objective`; empty for an unknown name. */
export function enumValues(name: string): readonly string[] {
  const text = enumLines().get(name) ?? ''
  const alias = /^\[(.+)\]$/.exec(text)?.[1]
  if (alias !== undefined) return enumValues(alias)
  return (text.includes('|') ? text.split('|') : text.split(' ')).filter(Boolean)
}

/** The field names of a struct such as `Targeting`; undefined for an unknown one. */
export function structFields(name: string): ReadonlySet<string> | undefined {
  const text = structLines().get(name)
  return text === undefined ? undefined : new Set(text.split(' '))
}

const parsed = new Map<string, NodeSchema>()

const nodeLines = once(() => {
  const blocks = nodeTable.split('\n@').map((block) => block.replace(/^\s*@/, ''))
  return new Map(blocks.map((block) => [block.slice(0, block.indexOf('\n')), unwrapped(block).slice(1)]))
})

const enumLines = once(() => assignments(enumTable))

const structLines = once(() => assignments(structTable))

function assignments(table: string): ReadonlyMap<string, string> {
  return new Map(
    unwrapped(table.trim()).map((line) => {
      const [name = '', value = ''] = line.split(/ = (.*)/s)
      return [name, value]
    }),
  )
}

function unwrapped(block: string): string[] {
  return block.replaceAll('\n  ', ' ').split('\n').filter(Boolean)
}

function parseNode(lines: readonly string[]): NodeSchema {
  const fields = new Map<string, TypeRef>()
  const edges = new Map<string, EdgeSchema>()
  for (const line of lines) {
    if (line.startsWith('= ')) for (const [name, type] of pairs(line.slice(2))) fields.set(name, typeRef(type))
    else {
      const [method = '', edge = '', , returns = '', ...params] = line.split(' ')
      edges.set(`${method} ${edge}`, { returns: typeRef(returns), params: parseParams(params.join(' ')) })
    }
  }
  return { fields, edges }
}

function parseParams(text: string): ReadonlyMap<string, ParamSchema> {
  return new Map(
    pairs(text).map(([name, type]) => [name.replace('!', ''), { type: typeRef(type), isRequired: name.endsWith('!') }]),
  )
}

function pairs(text: string): [string, string][] {
  return text
    .split(' ')
    .filter(Boolean)
    .map((pair) => {
      const colon = pair.indexOf(':')
      return [pair.slice(0, colon), pair.slice(colon + 1)]
    })
}

const kinds: Record<string, TypeRef['kind']> = {
  s: 'string',
  i: 'int',
  u: 'uint',
  f: 'float',
  b: 'bool',
  d: 'datetime',
  o: 'object',
  m: 'map',
  file: 'file',
}

function typeRef(text: string): TypeRef {
  const isList = text.endsWith('*')
  const base = isList ? text.replace(/\*+$/, '') : text
  const enumName = /^\[(.+)\]$/.exec(base)?.[1]
  if (enumName !== undefined) return { kind: 'enum', isList, name: enumName }
  const kind = kinds[base]
  return kind === undefined ? { kind: 'named', isList, name: base } : { kind, isList }
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}
