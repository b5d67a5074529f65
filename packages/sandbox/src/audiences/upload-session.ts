import { invalidParam, missingParam } from '../graph/graph-error.ts'
import { parseLooseJson } from '../graph/loose-json.ts'
import { refused } from '../assets/refused.ts'
import { isTrue, textOf } from '../objects/loose-values.ts'
import type { CustomAudience } from '../world/objects.ts'

/** Several uploads that belong together, as stored with the audience. */
export interface UploadSession {
  session_id: string
  kind: 'add' | 'remove' | 'replace'
  lastSeq: number
  isFinished: boolean
  num_received: number
  num_invalid_entries: number
  /** Milliseconds of the sandbox clock. */
  startedAtMs: number
  updatedAtMs: number
}

interface SessionInput {
  id: string
  seq: number
  isLast: boolean
}

/**
 * The session that an upload continues or begins; undefined when it names none.
 *
 * @throws {GraphError} 100 for malformed sessions, batches out of order, and sessions that are over.
 */
export function enterSession(
  audience: CustomAudience,
  sent: unknown,
  kind: UploadSession['kind'],
  nowMs: number,
): UploadSession | undefined {
  const input = readSession(sent)
  if (!input) return undefined
  const sessions = sessionsOf(audience)
  const known = sessions.find((session) => session.session_id === input.id)
  if (known) return continued(known, input, kind, nowMs)
  if (input.seq !== 1) {
    throw refused('Invalid Session', `The first batch of a session needs batch_seq 1. Got ${input.seq}.`)
  }
  if (kind === 'replace' && sessions.some((session) => isOpenReplacement(session, nowMs))) {
    throw refused('Replacement Already Running', 'Another replacement of this audience has not ended yet.')
  }
  const started: UploadSession = {
    session_id: input.id,
    kind,
    lastSeq: 1,
    isFinished: input.isLast,
    num_received: 0,
    num_invalid_entries: 0,
    startedAtMs: nowMs,
    updatedAtMs: nowMs,
  }
  audience.values.upload_sessions = [...sessions, started].slice(-maxKept)
  return started
}

/** Sessions of an audience, oldest first. */
export function sessionsOf({ values }: CustomAudience): readonly UploadSession[] {
  return Array.isArray(values.upload_sessions) ? (values.upload_sessions as UploadSession[]) : []
}

// Meta closes a replacement that takes longer than an hour and a half.
const replacementMs = 90 * 60_000
const maxKept = 50

function isOpenReplacement({ kind, isFinished, startedAtMs }: UploadSession, nowMs: number): boolean {
  return kind === 'replace' && !isFinished && nowMs - startedAtMs < replacementMs
}

function continued(
  session: UploadSession,
  { seq, isLast }: SessionInput,
  kind: UploadSession['kind'],
  nowMs: number,
): UploadSession {
  if (session.kind !== kind) throw refused('Invalid Session', 'This session was started for another operation.')
  if (session.isFinished)
    throw refused('Session Has Ended', 'The last batch of this session has been received already.')
  if (kind === 'replace' && !isOpenReplacement(session, nowMs)) {
    throw refused('Session Has Expired', 'A replacement must be complete within 90 minutes.')
  }
  if (seq <= session.lastSeq) {
    throw refused('Invalid Session', `Batch ${seq} of this session has been received already.`)
  }
  session.lastSeq = seq
  session.isFinished = isLast
  session.updatedAtMs = nowMs
  return session
}

function readSession(sent: unknown): SessionInput | undefined {
  const value = typeof sent === 'string' ? parseLooseJson(sent)?.value : sent
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'object' || Array.isArray(value)) throw invalidParam('Param session must be a JSON object.')
  const { session_id: id, batch_seq: seq, last_batch_flag: last }: Record<string, unknown> = { ...value }
  if (id === undefined) throw missingParam('session[session_id]')
  if (!/^\d{1,19}$/.test(textOf(id))) throw invalidParam('Param session[session_id] must be an integer')
  if (seq === undefined) throw missingParam('session[batch_seq]')
  if (!/^[1-9]\d{0,8}$/.test(textOf(seq))) throw invalidParam('Param session[batch_seq] must be a positive integer')
  if (last !== undefined && !isTrue(last) && !isFalse(last)) {
    throw invalidParam('Param session[last_batch_flag] must be a boolean')
  }
  return { id: textOf(id), seq: Number(seq), isLast: isTrue(last) }
}

function isFalse(value: unknown): boolean {
  return value === false || /^(false|0)$/.test(textOf(value))
}
