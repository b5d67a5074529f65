import { MetaUnavailableError } from '../errors/meta-unavailable-error.ts'
import { asSent, isJsonObject, type JsonObject } from './json.ts'
import type { GraphRequest } from './wire.ts'

/** Where a list is read from. */
export type Edge = Pick<GraphRequest, 'path' | 'params'>

/** Reads one page; the caller's tenant and signal are inside. */
export type ReadPage = (edge: Edge) => Promise<JsonObject>

/**
 * Reads a list row by row, a page at a time, until Meta names no next page.
 *
 * A page may be short or empty and still have a next one. The `next` URL itself is never called, since it carries a
 * token and could point anywhere: each page is asked for at our own address, with our own token.
 *
 * @throws {MetaUnavailableError} A page is no list, or names itself as its next.
 */
export async function* readPages<Row extends object>(
  describe: () => Promise<Edge>,
  readPage: ReadPage,
): AsyncGenerator<Row, void, undefined> {
  let edge: Edge | undefined = await describe()
  while (edge !== undefined) {
    const page = await readPage(edge)
    for (const row of readRows(page)) yield asSent<Row>(row)
    edge = nextEdge(edge, page)
  }
}

function readRows(page: JsonObject): readonly JsonObject[] {
  const rows: unknown = page['data']
  if (!Array.isArray(rows)) throw new MetaUnavailableError('a list came without its rows')
  return rows.filter(isJsonObject)
}

function nextEdge(edge: Edge, page: JsonObject): Edge | undefined {
  const paging = readPart(page, 'paging')
  const next = paging['next']
  if (typeof next !== 'string' || next === '') return undefined
  const moved = { ...edge.params, ...position(paging, next) }
  if (JSON.stringify(moved) === JSON.stringify(edge.params)) {
    throw new MetaUnavailableError('a list names the same page as its next one')
  }
  return { path: edge.path, params: moved }
}

/** Only the parameters that move through a list are taken from a `next` URL; all else stays as it was asked. */
const movers = ['after', 'offset', 'since', 'until', '__paging_token', '__after_id']

function position(paging: JsonObject, next: string): Record<string, string> {
  const { after } = readPart(paging, 'cursors')
  if (typeof after === 'string' && after !== '') return { after }
  const query = URL.canParse(next) ? new URL(next).searchParams : new URLSearchParams()
  return Object.fromEntries([...query].filter(([name]) => movers.includes(name)))
}

function readPart(object: JsonObject, name: string): JsonObject {
  const part = object[name]
  return isJsonObject(part) ? part : {}
}
