import { DependencyFailedError } from '../../errors/dependency-failed-error.ts'
import { MetaUnavailableError } from '../../errors/meta-unavailable-error.ts'
import { isJsonObject, type JsonObject } from '../json.ts'
import { readAnswer } from '../read-answer.ts'
import { readRefusal, type Failure, type RefusalContext } from '../refusal.ts'
import { regainMs } from '../usage-headers.ts'
import { entryHeaders } from './entry-headers.ts'
import type { Prepared } from './prepare-call.ts'

/** What one slot of a batch's answer says. */
export type Entry = { answer: JsonObject } | Failure

type Redact = RefusalContext['redact']

/**
 * Judges the slots of a batch's answer, one for each member. Whatever stands in a slot touches its own operation only.
 *
 * `null` is what Meta gives an operation it did not finish in time, and one whose parent failed. Only of the latter, and
 * of reads, can we be sure that nothing happened.
 *
 * @see https://developers.facebook.com/docs/graph-api/batch-requests
 */
export function readEntries(slots: unknown, members: readonly Prepared[], redact: Redact): readonly Entry[] {
  const list: readonly unknown[] = Array.isArray(slots) ? slots : []
  const failed = new Map<number, Failure>()
  return members.map((member, place) => {
    const slot = list[place]
    const failedParent = member.parents.map((parent) => failed.get(parent)).find((failure) => failure !== undefined)
    const entry = isAnswered(slot) ? readSlot(slot, member, redact) : unanswered(slot, member.isWrite)
    const isOrphan = failedParent !== undefined && 'error' in entry
    const judged = isOrphan ? orphaned(failedParent) : entry
    // A slot without an answer does not say that its operation failed.
    if ('error' in judged && (isOrphan || isAnswered(slot))) failed.set(member.index, judged)
    return judged
  })
}

interface AnsweredSlot extends JsonObject {
  code: number
}

function isAnswered(slot: unknown): slot is AnsweredSlot {
  return isJsonObject(slot) && typeof slot['code'] === 'number'
}

function readSlot(slot: AnsweredSlot, { subject, isWrite }: Prepared, redact: Redact): Entry {
  const { code: status } = slot
  const body = typeof slot['body'] === 'string' ? slot['body'] : ''
  const isSuccess = status >= 200 && status < 300
  // Where Meta answers an object today, old edges still say `true`.
  if (isSuccess && body.trim() === 'true') return { answer: { success: true } }
  const context = { subject, status, isWrite, redact }
  const entry = readAnswer(body, { ...context, regainMs: regainMs(entryHeaders(slot)) })
  if ('answer' in entry) return (isWrite ? refusalWithin(entry.answer, context) : undefined) ?? entry
  const isGarbled = isSuccess && entry.error instanceof MetaUnavailableError && entry.error.meta === undefined
  return isGarbled ? garbled(entry, isWrite) : entry
}

/** Meta says that it did it; only what it answered cannot be read. */
function garbled({ error }: Failure, isWrite: boolean): Failure {
  if (!isWrite) return { error, isTransient: true, executed: 'unknown' }
  const reason = 'it did what was asked, but its answer cannot be read'
  return {
    error: new MetaUnavailableError(reason, { cause: error, executed: 'yes' }),
    isTransient: false,
    executed: 'yes',
  }
}

function unanswered(slot: unknown, isWrite: boolean): Failure {
  const how = slot === null || slot === undefined ? 'left unanswered' : 'answered in no known way'
  const error = new MetaUnavailableError(`a call of a batch was ${how}`, isWrite ? { executed: 'unknown' } : {})
  return { error, isTransient: true, executed: 'unknown' }
}

/** Without its parent it can have found nothing to work on. */
function orphaned({ error }: Failure): Failure {
  return { error: DependencyFailedError.for(error), isTransient: false, executed: 'no' }
}

/**
 * Some writes answer 200 with `success: false` and the reason beside it.
 *
 * @see https://developers.facebook.com/docs/marketing-api/reference/ad-account/account_controls
 */
export function refusalWithin(answer: JsonObject, context: RefusalContext): Failure | undefined {
  if (answer['success'] !== false && answer['success'] !== 'false') return undefined
  const envelope = { code: answer['error_code'], message: answer['error_message'] }
  return readRefusal(envelope, { ...context, isWrite: true })
}
