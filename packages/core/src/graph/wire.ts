import { errorCode } from '../errors/redact.ts'
import { MetaUnreachableError } from '../errors/meta-unreachable-error.ts'
import type { GraphAttempt } from './graph-attempt.ts'
import type { JsonObject } from './json.ts'
import type { HttpAnswer } from './http-fetch.ts'
import { readAnswer } from './read-answer.ts'
import type { Failure } from './refusal.ts'
import { retryDelay } from './retry-delay.ts'
import type { Settings } from './settings.ts'
import type { TenantToken } from './tenant-token.ts'
import { readUsageHeaders, regainMs } from './usage-headers.ts'

export interface GraphRequest {
  method: 'GET' | 'POST' | 'DELETE'
  /** Segments after the version: `['act_1', 'insights']`. */
  path: readonly string[]
  /** Objects and lists travel as JSON inside a parameter; undefined ones stay home. */
  params: Readonly<Record<string, unknown>>
  signal?: AbortSignal | undefined
  /** Shown the text of each answer before it is parsed. */
  peek?: (body: string) => void
}

type Outcome = { answer: JsonObject } | Failure

const maxAttempts = 3

/** A page that asks for a longer pause than this is not waited for: no call sleeps a slot away. */
const maxPauseMs = 5000

/**
 * Sends one call to Meta and answers its JSON object.
 *
 * Reads are sent again, at most twice, when Meta stumbled or the connection broke. Writes are sent once: nobody knows
 * whether the lost one was done.
 *
 * @throws {AdsError} One of the `Meta…` family and its kin; or the reason of the caller's signal.
 */
export async function send(settings: Settings, token: TenantToken, request: GraphRequest): Promise<JsonObject> {
  for (let attempt = 1; ; attempt++) {
    request.signal?.throwIfAborted()
    const outcome = await sendOnce(settings, token, request, attempt)
    if ('answer' in outcome) return outcome.answer
    const pauseMs = Math.max(retryDelay(attempt, settings.random), outcome.error.retryAfterMs ?? 0)
    const mayRetry = request.method === 'GET' && outcome.isTransient && attempt < maxAttempts
    if (!mayRetry || pauseMs > maxPauseMs) throw outcome.error
    await settings.sleep(pauseMs, request.signal)
  }
}

async function sendOnce(
  settings: Settings,
  token: TenantToken,
  request: GraphRequest,
  attempt: number,
): Promise<Outcome> {
  const startedAt = settings.clock.now().getTime()
  const call = buildCall(settings, token, request)
  const timeout = AbortSignal.timeout(settings.timeoutMs)
  const signal = request.signal ? AbortSignal.any([request.signal, timeout]) : timeout
  let response: HttpAnswer | undefined
  let outcome: Outcome
  try {
    response = await settings.fetch(call.url, { ...call.init, signal })
    outcome = await judge(response, token, request)
  } catch (error) {
    request.signal?.throwIfAborted()
    outcome = lost(error, timeout.aborted ? settings.timeoutMs : undefined, token)
  }
  report(settings, {
    method: request.method,
    path: call.url.pathname,
    attempt,
    durationMs: settings.clock.now().getTime() - startedAt,
    ...(response && { status: response.status }),
    ...('error' in outcome && { errorCode: outcome.error.code }),
    usage: response ? readUsageHeaders(response.headers) : {},
  })
  return outcome
}

function buildCall({ baseUrl, version, tokenPlacement }: Settings, token: TenantToken, request: GraphRequest) {
  const segments = [version, ...request.path].map((segment) => encodeURIComponent(segment))
  const url = new URL(`${baseUrl.pathname.replace(/\/$/, '')}/${segments.join('/')}`, baseUrl)
  const headers = new Headers({ accept: 'application/json', 'user-agent': 'adpane' })
  const params = encodeParams(request.params)
  token.sign(headers, params, tokenPlacement)
  const init = { method: request.method, headers, redirect: 'manual' } as const
  if (request.method === 'POST') return { url, init: { ...init, body: params } }
  url.search = params.toString()
  return { url, init }
}

function encodeParams(params: GraphRequest['params']): URLSearchParams {
  const encoded = new URLSearchParams()
  for (const [name, value] of Object.entries(params)) {
    if (value === undefined || value === null) continue
    encoded.set(name, typeof value === 'string' ? value : JSON.stringify(value))
  }
  return encoded
}

async function judge(response: HttpAnswer, token: TenantToken, request: GraphRequest): Promise<Outcome> {
  const body = await response.text()
  if (request.peek) {
    request.peek(body)
    // Whatever that started leaves on its socket a turn later; parsing first would hold it back.
    await new Promise(setImmediate)
  }
  return readAnswer(body, {
    subject: request.path[0] ?? 'the call',
    status: response.status,
    regainMs: regainMs(response.headers),
    redact: (text) => token.redact(text),
  })
}

function lost(error: unknown, timeoutMs: number | undefined, token: TenantToken): Failure {
  const cause = token.redactedCause(error)
  if (timeoutMs !== undefined) {
    // Asking again would let one call wait three times as long as its caller allowed.
    const reason = `no complete answer within ${timeoutMs / 1000} s`
    return { error: new MetaUnreachableError(reason, { cause }), isTransient: false }
  }
  const code = errorCode(error instanceof Error && error.cause !== undefined ? error.cause : error)
  return {
    error: new MetaUnreachableError(reasons[code ?? ''] ?? 'the connection broke', { cause }),
    isTransient: true,
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOTFOUND: 'its name could not be resolved',
  EAI_AGAIN: 'its name could not be resolved',
  ECONNREFUSED: 'the connection was refused',
}

function report(settings: Settings, attempt: GraphAttempt): void {
  try {
    settings.onAttempt(attempt)
  } catch {
    // Whoever watches calls must not be able to break them.
  }
}
