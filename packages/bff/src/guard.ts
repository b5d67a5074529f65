import { AccountNotAllowedError, AdsError } from '@adpane/core'
import type { MiddlewareHandler } from 'hono'
import { requestId } from 'hono/request-id'
import { secureHeaders } from 'hono/secure-headers'
import type { BffEnv } from './bff-env.ts'
import type { SessionScope } from './session/session.ts'
import type { VerifySession } from './session/verify-session.ts'

/**
 * What stands before every route and after every answer, refusals included: a request id, and headers that keep answers
 * private. Whether a domain insists on HTTPS is the host's to say.
 */
export const everyAnswer: readonly MiddlewareHandler<BffEnv>[] = [
  requestId(),
  secureHeaders({ strictTransportSecurity: false }),
  async (context, next) => {
    await next()
    context.header('Cache-Control', 'private, no-store')
    context.header('Vary', 'Authorization')
  },
]

/** Lets a request through with a good session that has the scope. */
export function requireSession(verify: VerifySession, scope: SessionScope): MiddlewareHandler<BffEnv> {
  return async (context, next) => {
    const session = await verify(context.req.header('Authorization'))
    if (!session.scopes.includes(scope))
      throw new AdsError('scope_missing', `This session may not do that; it lacks "${scope}". Ask an owner for it.`)
    context.set('session', session)
    await next()
  }
}

/** Lets a request through to an ad account of its session only. Says the same whether the account exists or not. */
export const requireAccount: MiddlewareHandler<BffEnv> = async (context, next) => {
  if (!context.var.session.accountIds.includes(context.req.param('accountId') ?? '')) throw new AccountNotAllowedError()
  await next()
}
