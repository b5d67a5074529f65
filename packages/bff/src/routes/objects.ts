import {
  adsetsResponseSchema,
  adsResponseSchema,
  campaignsResponseSchema,
  objectsQuerySchema,
} from '@adpane/contract/schemas'
import type { Adpane } from '@adpane/core'
import { Hono, type MiddlewareHandler } from 'hono'
import type { BffEnv } from '../bff-env.ts'
import { describe } from '../describe.ts'
import { requireAccount } from '../guard.ts'
import { validateQuery } from '../validate-query.ts'

const kinds = [
  { path: 'campaigns', level: 'campaign', title: 'List campaigns with their results', schema: campaignsResponseSchema },
  { path: 'adsets', level: 'adset', title: 'List ad sets with their results', schema: adsetsResponseSchema },
  { path: 'ads', level: 'ad', title: 'List ads with their results', schema: adsResponseSchema },
] as const

/** `GET /accounts/{accountId}/campaigns|adsets|ads`: objects with what they achieved over a range. */
export function objectsRoutes(adpane: Adpane, guarded: MiddlewareHandler<BffEnv>): Hono<BffEnv> {
  const app = new Hono<BffEnv>()
  const query = validateQuery(objectsQuerySchema)
  for (const { path, level, title, schema } of kinds)
    app.get(
      `/accounts/:accountId/${path}`,
      describe(title, schema),
      guarded,
      requireAccount,
      query,
      async (context) => {
        const { tenantId } = context.var.session
        return context.json(
          await adpane.objects.read(tenantId, context.req.param('accountId'), level, context.req.valid('query')),
        )
      },
    )
  return app
}
