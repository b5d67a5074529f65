import { MetaUnavailableError } from '../errors/meta-unavailable-error.ts'
import { asSent, isJsonObject, parseJsonObject, type JsonObject } from './json.ts'
import type { GraphRequest } from './wire.ts'

/** Where a list is read from. */
export type Edge = Pick<GraphRequest, 'path' | 'params'>

/**
 * Reads one page as the caller's tenant; the signal ends it.
 *
 * @param peek - Shown the text of the answer before it is parsed.
 */
export type ReadPage = (edge: Edge, signal: AbortSignal, peek: (body: string) => void) => Promise<JsonObject>

/**
 * Reads a list row by row, page by page, until Meta names no next page.
 *
 * A page may be short or empty and still have a next one. The `next` URL itself is never called, since it carries a
 * token and could point anywhere: each page is asked for at our own address, with our own token.
 *
 * Whoever goes past the first page most likely wants them all, so from then on the next page is under way while one is
 * parsed and read. At most two pages are in memory, and a reader that stops early has spent one call too many at most.
 *
 * @throws {MetaUnavailableError} A page is no list, or leads back to one before it.
 */
export async function* readPages<Row extends object>(
  describe: () => Promise<Edge>,
  readPage: ReadPage,
): AsyncGenerator<Row, void, undefined> {
  const stopped = new AbortController()
  const seen = new Set<string>()
  const start = (edge: Edge): Reading => startReading(edge, (...call) => readPage(edge, stopped.signal, ...call), start)
  try {
    let reading: Reading | undefined = start(await describe())
    for (let isFirst = true; reading !== undefined; isFirst = false) {
      reading.isWanted = !isFirst
      const page = await reading.page
      const edge = nextEdge(reading.edge, page)
      if (edge !== undefined) checkProgress(seen, edge)
      if (edge !== undefined && !isFirst) reading.next ??= start(edge)
      for (const row of readRows(page)) yield asSent<Row>(row)
      reading = edge && (reading.next ?? start(edge))
    }
  } finally {
    stopped.abort()
  }
}

interface Reading {
  edge: Edge
  page: Promise<JsonObject>
  /** The reader waits for this page, so the one after it may be asked for. */
  isWanted: boolean
  next?: Reading
}

function startReading(
  edge: Edge,
  readPage: (peek: (body: string) => void) => Promise<JsonObject>,
  start: (edge: Edge) => Reading,
): Reading {
  const page = readPage((body) => {
    const next = reading.isWanted ? peekNextEdge(edge, body) : undefined
    if (next !== undefined) reading.next ??= start(next)
  })
  // A page that was read ahead tells of its failure when it is asked for, which may be never.
  page.catch(() => {})
  const reading: Reading = { edge, page, isWanted: false }
  return reading
}

/**
 * Where a list goes on, read off the end of a page's text, so that Meta can work on the next page while we parse this.
 *
 * The text from the last `"paging":` on parses as an object's end only if that object is the whole page: inside rows
 * there would be brackets left over, and inside a string the quotes would be escaped.
 */
function peekNextEdge(edge: Edge, body: string): Edge | undefined {
  const start = body.lastIndexOf('"paging":')
  const end = start < 0 ? undefined : parseJsonObject(`{${body.slice(start)}`)
  return end && nextEdge(edge, end)
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
  return { path: edge.path, params: { ...edge.params, ...position(paging, next) } }
}

function checkProgress(seen: Set<string>, next: Edge): void {
  const place = JSON.stringify(next.params)
  if (seen.has(place)) throw new MetaUnavailableError('a list leads back to a page it already gave')
  seen.add(place)
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
