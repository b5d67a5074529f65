import type { PagingOptions } from './paging/paging-options.ts'

/** A condition Meta applies before it answers. */
export interface Filtering {
  /** Dot notation: `campaign.effective_status`, `ad.impressions`. */
  field: string
  operator: string
  value: string | number | boolean | readonly (string | number)[]
}

/** How one list or insights call reads. */
export interface ReadOptions extends PagingOptions {
  /** Fields by Meta's names; expansions such as `creative{id}` are fine. @default what our rows need */
  fields?: readonly string[]
  /** Only objects in these states. @default every state an edge accepts, archived included */
  effectiveStatus?: readonly string[]
  filtering?: readonly Filtering[]
  /** Rows per page, 1–1000; fewer once Meta has refused so many of them. @default 100 for lists, 500 for insights */
  pageSize?: number
  /**
   * Lets Meta answer that a page is the same as last time (`If-None-Match`), and takes it from memory then. For reads
   * that are repeated soon; they count against Meta's quotas as ever. @default false
   */
  reuseUnchanged?: boolean
  /** Milliseconds for each call with all its attempts and the pauses between them. @default the client's */
  deadlineMs?: number
  /** Ends the call, and everything under way in it, with the signal's reason. */
  signal?: AbortSignal
}
