import type { AdsError, Execution } from '../../errors/ads-error.ts'
import type { JsonObject } from '../json.ts'
import type { GraphFile } from '../uploads/multipart.ts'
import type { Reference } from './reference.ts'

/** One call of a batch. Other operations refer to it by the object itself, so give each its own. */
export interface BatchOperation {
  method: 'GET' | 'POST' | 'DELETE'
  /** After the version: `act_1/campaigns`, or its segments where one of them is a reference. */
  path: string | readonly (string | Reference)[]
  /** Objects and lists travel as JSON, with whatever references stand in them; undefined ones stay home. */
  params?: Readonly<Record<string, unknown>>
  /** Parts of a multipart body that belong to it, by name; POST only. */
  files?: Readonly<Record<string, GraphFile>>
  /** An earlier operation that must have succeeded first. A reference says so by itself. */
  dependsOn?: BatchOperation
  /** Asked when nobody knows whether a write was done, before giving up on it. */
  lookUp?: LookUp
}

/**
 * Looks whether a write was done, for example by a name that nothing else has.
 *
 * Meta may still be at work on a write that ran out of time: where twice would be worse than not at all, answer undefined
 * rather than `'not_executed'`.
 *
 * @returns What the write would have answered, such as `{ id }`; `'not_executed'` to have it sent again; undefined when
 *   it cannot tell.
 */
export type LookUp = (signal: AbortSignal | undefined) => Promise<object | 'not_executed' | undefined>

/** What became of one operation. */
export type BatchOutcome =
  | { ok: true; value: JsonObject }
  /** `executed` is `no` for every read; of a write, `unknown` means: look before sending it again. */
  | { ok: false; error: AdsError; executed: Execution }

export interface BatchOptions {
  /** Ends everything: what was under way is told as failed, writes among it as unknown. */
  signal?: AbortSignal
  /** Milliseconds for all calls, attempts and pauses together. @default the client's for each HTTP call */
  deadlineMs?: number
  /** Operations in one HTTP call, 1–50; Meta takes no more. @default 50 */
  maxOperations?: number
  /** Bytes of one HTTP call. Meta names no limit; a larger operation travels alone. @default 4000000 */
  maxBytes?: number
  /** HTTP calls at the same time. @default 4 */
  concurrency?: number
}
