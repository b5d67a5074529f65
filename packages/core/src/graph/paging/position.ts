import { createHash } from 'node:crypto'
import { MetaUnavailableError } from '../../errors/meta-unavailable-error.ts'
import { isJsonObject, type JsonObject } from '../json.ts'
import type { Edge } from './edge.ts'

/** The parameters that say where in a list a page starts: `{ after: 'QVFJ' }`, or `{ offset: '25' }` on older edges. */
export type Position = Readonly<Record<string, string>>

/** Where the list goes on after this page; undefined on its last one. */
export function nextPosition(page: JsonObject): Position | undefined {
  const paging = readPart(page, 'paging')
  const next = paging['next']
  if (typeof next !== 'string' || next === '') return undefined
  return endOf(paging) ?? moved(next)
}

/**
 * The place behind a page's last row as one text to keep, such as `QVFJ`; undefined where Meta names none.
 *
 * The last page has one too where the edge uses cursors: reading from there later finds what was added since.
 */
export function cursorOf(page: JsonObject): string | undefined {
  const paging = readPart(page, 'paging')
  const position = endOf(paging) ?? nextPosition(page)
  if (position === undefined) return undefined
  // Cursors never start with a question mark, so the two forms cannot be taken for each other.
  return position['after'] ?? `?${new URLSearchParams(position).toString()}`
}

/** The same list from a kept cursor on. */
export function edgeFrom(edge: Edge, cursor: string | undefined): Edge {
  if (cursor === undefined) return edge
  return moveTo(edge, cursor.startsWith('?') ? moved(`http://cursor/${cursor}`) : { after: cursor })
}

export function moveTo(edge: Edge, position: Position): Edge {
  return { path: edge.path, params: { ...edge.params, ...position } }
}

/** Notices a list that leads back to where it was, without keeping its cursors: lists have thousands of pages. */
export class Progress {
  readonly #places = new Set<number>()

  /** @throws {MetaUnavailableError} This place was given before. */
  check(position: Position): void {
    const place = digest(JSON.stringify(position))
    if (this.#places.has(place)) throw new MetaUnavailableError('a list leads back to a page it already gave')
    this.#places.add(place)
  }
}

/** Only the parameters that move through a list are taken from a `next` URL; all else stays as it was asked. */
const movers = ['after', 'offset', 'since', 'until', '__paging_token', '__after_id']

function moved(next: string): Position {
  const query = URL.canParse(next) ? new URL(next).searchParams : new URLSearchParams()
  return Object.fromEntries([...query].filter(([name]) => movers.includes(name)))
}

function endOf(paging: JsonObject): Position | undefined {
  const { after } = readPart(paging, 'cursors')
  return typeof after === 'string' && after !== '' ? { after } : undefined
}

function readPart(object: JsonObject, name: string): JsonObject {
  const part = object[name]
  return isJsonObject(part) ? part : {}
}

/** 48 bits: among a million pages the chance to take two for one is below one in five hundred. */
function digest(text: string): number {
  return createHash('sha256').update(text).digest().readUIntBE(0, 6)
}
