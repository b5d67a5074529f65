import { type Adpane, AdsError } from '@adpane/core'
import { type Context, Hono } from 'hono'
import { openAPIRouteHandler } from 'hono-openapi'
import { routePath } from 'hono/route'
import type { BffEnv } from './bff-env.ts'
import { errorBody, internalError } from './error-body.ts'
import { errorStatus } from './error-status.ts'
import { everyAnswer, requireSession } from './guard.ts'
import { type Log, logToConsole } from './request-log.ts'
import { accountsRoute } from './routes/accounts.ts'
import { insightsRoute } from './routes/insights.ts'
import { objectsRoutes } from './routes/objects.ts'
import { createVerifySession, type VerifySessionOptions } from './session/verify-session.ts'

export interface BffOptions {
  adpane: Adpane
  /** Keys and names that sessions are checked against; the host signs with one of the keys. */
  session: VerifySessionOptions
  /** Told of every request that failed for a reason of ours. @default one line of JSON on standard error */
  log?: Log
}

/**
 * Builds the signed tenant routes.
 *
 * The result is a Hono app: `app.route('/api/admin/meta-ads', bff)`. Paths it does not know fall through to the host.
 * For other hosts see {@link toFetchHandler}.
 */
export function createBff({ adpane, session, log = logToConsole }: BffOptions): Hono<BffEnv> {
  const guarded = requireSession(createVerifySession(session), 'ads:read')
  const app = new Hono<BffEnv>()
  for (const middleware of everyAnswer) app.use('/accounts/*', middleware)
  app.route('/', accountsRoute(adpane, guarded))
  app.route('/', insightsRoute(adpane, guarded))
  app.route('/', objectsRoutes(adpane, guarded))
  app.get('/openapi.json', openAPIRouteHandler(app, { documentation }))
  app.onError((error, context) => answerError(error, context, log))
  return app
}

const documentation = {
  info: { title: 'Adpane', version: '1', description: 'Signed tenant routes for a live Meta ads workspace.' },
  components: { securitySchemes: { session: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
} as const

function answerError(thrown: Error, context: Context<BffEnv>, log: Log): Response {
  const error = thrown instanceof AdsError ? thrown : internalError(thrown)
  const requestId = context.get('requestId') ?? crypto.randomUUID()
  if (error.code === 'internal') log(entryOf(error, requestId, context))
  if (error.retryAfterMs !== undefined) context.header('Retry-After', String(Math.ceil(error.retryAfterMs / 1000)))
  context.header('X-Request-Id', requestId)
  return context.json(errorBody(error, requestId), errorStatus[error.code])
}

function entryOf(error: AdsError, requestId: string, context: Context<BffEnv>) {
  const cause = error.cause instanceof Error ? error.cause : error
  return {
    level: 'error',
    event: 'request_failed',
    requestId,
    method: context.req.method,
    route: routePath(context),
    error: { name: cause.name, message: cause.message, ...(cause.stack ? { stack: cause.stack } : {}) },
  } as const
}
