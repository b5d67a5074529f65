import { GraphError, invalidParam } from './graph-error.ts'
import { limitParam, unquoted, type Params } from './params.ts'

/** One page in Graph's form. */
export interface Page<T> {
  items: readonly T[]
  paging: Record<string, unknown>
}

/** Where links to further pages point: the whole address of a call with some parameters replaced. */
export type LinkTo = (params: Readonly<Record<string, string | undefined>>) => string

/**
 * Cuts a page out of a list whose items have stable keys.
 *
 * Cursors carry a key, not a position, so a page read twice is the same page.
 *
 * @throws {GraphError} `badCursor` when a cursor is not one of this list's.
 */
export function pageOf<T>(
  all: readonly T[],
  keyOf: (item: T, index: number) => string,
  params: Params,
  linkTo: LinkTo,
  badCursor: () => GraphError = () => invalidParam('Invalid cursors values'),
): Page<T> {
  const limit = limitParam(params)
  const offset = offsetParam(params)
  if (offset !== undefined) return offsetPage(all, offset, limit, linkTo)
  const positions = new Map(all.map((item, index) => [keyOf(item, index), index]))
  const positionAt = (name: 'after' | 'before') => {
    const cursor = params.get(name)
    if (cursor === undefined || cursor === '') return undefined
    const position = positions.get(decodeCursor(cursor) ?? '')
    if (position === undefined) throw badCursor()
    return position
  }
  const after = positionAt('after')
  const before = positionAt('before')
  const start = after === undefined ? Math.max(0, (before ?? 0) - (before === undefined ? 0 : limit)) : after + 1
  const end = after === undefined && before !== undefined ? before : Math.min(all.length, start + limit)
  return { items: all.slice(start, end), paging: pagingOf(all, keyOf, start, end, limit, linkTo) }
}

/** Positions instead of keys: pages shift when the list grows. Cursors win where both are sent. */
function offsetParam(params: Params): number | undefined {
  const text = unquoted((params.get('offset') ?? '').trim())
  if (text === '' || params.get('after') || params.get('before')) return undefined
  if (!/^\d{1,9}$/.test(text)) throw invalidParam('Param offset must be an integer')
  return Number(text)
}

function offsetPage<T>(all: readonly T[], offset: number, limit: number, linkTo: LinkTo): Page<T> {
  const at = (start: number) =>
    linkTo({ limit: String(limit), offset: String(start), after: undefined, before: undefined })
  return {
    items: all.slice(offset, offset + limit),
    paging: {
      ...(offset > 0 ? { previous: at(Math.max(0, offset - limit)) } : {}),
      ...(offset + limit < all.length && limit > 0 ? { next: at(offset + limit) } : {}),
    },
  }
}

function pagingOf<T>(
  all: readonly T[],
  keyOf: (item: T, index: number) => string,
  start: number,
  end: number,
  limit: number,
  linkTo: LinkTo,
): Record<string, unknown> {
  const first = all[start]
  const last = all[end - 1]
  if (first === undefined || last === undefined || end <= start) return {}
  const cursors = { before: encodeCursor(keyOf(first, start)), after: encodeCursor(keyOf(last, end - 1)) }
  const at = { limit: String(limit) }
  return {
    cursors,
    ...(end < all.length ? { next: linkTo({ ...at, after: cursors.after, before: undefined }) } : {}),
    ...(start > 0 ? { previous: linkTo({ ...at, before: cursors.before, after: undefined }) } : {}),
  }
}

// Meta writes its cursors as base64 with the padding spelled ZD.
function encodeCursor(key: string): string {
  return Buffer.from(key).toString('base64url').concat('ZD')
}

function decodeCursor(cursor: string): string | undefined {
  if (!/^[\w-]{2,200}ZD$/.test(cursor)) return undefined
  return Buffer.from(cursor.slice(0, -2), 'base64url').toString()
}

export function badInsightsCursor(): GraphError {
  return new GraphError('(#2642) Invalid cursors values', { type: 'OAuthException', code: 2642 })
}
