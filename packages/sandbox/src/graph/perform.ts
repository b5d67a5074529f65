import { faultError } from '../control/fault-error.ts'
import type { Fault } from '../control/faults.ts'
import { runAsyncBatch } from '../batch/run-async-batch.ts'
import { runBatch } from '../batch/run-batch.ts'
import { defaultVersion, splitVersion } from '../http/versions.ts'
import { identityPaths } from '../identity/identity-paths.ts'
import { requireAdsPermission } from '../identity/require-permission.ts'
import { answer } from './answer.ts'
import { chargesOf } from './charge.ts'
import { etagOf } from './etag.ts'
import type { GraphCall, GraphReply, GraphRequest, SandboxState } from './graph-call.ts'
import { errorEnvelope, GraphError, unsupportedMethod } from './graph-error.ts'
import { handlers } from './handlers.ts'
import { pathHandlers } from './path-handlers.ts'

/**
 * Performs one call as Graph does, whoever carries it: version, method, token, injected faults, quotas, the answer
 * or its error envelope, ETag. Never throws.
 */
export async function perform(request: GraphRequest, sandbox: SandboxState): Promise<GraphReply> {
  const traceId = sandbox.nextTraceId()
  const reply: GraphReply = { status: 200, headers: commonHeaders(traceId), body: '', trace: {} }
  try {
    const outcome = await execute(request, sandbox, reply)
    reply.body = outcome === undefined ? '' : JSON.stringify(outcome)
    return conditional(request, reply)
  } catch (error) {
    if (!(error instanceof GraphError)) sandbox.reportMistake(error)
    return refused(reply, error instanceof GraphError ? error : unexpected(), traceId)
  }
}

function commonHeaders(traceId: string): Record<string, string> {
  return {
    'content-type': 'application/json; charset=UTF-8',
    // Meta's browser SDK calls Graph from any page; without a token there is nothing to take.
    'access-control-allow-origin': '*',
    'cache-control': 'private, no-cache, no-store, must-revalidate',
    expires: 'Sat, 01 Jan 2000 00:00:00 GMT',
    pragma: 'no-cache',
    'facebook-api-version': defaultVersion,
    'x-fb-trace-id': traceId,
    'x-fb-request-id': traceId,
    'x-fb-debug': traceId,
    'x-fb-rev': '1030170216',
  }
}

async function execute(request: GraphRequest, sandbox: SandboxState, reply: GraphReply): Promise<unknown> {
  const { version, path, isVersioned } = splitVersion(request.pathname)
  reply.headers['facebook-api-version'] = version
  const method = methodOf(request)
  // Items of a batch come after the call that carries them, which has seen to it.
  if (!request.isBatchItem) await sandbox.asyncRequests.runDue()
  const now = sandbox.clock.now()
  const identityPath = identityPaths[`${method} ${path.join('/')}`]
  const target = { method, path, isBatchItem: request.isBatchItem }
  if (identityPath) {
    if (isStruckDown(sandbox.faults.strike(target), reply, now)) return undefined
    const { params, origin, headerToken } = request
    const token = headerToken === undefined ? {} : { headerToken }
    return identityPath({ sandbox, method, params, version, now, origin, ...token })
  }
  const caller = authenticate(request, sandbox, path, now)
  reply.trace.callerName = caller.name
  // A batch can be struck as a whole, and each of its items for itself.
  if (isStruckDown(sandbox.faults.strike(target), reply, now)) return undefined
  if (isBatch(request, method)) {
    return request.params.has('batch') ? runBatch(request, sandbox, perform) : runAsyncBatch(request, sandbox, caller)
  }
  const notes: DebugNote[] = []
  const prefix = isVersioned ? `/${version}` : `/${defaultVersion}`
  const call: GraphCall = {
    sandbox,
    handlers,
    caller,
    method,
    version,
    path,
    params: request.params,
    files: request.files,
    ...(request.headerToken === undefined ? {} : { headerToken: request.headerToken }),
    now,
    origin: request.origin,
    isAsync: request.isAsync ?? false,
    rows: { left: maxRows },
    linkTo: (there, changes) => linkTo(`${request.origin}${prefix}/${there}`, changes, request.params),
    note: (message, type = 'warning') => notes.push({ message, type }),
  }
  charge(call, reply)
  const pathHandler = pathHandlers[`${method} ${path.join('/')}`]
  const body = await countingErrors(call, () => (pathHandler ? pathHandler(call) : answer(call)))
  return withNotes(body, notes, request.params.get('debug'))
}

// Meta gives no number. Fifty ids with a thousand rows each pass; `ads{campaign{ads{campaign{…}}}}` comes to billions.
const maxRows = 100_000

function authenticate(
  { params, headerToken }: GraphRequest,
  sandbox: SandboxState,
  path: readonly string[],
  now: Date,
) {
  return sandbox.identity.authenticate({
    token: params.get('access_token') ?? headerToken,
    proof: params.get('appsecret_proof'),
    isAboutMe: path[0] === 'me',
    now,
  })
}

function isBatch({ params, isBatchItem }: GraphRequest, method: string): boolean {
  if (!params.has('batch') && !params.has('asyncbatch')) return false
  if (method !== 'POST') throw unsupportedMethod(method)
  if (!isBatchItem) return true
  throw new GraphError('Batch requests cannot be nested', { type: 'GraphBatchException' })
}

// Graph lets a POST or a GET name the method it stands for.
function methodOf({ method: sent, params }: GraphRequest): GraphCall['method'] {
  const method = (params.get('method') ?? sent).toUpperCase()
  if (method === 'GET' || method === 'POST' || method === 'DELETE') return method
  if (method === 'HEAD') return 'GET'
  // The SDKs of old sent updates as PUT.
  if (method === 'PUT') return 'POST'
  throw unsupportedMethod(method.slice(0, 20))
}

/** Faults that Graph itself would report are thrown; true when the wire fails before the call is executed. */
function isStruckDown(fault: Fault | undefined, reply: GraphReply, now: Date): boolean {
  if (!fault) return false
  reply.trace.fault = fault.kind
  const error = faultError(fault, now)
  if (error) throw error
  reply.fault = fault
  return fault.kind === 'reset' || fault.kind === 'html' || fault.kind === 'empty' || fault.kind === 'null_entry'
}

function charge(call: GraphCall, reply: GraphReply): void {
  for (const cost of chargesOf(call)) {
    if (cost.account && !call.caller.canSee(cost.account)) continue
    // A report is started by a POST, but it only reads.
    if (cost.account) requireAdsPermission(call.caller, cost.useCase === 'ads_insights' ? 'GET' : call.method)
    const { headers, refusal } = call.sandbox.quota.admit(cost)
    Object.assign(reply.headers, headers)
    if (refusal) throw refusal
  }
}

// What callers get wrong lowers their insights quota.
async function countingErrors(call: GraphCall, work: () => unknown): Promise<unknown> {
  try {
    return await work()
  } catch (error) {
    const [cost] = chargesOf(call)
    if (error instanceof GraphError && cost) call.sandbox.quota.countUserError(cost)
    throw error
  }
}

// A page link repeats the call. Meta puts the token into it as well; here only if it came as a parameter.
function linkTo(
  address: string,
  changes: Readonly<Record<string, string | undefined>>,
  params: ReadonlyMap<string, string>,
): string {
  const url = new URL(address)
  const own = { access_token: params.get('access_token'), ...changes }
  for (const [name, value] of Object.entries(own)) {
    if (value !== undefined && name !== 'appsecret_proof' && name !== 'method') url.searchParams.set(name, value)
  }
  return url.href
}

interface DebugNote {
  message: string
  type: 'warning' | 'info'
}

function withNotes(body: unknown, notes: readonly DebugNote[], wanted: string | undefined): unknown {
  if (!/^(all|info|warning)$/.test(wanted ?? '') || typeof body !== 'object' || Array.isArray(body)) return body
  const messages = notes.filter(({ type }) => wanted !== 'warning' || type === 'warning')
  return { ...body, __debug__: messages.length === 0 ? {} : { messages } }
}

function conditional(request: GraphRequest, reply: GraphReply): GraphReply {
  if (request.method.toUpperCase() !== 'GET') return reply
  const etag = etagOf(reply.body)
  reply.headers['etag'] = etag
  const known = (request.ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return known.includes(etag) || known.includes('*') ? { ...reply, status: 304, body: '' } : reply
}

function refused(reply: GraphReply, error: GraphError, traceId: string): GraphReply {
  const { type, code, subcode, kind } = error.fields
  if (type === 'OAuthException') {
    const named = kind ?? (code === 190 ? 'invalid_token' : 'invalid_request')
    reply.headers['www-authenticate'] = `OAuth "Facebook Platform" "${named}" "${headerSafe(error.message)}"`
  }
  const trace = {
    ...reply.trace,
    ...(code === undefined ? {} : { code }),
    ...(subcode === undefined ? {} : { subcode }),
  }
  return { ...reply, status: error.status, body: JSON.stringify(errorEnvelope(error, traceId)), trace }
}

// Some lists of allowed values are longer than the headers that clients and proxies take.
function headerSafe(text: string): string {
  return text.slice(0, 2000).replaceAll(/[^\x20-\x7e]|["\\]/g, '')
}

// A mistake of the sandbox itself. It says no more than Meta would of a mistake of its own.
function unexpected(): GraphError {
  return new GraphError(
    'An unknown error occurred',
    { type: 'OAuthException', code: 1, subcode: 99, isTransient: true },
    500,
  )
}
