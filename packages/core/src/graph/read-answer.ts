import { MetaUnavailableError } from '../errors/meta-unavailable-error.ts'
import { isJsonObject, parseJson, type JsonObject } from './json.ts'
import { readRefusal, type Failure, type RefusalContext } from './refusal.ts'

/**
 * Judges one answer by its status and its body together.
 *
 * Meta can refuse with 200 and an `error`, and gateways before it answer HTML, nothing, or half a document.
 */
export function readAnswer(body: string, context: RefusalContext): { answer: JsonObject } | Failure {
  const { status } = context
  const value = parseJson(body)
  if (value === undefined) return odd(`HTTP ${status} with ${describe(body)}`, context)
  if (context.isBatch === true && Array.isArray(value)) return { answer: { entries: value } }
  if (!isJsonObject(value)) return odd(`HTTP ${status} with ${describeJson(value)} where an object belongs`, context)
  const error = value['error']
  if (isJsonObject(error)) return readRefusal(error, context)
  if (isBareRefusal(value)) return readRefusal(value, context)
  if (status < 200 || status > 299) return odd(`HTTP ${status}`, context)
  if (typeof error === 'string') return odd(`HTTP ${status} with an error it does not explain`, context)
  return { answer: Object.values(value).some(isRounded) ? parseWithWholeIds(body) : value }
}

/** What Meta puts into an envelope arrives without one now and then. Objects that can be read have an id. */
function isBareRefusal(value: JsonObject): boolean {
  return typeof value['message'] === 'string' && Number.isInteger(value['code']) && value['id'] === undefined
}

function odd(reason: string, { status, regainMs, traceId, isWrite }: RefusalContext): Failure {
  const fbtraceId = traceId?.()
  // Whoever finds a body too large reads no further than its length.
  const executed = status === 413 ? 'no' : 'unknown'
  return {
    error: new MetaUnavailableError(reason, {
      ...(regainMs !== undefined && { retryAfterMs: regainMs }),
      ...(fbtraceId !== undefined && { meta: { fbtraceId } }),
      ...(isWrite === true && { executed }),
    }),
    isTransient: status >= 500,
    executed,
  }
}

/** Create replies may give an id as a bare number, and Meta's ids outgrow what a number holds. */
function isRounded(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)
}

function parseWithWholeIds(body: string): JsonObject {
  const keep = (_key: string, value: unknown, context?: { source?: string }): unknown =>
    isRounded(value) ? (context?.source ?? value) : value
  const value: unknown = JSON.parse(body, keep)
  return isJsonObject(value) ? value : {}
}

function describe(body: string): string {
  const start = body.trimStart().slice(0, 1)
  if (start === '') return 'an empty body'
  if (start === '<') return 'an HTML page'
  return start === '{' || start === '[' ? 'half a JSON document' : 'something that is no JSON'
}

function describeJson(value: unknown): string {
  return Array.isArray(value) ? 'a list' : `\`${String(value).slice(0, 5)}\``
}
