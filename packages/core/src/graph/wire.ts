import type { Execution } from '../errors/ads-error.ts'
import { errorCode } from '../errors/redact.ts'
import { MetaUnreachableError } from '../errors/meta-unreachable-error.ts'
import { batchReport } from './batch/batch-report.ts'
import type { CallOutcome } from '../governor/call-outcome.ts'
import type { AccountMemory } from './account-memory.ts'
import type { AttemptEntry, GraphAttempt, UsageHeaders } from './graph-attempt.ts'
import type { JsonObject } from './json.ts'
import type { HttpAnswer } from './http-fetch.ts'
import { governedAttempt } from './governed-attempt.ts'
import { readAnswer } from './read-answer.ts'
import type { Failure } from './refusal.ts'
import { retryDelay } from './retry-delay.ts'
import type { Settings } from './settings.ts'
import type { TenantToken } from './tenant-token.ts'
import { timeLimit } from './time-limit.ts'
import { multipartBody, type GraphFile, type StreamedFile } from './uploads/multipart.ts'
import { readUsageHeaders, regainMs } from './usage-headers.ts'

export interface GraphRequest {
  method: 'GET' | 'POST' | 'DELETE'
  /** Segments after the version: `['act_1', 'insights']`. */
  path: readonly string[]
  /** Objects and lists travel as JSON inside a parameter; undefined ones stay home. */
  params: Readonly<Record<string, unknown>>
  /** Parts of a multipart body, by name; POST only. */
  files?: Readonly<Record<string, GraphFile | StreamedFile>> | undefined
  /** Says that `params.batch` holds these calls: the answer is `{ entries }`, one for each. */
  batch?: readonly BatchedCall[] | undefined
  signal?: AbortSignal | undefined
  /** Milliseconds for all attempts and the pauses between them. @default the client's */
  deadlineMs?: number | undefined
  /** Shown the text of each answer before it is parsed; answers whether it has started another call. */
  peek?: (body: string) => boolean
}

/** One call inside a batch; each counts against the quotas like one outside. */
export type BatchedCall = Pick<GraphRequest, 'method' | 'path'>

type Outcome = { answer: JsonObject } | Failure

const maxAttempts = 3

/** A page that asks for a longer pause than this is not waited for: no call sleeps a slot away. */
export const maxPauseMs = 5000

/**
 * Sends one call to Meta and answers its JSON object.
 *
 * Reads are sent again, at most twice, when Meta stumbled or the connection broke. Writes only when they provably never
 * reached Meta: nobody knows whether a lost one was done.
 *
 * @throws {AdsError} One of the `Meta…` family and its kin, with `executed` when it was a write; or the reason of the
 *   caller's signal.
 */
export async function send(settings: Settings, token: TenantToken, request: GraphRequest): Promise<JsonObject> {
  const endsAt = settings.clock.now().getTime() + (request.deadlineMs ?? settings.deadlineMs)
  for (let attempt = 1; ; attempt++) {
    request.signal?.throwIfAborted()
    const outcome = await sendOnce(settings, token, request, attempt, endsAt)
    if ('answer' in outcome) return outcome.answer
    const pauseMs = Math.max(retryDelay(attempt, settings.random), outcome.error.retryAfterMs ?? 0)
    const isSafe = (!isWrite(request) || outcome.executed === 'no') && !hasStream(request)
    const mayRetry = isSafe && outcome.isTransient && attempt < maxAttempts
    const isInTime = pauseMs <= maxPauseMs && settings.clock.now().getTime() + pauseMs < endsAt
    if (!mayRetry || !isInTime) throw outcome.error
    await settings.sleep(pauseMs, request.signal)
  }
}

function isWrite({ method, batch }: GraphRequest): boolean {
  return batch === undefined ? method !== 'GET' : batch.some((call) => call.method !== 'GET')
}

/** A stream gives its bytes once. */
function hasStream({ files = {} }: GraphRequest): boolean {
  return Object.values(files).some((file) => 'stream' in file)
}

async function sendOnce(
  settings: Settings,
  token: TenantToken,
  request: GraphRequest,
  attempt: number,
  endsAt: number,
): Promise<Outcome> {
  const { governor, accounts, caller, appId } = settings
  // First, since it throws over what cannot be encoded, and leave that was given must be settled.
  const call = buildCall(settings, token, request)
  const turn = await governedAttempt(governor, accounts, { appId, ...caller }, request)
  const startedAt = settings.clock.now().getTime()
  const isTooLate = startedAt >= endsAt || request.signal?.aborted === true
  if (isTooLate) {
    turn.settle({ usage: {}, isUnsent: true })
    request.signal?.throwIfAborted()
    return outOfTime(isWrite(request))
  }
  const timeoutMs = Math.max(1, Math.min(settings.timeoutMs, endsAt - startedAt))
  const limit = timeLimit(request.signal, timeoutMs)
  let received: Received | undefined
  let outcome: Outcome
  try {
    received = receive(await settings.fetch(call.url, { ...call.init, signal: limit.signal }), token)
    outcome = await judge(received, token, request)
  } catch (error) {
    if (request.signal?.aborted === true) turn.settle({ usage: {}, isAborted: true })
    request.signal?.throwIfAborted()
    outcome = lost(error, limit.hasPassed() ? timeoutMs : undefined, token, isWrite(request))
  } finally {
    limit.clear()
  }
  const { response, usage = {}, traceId } = received ?? {}
  const fbtraceId = ('error' in outcome ? outcome.error.meta?.fbtraceId : undefined) ?? traceId?.()
  const version = /^v\d+\.\d+$/.exec(response?.headers.get('facebook-api-version') ?? '')?.[0]
  const entries = request.batch && 'answer' in outcome && batchReport(outcome.answer['entries'], request.batch)
  // A caller in a hurry gave up; whether Meta was slow is not known, and nobody else should pay for it.
  const isAborted = limit.hasPassed() && timeoutMs < settings.timeoutMs
  const ended = { usage, ...(response && { status: response.status }), ...(isAborted && { isAborted }) }
  turn.settle({ ...ended, ...refusalOf(outcome) }, entries || [])
  if (governor) learnAccounts(accounts, request, outcome, usage, entries || [])
  report(settings, {
    method: request.method,
    origin: call.url.origin,
    path: call.url.pathname,
    attempt,
    startedAt: new Date(startedAt),
    durationMs: settings.clock.now().getTime() - startedAt,
    ...(response && { status: response.status }),
    ...(fbtraceId !== undefined && { fbtraceId }),
    ...(version !== undefined && { version }),
    ...('error' in outcome && { errorCode: outcome.error.code }),
    usage,
    ...(entries && { entries }),
  })
  return outcome
}

function refusalOf(outcome: Outcome): Pick<CallOutcome, 'code' | 'subcode' | 'regainMs'> {
  if ('answer' in outcome) return {}
  const { meta: { code, subcode } = {}, retryAfterMs } = outcome.error
  return {
    ...(code !== undefined && { code }),
    ...(subcode !== undefined && { subcode }),
    ...(retryAfterMs !== undefined && { regainMs: retryAfterMs }),
  }
}

function learnAccounts(
  accounts: AccountMemory,
  request: GraphRequest,
  outcome: Outcome,
  usage: UsageHeaders,
  entries: readonly AttemptEntry[],
): void {
  for (const part of [{ ...request, usage }, ...entries]) {
    accounts.rememberOwner(part, Object.keys(part.usage.businessUseCase ?? {}))
  }
  if ('answer' in outcome) accounts.remember(request, outcome.answer)
}

function buildCall({ baseUrl, version, tokenPlacement }: Settings, token: TenantToken, request: GraphRequest) {
  const segments = [version, ...request.path].map((segment) => encodeURIComponent(segment))
  const address = `${baseUrl.origin}${baseUrl.pathname.replace(/\/$/, '')}/${segments.join('/')}`
  const headers = new Headers({ accept: 'application/json', 'user-agent': 'adpane' })
  const params = encodeParams(request.params)
  token.sign(headers, params, tokenPlacement)
  const init = { method: request.method, headers, redirect: 'manual' } as const
  if (request.files && Object.keys(request.files).length > 0) {
    const form = multipartBody(params, request.files)
    for (const [name, value] of Object.entries(form.headers)) headers.set(name, value)
    return { url: new URL(address), init: { ...init, body: form.body, duplex: 'half' } as const }
  }
  if (request.method === 'POST') return { url: new URL(address), init: { ...init, body: params } }
  return { url: new URL(`${address}?${params.toString()}`), init }
}

function encodeParams(params: GraphRequest['params']): URLSearchParams {
  const encoded = new URLSearchParams()
  for (const [name, value] of Object.entries(params)) {
    if (value === undefined || value === null) continue
    encoded.set(name, typeof value === 'string' ? value : JSON.stringify(value))
  }
  return encoded
}

/** An answer whose head was read; its body may still be on the way. */
interface Received {
  response: HttpAnswer
  usage: UsageHeaders
  traceId: () => string | undefined
}

function receive(response: HttpAnswer, token: TenantToken): Received {
  return {
    response,
    usage: readUsageHeaders(response.headers),
    traceId: () => {
      const traceId = response.headers.get('x-fb-trace-id') ?? undefined
      return traceId && token.redact(traceId)
    },
  }
}

async function judge(
  { response, usage, traceId }: Received,
  token: TenantToken,
  request: GraphRequest,
): Promise<Outcome> {
  const body = await response.text()
  if (request.peek?.(body) === true) {
    // What that started leaves on its socket a turn later; parsing first would hold it back.
    await new Promise(setImmediate)
  }
  return readAnswer(body, {
    subject: request.path[0] ?? 'the call',
    // Nothing new: the body is the one that came with a 200.
    status: response.isUnchanged === true ? 200 : response.status,
    regainMs: regainMs(response.headers, usage),
    traceId,
    isBatch: request.batch !== undefined,
    isWrite: isWrite(request),
    redact: (text) => token.redact(text),
  })
}

/** Nothing left: asking for leave took what time there was. */
function outOfTime(mayHaveWritten: boolean): Failure {
  const options = mayHaveWritten ? { executed: 'no' as const } : {}
  return { error: new MetaUnreachableError('no time was left for it', options), isTransient: false, executed: 'no' }
}

function lost(error: unknown, timeoutMs: number | undefined, token: TenantToken, mayHaveWritten: boolean): Failure {
  const cause = token.redactedCause(error)
  const executed: Execution = timeoutMs === undefined && neverLeft(error) ? 'no' : 'unknown'
  const options = { cause, ...(mayHaveWritten && { executed }) }
  if (timeoutMs !== undefined) {
    // Asking again would let one call wait three times as long as its caller allowed.
    const reason = `no complete answer within ${timeoutMs / 1000} s`
    return { error: new MetaUnreachableError(reason, options), isTransient: false, executed }
  }
  const reason = reasons[errorCode(innermost(error)) ?? ''] ?? 'the connection broke'
  return { error: new MetaUnreachableError(reason, options), isTransient: true, executed }
}

/** No connection came about, so nothing can have arrived. Node names the step that failed. */
function neverLeft(error: unknown): boolean {
  const inner = innermost(error)
  // A name with several addresses fails with one error for each.
  if (inner instanceof AggregateError) return inner.errors.length > 0 && inner.errors.every(neverLeft)
  const step: unknown = inner instanceof Error && 'syscall' in inner ? inner.syscall : undefined
  return step === 'connect' || step === 'getaddrinfo' || Object.hasOwn(reasons, errorCode(inner) ?? '')
}

/** The built-in fetch wraps what happened. */
function innermost(error: unknown): unknown {
  return error instanceof Error && error.cause !== undefined ? error.cause : error
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
