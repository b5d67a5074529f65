import type { AdsError } from '../../errors/ads-error.ts'
import type { JsonObject } from '../json.ts'

/** A page all of whose rows were taken. */
export interface TakenPage {
  /**
   * The place behind its last row; hand it to `after` to go on there. Absent where Meta names none.
   *
   * Meant for a job that was interrupted, not for keeping: Meta forgets places when lists change.
   */
  cursor?: string
  /** How many rows it held; may be 0 although more follow. */
  rows: number
  isLast: boolean
}

/** A row that Meta cannot answer in the fields asked for, alone on its page as well. */
export interface UnreadableRow {
  /** Path of the list: `act_1/ads`. */
  path: string
  /** As much of it as Meta does answer: its `id`, or the `account_id` of a row of insights. */
  row: JsonObject
  error: AdsError
}

export interface PagingOptions {
  /** Goes on behind this place, the `cursor` of an earlier page of the same question. @default the start */
  after?: string
  /**
   * Told of each page once all of its rows were taken; the next row waits for it. Keep the `cursor` here, and whatever
   * interrupts the reading later, no row is lost: at most one page of rows comes twice.
   */
  onPage?: (page: TakenPage) => void | Promise<void>
  /**
   * Told of each row Meta cannot answer, found by asking for ever fewer; the list then goes on behind it. Without this
   * the list fails at such a row. @default none
   */
  onUnreadable?: (row: UnreadableRow) => void
}
