import { accountEdgeHandlers } from '../account-edges/account-edge-handlers.ts'
import { assetHandlers } from '../assets/asset-handlers.ts'
import { audienceHandlers } from '../audiences/audience-handlers.ts'
import { asyncRequestHandlers } from '../batch/async-handlers.ts'
import { identityHandlers } from '../identity/identity-handlers.ts'
import { insightsHandlers } from '../insights/insights-handlers.ts'
import { adsHandlers } from '../objects/ads-handlers.ts'
import { studyHandlers } from '../studies/study-handlers.ts'
import type { EdgeHandlers } from './graph-call.ts'

/** Everything that answers an edge, by node type, method and edge. */
export const handlers: EdgeHandlers = {
  ...asyncRequestHandlers,
  ...insightsHandlers,
  ...studyHandlers,
  ...adsHandlers,
  ...identityHandlers,
  ...assetHandlers,
  ...audienceHandlers,
  ...accountEdgeHandlers,
}
