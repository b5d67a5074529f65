import { isJsonObject, parseJsonObject } from '../json.ts'
import { readUsageHeaders } from '../usage-headers.ts'
import type { BatchedCall } from '../wire.ts'
import type { AttemptEntry } from '../graph-attempt.ts'
import { entryHeaders } from './entry-headers.ts'

/**
 * What the slots of a batch tell about quotas: each counts by itself and carries usage headers of its own.
 *
 * @param slots - The answer's list; whatever is no slot is left out.
 * @param calls - What was asked, in the same order.
 */
export function batchReport(slots: unknown, calls: readonly BatchedCall[]): readonly AttemptEntry[] {
  const list: readonly unknown[] = Array.isArray(slots) ? slots : []
  return calls.flatMap(({ method, path }, place) => {
    const slot = list[place]
    if (!isJsonObject(slot) || typeof slot['code'] !== 'number') return []
    return [
      { method, path, status: slot['code'], ...refusal(slot['body']), usage: readUsageHeaders(entryHeaders(slot)) },
    ]
  })
}

function refusal(body: unknown): Pick<AttemptEntry, 'code' | 'subcode'> {
  // Most bodies are large and fine; one look for the word spares parsing them twice.
  if (typeof body !== 'string' || !body.includes('"error"')) return {}
  const error = parseJsonObject(body)?.['error']
  if (!isJsonObject(error)) return {}
  const { code, error_subcode: subcode } = error
  return { ...(typeof code === 'number' && { code }), ...(typeof subcode === 'number' && { subcode }) }
}
