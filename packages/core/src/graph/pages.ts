import { InvalidRequestError } from '../errors/invalid-request-error.ts'
import { MetaRejectedError } from '../errors/meta-rejected-error.ts'
import { MetaUnavailableError } from '../errors/meta-unavailable-error.ts'
import { asSent, isJsonObject, type JsonObject } from './json.ts'
import type { Edge } from './paging/edge.ts'
import { PageReader, type ReadPage } from './paging/page-reader.ts'
import type { PageSizes } from './paging/page-sizes.ts'
import type { PagingOptions } from './paging/paging-options.ts'
import { cursorOf, edgeFrom, moveTo, nextPosition, Progress } from './paging/position.ts'

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
 * @throws {InvalidRequestError} Meta does not know the place to start from (any more); `fields` names `after`.
 */
export async function* readPages<Row extends object>(
  describe: () => Promise<Edge>,
  readPage: ReadPage,
  sizes: PageSizes,
  options: PagingOptions = {},
): AsyncGenerator<Row, void, undefined> {
  const pages = new PageReader(readPage, sizes, options.onUnreadable)
  const progress = new Progress()
  try {
    let ahead = pages.start(edgeFrom(await describe(), options.after))
    for (let isFirst = true; ; isFirst = false) {
      ahead.isWanted = !isFirst
      const { reading, page } = await pages.finish(ahead).catch((error: unknown) => {
        throw isFirst && options.after !== undefined ? lostPlace(error) : error
      })
      const position = nextPosition(page)
      const edge = position && moveTo(reading.edge, position)
      if (position !== undefined) progress.check(position)
      if (edge !== undefined && !isFirst) reading.next ??= pages.start(edge)
      const rows = readRows(page)
      for (const row of rows) yield asSent<Row>(row)
      await options.onPage?.(takenPage(page, rows.length, edge === undefined))
      if (edge === undefined) return
      ahead = reading.next ?? pages.start(edge)
    }
  } finally {
    pages.stop()
  }
}

function readRows(page: JsonObject): readonly JsonObject[] {
  const rows: unknown = page['data']
  if (!Array.isArray(rows)) throw new MetaUnavailableError('a list came without its rows')
  return rows.filter(isJsonObject)
}

function takenPage(page: JsonObject, rows: number, isLast: boolean) {
  const cursor = cursorOf(page)
  return { rows, isLast, ...(cursor !== undefined && { cursor }) }
}

/** Meta refuses a place it does not know with 2642 on insights, elsewhere with 100 and words alone. */
function lostPlace(error: unknown): unknown {
  const { code } = (error instanceof MetaRejectedError && error.meta) || {}
  const isLost = code === 2642 || (code === 100 && error instanceof Error && /cursor/i.test(error.message))
  if (!isLost) return error
  const problem = { field: 'after', message: 'Meta no longer knows this place in the list. Read it from the start.' }
  return new InvalidRequestError([problem], { cause: error })
}
