import { MetaUnavailableError } from '../../errors/meta-unavailable-error.ts'
import { OutcomeUnknownError } from '../../errors/outcome-unknown-error.ts'
import type { AdsError } from '../../errors/ads-error.ts'
import { asSent, type JsonObject } from '../json.ts'
import type { LookUp } from './batch-operation.ts'

/** What became of a write that got no clear answer, after a look. */
export type Found = { answer: JsonObject } | { error: AdsError } | 'again'

/**
 * Looks whether a write was done whose answer is lost.
 *
 * @param failure - What happened on the way.
 * @param mayRepeat - Whether it may be sent again, should it not have been done; asked after the look.
 */
export async function lookUpOutcome(
  subject: string,
  failure: AdsError,
  lookUp: LookUp | undefined,
  { signal, mayRepeat }: { signal: AbortSignal | undefined; mayRepeat: () => boolean },
): Promise<Found> {
  const found = await look(lookUp, signal)
  const meta = failure.meta && { meta: failure.meta }
  if (found === undefined) return { error: new OutcomeUnknownError(subject, { ...meta, cause: failure }) }
  if (found !== 'not_executed') return { answer: asSent<JsonObject>(found) }
  if (mayRepeat()) return 'again'
  return {
    error: new MetaUnavailableError('it did not do what was asked', { ...meta, cause: failure, executed: 'no' }),
  }
}

/** A look-up that fails, at once or later, has told nothing. */
async function look(lookUp: LookUp | undefined, signal: AbortSignal | undefined): ReturnType<LookUp> {
  try {
    return await lookUp?.(signal)
  } catch {
    return undefined
  }
}
