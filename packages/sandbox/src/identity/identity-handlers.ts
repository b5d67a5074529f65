import type { EdgeHandlers } from '../graph/graph-call.ts'
import { accountSubscriptionEdges } from './account-subscription-edges.ts'
import { applicationEdges } from './application-edges.ts'
import { systemUserEdges } from './system-user-edges.ts'
import { userEdges } from './user-edges.ts'

/** Everything about people, tokens and subscriptions that is an edge of a node. */
export const identityHandlers: EdgeHandlers = {
  ...userEdges,
  ...systemUserEdges,
  ...applicationEdges,
  ...accountSubscriptionEdges,
}
