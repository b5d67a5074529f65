import { accountsResponseSchema } from '@adpane/contract/schemas'
import type { Adpane } from '@adpane/core'
import { Hono, type MiddlewareHandler } from 'hono'
import type { BffEnv } from '../bff-env.ts'
import { describe } from '../describe.ts'

/** `GET /accounts`: the ad accounts of the session that still exist. */
export function accountsRoute(adpane: Adpane, guarded: MiddlewareHandler<BffEnv>): Hono<BffEnv> {
  const describeRoute = describe('List the ad accounts of this session', accountsResponseSchema)
  return new Hono<BffEnv>().get('/accounts', describeRoute, guarded, async (context) => {
    const { tenantId, accountIds } = context.var.session
    const accounts = await adpane.accounts.list(tenantId)
    return context.json({ data: accounts.filter((account) => accountIds.includes(account.id)) })
  })
}
