import { AdsError } from '../errors/ads-error.ts'
import type { LookUp } from './batch/batch-operation.ts'
import { lookUpOutcome } from './batch/look-up.ts'
import { refusalWithin } from './batch/read-entries.ts'
import { pathSegments } from './graph-path.ts'
import type { JsonObject } from './json.ts'
import type { Settings } from './settings.ts'
import type { TenantToken } from './tenant-token.ts'
import type { GraphFile } from './uploads/multipart.ts'
import { send } from './wire.ts'

/** Parameters by Meta's names. Objects and lists travel as JSON; undefined ones stay home. */
export type WriteParams = Readonly<Record<string, unknown>>

export interface WriteOptions {
  /** Parts of a multipart body, by name; not for deletes. */
  files?: Readonly<Record<string, GraphFile>>
  /** Asked when nobody knows whether the write was done, before giving up on it. */
  lookUp?: LookUp
  /** Milliseconds for all attempts and what lies between them; a look-up is not cut short. @default the client's */
  deadlineMs?: number
  /** Ends the call with the signal's reason; what was under way may have been done. */
  signal?: AbortSignal
}

const maxSends = 3

/**
 * Creates, changes or deletes one object.
 *
 * @throws {OutcomeUnknownError} Nobody knows whether it was done. Every other `AdsError` says that it was not.
 */
export async function write(
  settings: Settings,
  token: TenantToken,
  method: 'POST' | 'DELETE',
  path: string,
  params: WriteParams,
  { lookUp, ...options }: WriteOptions,
): Promise<JsonObject> {
  const request = { method, path: pathSegments<never>(path), params, ...options }
  const now = () => settings.clock.now().getTime()
  const endsAt = now() + (options.deadlineMs ?? settings.deadlineMs)
  for (let sends = 1; ; sends++) {
    try {
      const answer = await send(settings, token, { ...request, deadlineMs: endsAt - now() })
      const redact = (text: string) => token.redact(text)
      const refusal = refusalWithin(answer, { subject: path, status: 200, redact })
      if (refusal) throw refusal.error
      return answer
    } catch (error) {
      if (!(error instanceof AdsError) || error.executed !== 'unknown') throw error
      const mayRepeat = () => sends < maxSends && now() < endsAt
      const found = await lookUpOutcome(path, error, lookUp, { signal: options.signal, mayRepeat })
      if (found === 'again') continue
      if ('error' in found) throw found.error
      return found.answer
    }
  }
}
