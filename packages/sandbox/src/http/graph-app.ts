import { Hono } from 'hono'
import type { Access } from '../graph/access.ts'
import { accountOf, answer, type GraphCall } from '../graph/graph-call.ts'
import { errorEnvelope, GraphError, unknownObject } from '../graph/graph-error.ts'
import type { ReportRuns } from '../insights/report-runs.ts'
import type { SandboxClock } from '../world/clock.ts'
import type { World } from '../world/create-world.ts'
import { seedOf } from '../world/random.ts'
import { productPicture } from './media.ts'
import { readParams } from './read-params.ts'
import type { RequestLog } from './request-log.ts'
import { createRowCache } from './row-cache.ts'
import { createUsageMeter, type UsageMeter } from './usage.ts'
import { defaultVersion, splitVersion } from './versions.ts'

export interface GraphAppOptions {
  world: World
  access: Access
  runs: ReportRuns
  clock: SandboxClock
  log: RequestLog
}

/** The sandbox as a web app: pictures under `/__media/`, Graph everywhere else. */
export function createGraphApp(options: GraphAppOptions): Hono {
  const usage = createUsageMeter()
  const rowCache = createRowCache()
  let calls = 0
  const app = new Hono()
  app.get('/__media/:name', (context) => picture(context.req.param('name')))
  app.all('*', async (context) => {
    const response = await respond(context.req.raw, { ...options, usage, rowCache, traceId: traceOf(++calls) })
    options.log.add(context.req.method, new URL(context.req.url).pathname, response.status)
    return response
  })
  return app
}

interface Exchange extends GraphAppOptions {
  usage: UsageMeter
  rowCache: GraphCall['rowCache']
  traceId: string
}

async function respond(request: Request, exchange: Exchange): Promise<Response> {
  const headers = new Headers({
    'content-type': 'application/json; charset=UTF-8',
    'cache-control': 'private, no-cache, no-store, must-revalidate',
    'x-fb-trace-id': exchange.traceId,
    'x-fb-request-id': exchange.traceId,
  })
  try {
    const call = await readCall(request, exchange, headers)
    return new Response(JSON.stringify(answer(call)), { headers })
  } catch (error) {
    return refuse(error instanceof GraphError ? error : unexpected(), exchange.traceId, headers)
  }
}

async function readCall(request: Request, exchange: Exchange, headers: Headers): Promise<GraphCall> {
  const { world, access, runs, clock, usage, rowCache } = exchange
  const url = new URL(request.url)
  headers.set('facebook-api-version', defaultVersion)
  const { version, path, isVersioned } = splitVersion(decodedPath(url))
  headers.set('facebook-api-version', version)
  const params = await readParams(request)
  const method = methodOf(request, params)
  const caller = access.authenticate(tokenOf(request, params), params, path[0] === 'me')
  const now = clock.now()
  const prefix = isVersioned ? `/${version}` : `/${defaultVersion}`
  const call: GraphCall = {
    world,
    runs,
    caller,
    method,
    path,
    params,
    now,
    origin: url.origin,
    rowCache,
    linkTo: (target, changes) => linkTo(`${url.origin}${prefix}/${target}`, changes, params),
  }
  const account = accountOf(call)
  const isVisible = account !== undefined && caller.accounts.includes(account)
  const useCase = path[1] === 'insights' ? 'ads_insights' : 'ads_management'
  const used = usage.headers(isVisible ? account : undefined, useCase, now)
  for (const [name, value] of Object.entries(used)) headers.set(name, value)
  return call
}

function decodedPath(url: URL): string {
  try {
    return decodeURIComponent(url.pathname)
  } catch {
    return url.pathname
  }
}

// Graph lets a POST or a GET name the method it stands for.
function methodOf(request: Request, params: ReadonlyMap<string, string>): GraphCall['method'] {
  const method = (params.get('method') ?? request.method).toUpperCase()
  if (method === 'GET' || method === 'POST' || method === 'DELETE') return method
  if (method === 'HEAD') return 'GET'
  throw new GraphError(`Unsupported request - method type: ${method.toLowerCase().slice(0, 20)}`, {
    type: 'GraphMethodException',
    code: 100,
  })
}

function tokenOf(request: Request, params: ReadonlyMap<string, string>): string | undefined {
  const header = /^(?:Bearer|OAuth)\s+(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]
  return params.get('access_token') ?? header
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

function refuse(error: GraphError, traceId: string, headers: Headers): Response {
  if (error.fields.type === 'OAuthException') {
    const kind = error.fields.code === 190 ? 'invalid_token' : 'invalid_request'
    headers.set('www-authenticate', `OAuth "Facebook Platform" "${kind}" "${headerSafe(error.message)}"`)
  }
  return new Response(JSON.stringify(errorEnvelope(error, traceId)), { status: error.status, headers })
}

function headerSafe(text: string): string {
  return text.replaceAll(/[^\x20-\x7e]|["\\]/g, '')
}

// A mistake of the sandbox itself. It says no more than Meta would of a mistake of its own.
function unexpected(): GraphError {
  return new GraphError(
    'An unknown error occurred',
    { type: 'OAuthException', code: 1, subcode: 99, isTransient: true },
    500,
  )
}

function picture(name: string): Response {
  const [, subject = '', seed, size] = /^([a-z]{1,20})-(\d{1,10})-(\d{2,4})\.svg$/.exec(name) ?? []
  if (seed === undefined || size === undefined) {
    return new Response(JSON.stringify(errorEnvelope(unknownObject(name, 'get'), '')), { status: 404 })
  }
  return new Response(productPicture(subject, Number(seed), Number(size)), {
    headers: {
      'content-type': 'image/svg+xml',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'",
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    },
  })
}

function traceOf(call: number): string {
  return `A${Buffer.from(`${seedOf('trace', call)}${call}`)
    .toString('base64url')
    .slice(0, 20)}`
}
