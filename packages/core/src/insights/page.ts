import { InvalidRequestError } from '../errors/invalid-request-error.ts'

/** One page of rows and the cursor of the next. */
export interface Page<Row> {
  rows: Row[]
  next?: string
}

/**
 * Cuts one page out of ordered rows.
 *
 * @throws {InvalidRequestError} The cursor was not made here.
 */
export function pageOf<Row>(rows: readonly Row[], limit: number, cursor: string | undefined): Page<Row> {
  const start = cursor === undefined ? 0 : readCursor(cursor)
  const end = start + limit
  return { rows: rows.slice(start, end), ...(end < rows.length ? { next: writeCursor(end) } : {}) }
}

function writeCursor(offset: number): string {
  return Buffer.from(`o${offset}`).toString('base64url')
}

function readCursor(cursor: string): number {
  const match = /^o(\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString())
  if (!match)
    throw new InvalidRequestError([{ field: 'cursor', message: 'Not a cursor of ours. Take it from paging.next.' }])
  return Number(match[1])
}
