import type { HttpBindings } from '@hono/node-server'
import { Hono, type Context } from 'hono'
import { GraphError, errorEnvelope } from '../graph/graph-error.ts'
import type { GraphReply, SandboxState } from '../graph/graph-call.ts'
import { perform } from '../graph/perform.ts'
import { carryFault, isCarried } from './carry-fault.ts'
import { readParams, type RequestInput } from './read-params.ts'
import type { RequestLog } from './request-log.ts'

type Env = { Bindings: HttpBindings }

/** Graph over HTTP: reads a request, has it performed, logs it, and sends the reply or acts out an injected fault. */
export function createGraphApp(sandbox: SandboxState, log: RequestLog): Hono<Env> {
  const app = new Hono<Env>()
  app.all('*', async (context) => {
    const begun = performance.now()
    const { reply, input } = await replyTo(context.req.raw, sandbox)
    logCall(context, reply, input, begun, sandbox, log)
    if (reply.fault && isCarried(reply.fault)) return carryFault(reply.fault, reply, context.env.outgoing)
    return toResponse(reply, input.params.get('callback'))
  })
  return app
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
  { status, trace, fault }: GraphReply,
  { params }: RequestInput,
  begun: number,
  sandbox: SandboxState,
  log: RequestLog,
): void {
  const { callerName, ...codes } = trace
  const userAgent = context.req.header('user-agent')
  const isCut = fault?.kind === 'reset' || fault?.kind === 'reply_lost'
  log.add(context.req.method, context.req.path, isCut ? 0 : status, {
    at: sandbox.clock.now().toISOString(),
    durationMs: Math.round((performance.now() - begun) * 10) / 10,
    ...codes,
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
