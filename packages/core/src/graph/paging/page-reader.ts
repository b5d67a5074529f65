import { AdsError } from '../../errors/ads-error.ts'
import { MetaUnavailableError } from '../../errors/meta-unavailable-error.ts'
import { TooMuchDataError } from '../../errors/too-much-data-error.ts'
import { isJsonObject, parseJsonObject, type JsonObject } from '../json.ts'
import type { Edge } from './edge.ts'
import type { PageSizes } from './page-sizes.ts'
import type { PagingOptions } from './paging-options.ts'
import { moveTo, nextPosition } from './position.ts'

/**
 * Reads one page as the caller's tenant.
 *
 * @param peek - Shown the text of the answer before it is parsed; answers whether it has started another call.
 */
export type ReadPage = (edge: Edge, signal: AbortSignal, peek?: (body: string) => boolean) => Promise<JsonObject>

/** A page under way. */
export interface Reading {
  edge: Edge
  /** Rows asked for. */
  size: number
  page: Promise<JsonObject>
  /** The reader waits for this page, so the one after it may be asked for. */
  isWanted: boolean
  next?: Reading
}

/** Reads the pages of one list in whatever size Meta answers. */
export class PageReader {
  readonly #read: ReadPage
  readonly #sizes: PageSizes
  readonly #report: PagingOptions['onUnreadable']
  readonly #stopped = new AbortController()
  #underWay = 0
  /** The rows in which something was refused, of which so many are still to come. */
  #suspects: { size: number; left: number } | undefined

  constructor(read: ReadPage, sizes: PageSizes, report: PagingOptions['onUnreadable']) {
    this.#read = read
    this.#sizes = sizes
    this.#report = report
  }

  /** Ends whatever is under way. */
  stop(): void {
    if (this.#underWay > 0) this.#stopped.abort()
  }

  /** Asks for a page; once it is wanted, its successor is asked for as soon as its answer arrives. */
  start(edge: Edge): Reading {
    const size = this.#sizes.sizeFor(edge, Number(edge.params['limit'] ?? maxSize))
    const page = this.#read(moveTo(edge, { limit: String(size) }), this.#stopped.signal, (body) => {
      const next = reading.isWanted ? peekNext(body) : undefined
      if (next === undefined) return false
      reading.next ??= this.start(moveTo(edge, next))
      return true
    })
    this.#underWay++
    const ended = () => void this.#underWay--
    // A page that was read ahead tells of its failure when it is asked for, which may be never.
    page.then(ended, ended)
    const reading: Reading = { edge, size, page, isWanted: false }
    return reading
  }

  /**
   * The page a reading brings; smaller where Meta refuses the size, and empty in place of a row it cannot answer.
   *
   * @throws {AdsError} What the page failed with for other reasons; or, with nobody to report to, what the row did.
   */
  async finish(reading: Reading): Promise<{ reading: Reading; page: JsonObject }> {
    for (let current = reading; ; current = this.start(reading.edge)) {
      try {
        const page = await current.page
        this.#answered(current, page)
        return { reading: current, page }
      } catch (error) {
        if (!(await this.#isTooMuch(current, error))) throw error
        this.#suspects ??= { size: current.size, left: current.size }
        if (current.size === 1) return { reading: current, page: await this.#passRow(current, error) }
        this.#sizes.refused(current.edge, current.size)
      }
    }
  }

  #answered({ edge, size }: Reading, page: JsonObject): void {
    this.#sizes.answered(edge, size)
    if (this.#suspects && (this.#suspects.left -= rowCount(page)) <= 0) this.#suspects = undefined
  }

  /**
   * Meta says so for too much data, but for a row it stumbles over only "an unknown error" or a moment's trouble. Those
   * are divided only where rows may be left out, and only if Meta answers the same rows with next to no fields.
   */
  async #isTooMuch({ edge, size }: Reading, error: unknown): Promise<boolean> {
    if (error instanceof TooMuchDataError) return true
    const isVague = error instanceof MetaUnavailableError && [1, 2].includes(error.meta?.code ?? 0)
    if (!isVague || this.#report === undefined) return false
    if (this.#suspects !== undefined) return true
    const probe = await this.#probe(edge, size).catch(unlessRefused)
    return probe !== undefined && rowCount(probe) > 0
  }

  /** The page that holds nothing of the row but leads behind it. */
  async #passRow({ edge }: Reading, error: unknown): Promise<JsonObject> {
    // The refusals were about this row, so others may be asked for in full pages again.
    this.#sizes.acquit(edge, this.#suspects?.size ?? 1)
    this.#suspects = undefined
    if (this.#report === undefined || !(error instanceof AdsError)) throw error
    const probe = await this.#probe(edge, 1).catch(unlessRefused)
    const row: unknown = Array.isArray(probe?.['data']) ? probe['data'][0] : undefined
    // Neither what it is nor what follows is known, so it cannot be passed without losing more.
    if (probe === undefined || !isJsonObject(row)) throw error
    this.#report({ path: edge.path.join('/'), row, error })
    return { ...probe, data: [] }
  }

  /** The same rows in the one field that costs Meta nothing. */
  #probe(edge: Edge, size: number): Promise<JsonObject> {
    const fields = edge.path.at(-1) === 'insights' ? 'account_id' : 'id'
    return this.#read(moveTo(edge, { fields, limit: String(size) }), this.#stopped.signal)
  }
}

const maxSize = 1000

/** A probe that Meta refuses tells nothing; one that its reader ended is no answer of Meta's. */
function unlessRefused(error: unknown): undefined {
  if (!(error instanceof AdsError)) throw error
}

function rowCount(page: JsonObject): number {
  return Array.isArray(page['data']) ? page['data'].length : 0
}

/**
 * Where a list goes on, read off the end of a page's text, so that Meta can work on the next page while we parse this.
 *
 * The text from the last `"paging":` on parses as an object's end only if that object is the whole page: inside rows
 * there would be brackets left over, and inside a string the quotes would be escaped.
 */
function peekNext(body: string) {
  const start = body.lastIndexOf('"paging":')
  const end = start < 0 ? undefined : parseJsonObject(`{${body.slice(start)}`)
  return end && nextPosition(end)
}
