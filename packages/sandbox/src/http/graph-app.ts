import type { ServerResponse } from 'node:http'
import type { HttpBindings } from '@hono/node-server'
import { Hono, type Context } from 'hono'
import { GraphError, errorEnvelope } from '../graph/graph-error.ts'
import type { GraphReply, SandboxState } from '../graph/graph-call.ts'
import { perform } from '../graph/perform.ts'
import { carryFault, isCarried, type CarriedFault } from './carry-fault.ts'
import { readParams, type RequestInput } from './read-params.ts'
import type { RequestLog } from './request-log.ts'

type Env = { Bindings: HttpBindings }

/** Graph over HTTP: reads a request, has it performed, logs it, and sends the reply or acts out an injected fault. */
export function createGraphApp(sandbox: SandboxState, log: RequestLog): Hono<Env> {
  const app = new Hono<Env>()
  app.all('*', async (context) => {
    const begun = { at: sandbox.clock.now().toISOString(), on: performance.now() }
    const { reply, input } = await replyTo(context.req.raw, sandbox)
    const { outgoing } = context.env
    const fault = reply.fault && isCarried(reply.fault) ? reply.fault : undefined
    const response = fault ? await carryFault(fault, reply, outgoing) : toResponse(reply, input.params.get('callback'))
    // Afterwards, since the log tells what the client received, and how late.
    const status = fault ? statusSent(fault, reply, outgoing) : response.status
    logCall(context, { ...reply, status }, input, begun, log)
    return response
  })
  return app
}

/** 0 where nothing arrived: the connection was cut, or the client left before a slow reply was out. */
function statusSent(fault: CarriedFault, { status }: GraphReply, outgoing: ServerResponse): number {
  switch (fault.kind) {
    case 'reset':
    case 'reply_lost':
      return 0
    case 'html':
    case 'empty':
      return fault.status
    case 'slow':
      return outgoing.closed ? 0 : status
    case 'truncated':
      return status
  }
}

async function replyTo(request: Request, sandbox: SandboxState): Promise<{ reply: GraphReply; input: RequestInput }> {
  const url = new URL(request.url)
  const noInput: RequestInput = { params: new Map(), files: new Map() }
  try {
    const input = await readParams(request)
    const headerToken = /^(?:Bearer|OAuth)\s+(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]
    const ifNoneMatch = request.headers.get('if-none-match')
    const reply = await perform(
      {
        method: request.method,
        pathname: decoded(url.pathname),
        ...input,
        ...(headerToken === undefined ? {} : { headerToken }),
        ...(ifNoneMatch === null ? {} : { ifNoneMatch }),
        origin: url.origin,
        isBatchItem: false,
      },
      sandbox,
    )
    return { reply, input }
  } catch (error) {
    if (!(error instanceof GraphError)) throw error
    return { reply: unreadable(error, sandbox), input: noInput }
  }
}

/** The body is not what its content type says. */
function unreadable(error: GraphError, sandbox: SandboxState): GraphReply {
  const traceId = sandbox.nextTraceId()
  return {
    status: error.status,
    headers: { 'content-type': 'application/json; charset=UTF-8', 'x-fb-trace-id': traceId },
    body: JSON.stringify(errorEnvelope(error, traceId)),
    trace: error.fields.code === undefined ? {} : { code: error.fields.code },
  }
}

function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return pathname
  }
}

function logCall(
  context: Context<Env>,
  { status, trace }: GraphReply,
  { params }: RequestInput,
  begun: { at: string; on: number },
  log: RequestLog,
): void {
  const { callerName, fault, ...codes } = trace
  const userAgent = context.req.header('user-agent')
  log.add(context.req.method, context.req.path, status, {
    at: begun.at,
    durationMs: Math.round((performance.now() - begun.on) * 10) / 10,
    ...(status === 0 ? {} : codes),
    ...(fault === undefined ? {} : { fault }),
    ...accountOf(context.req.path),
    ...(callerName === undefined ? {} : { caller: callerName }),
    ...(userAgent === undefined ? {} : { userAgent }),
    ...(params.has('batch') ? { batchItems: itemCount(params.get('batch') ?? '') } : {}),
  })
}

function accountOf(path: string): { account?: string } {
  const account = /\/(act_\d+)(?:\/|$)/.exec(path)?.[1]
  return account === undefined ? {} : { account }
}

// Only for the log: the batch itself is parsed where it is run.
function itemCount(batch: string): number {
  return [...batch.matchAll(/["']?relative_url["']?\s*:/g)].length
}

function toResponse(reply: GraphReply, callback: string | undefined): Response {
  // JSONP, as Graph still offers; only names can be called.
  if (callback !== undefined && /^[\w$.[\]]{1,100}$/.test(callback)) {
    const headers = {
      ...reply.headers,
      'content-type': 'text/javascript; charset=UTF-8',
      'x-content-type-options': 'nosniff',
    }
    return new Response(`/**/ ${callback}(${reply.body});`, { headers })
  }
  return new Response(reply.body === '' ? null : reply.body, { status: reply.status, headers: reply.headers })
}
