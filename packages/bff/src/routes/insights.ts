import { insightsQuerySchema, insightsResponseSchema } from '@adpane/contract/schemas'
import type { Adpane } from '@adpane/core'
import { Hono, type MiddlewareHandler } from 'hono'
import type { BffEnv } from '../bff-env.ts'
import { describe } from '../describe.ts'
import { requireAccount } from '../guard.ts'
import { validateQuery } from '../validate-query.ts'

/** `GET /accounts/{accountId}/insights`: results of an account, by level, period and breakdown. */
export function insightsRoute(adpane: Adpane, guarded: MiddlewareHandler<BffEnv>): Hono<BffEnv> {
  const describeRoute = describe('Read insights', insightsResponseSchema)
  const query = validateQuery(insightsQuerySchema)
  return new Hono<BffEnv>().get(
    '/accounts/:accountId/insights',
    describeRoute,
    guarded,
    requireAccount,
    query,
    async (context) => {
      const { tenantId } = context.var.session
      return context.json(
        await adpane.insights.read(tenantId, context.req.param('accountId'), context.req.valid('query')),
      )
    },
  )
}
