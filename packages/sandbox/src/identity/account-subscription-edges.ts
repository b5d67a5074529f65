import type { EdgeCall, EdgeHandlers } from '../graph/graph-call.ts'

import type { Node } from '../graph/node.ts'
import { unknownApp } from './oauth-errors.ts'
import { requireAdsPermission } from './require-permission.ts'

type AccountNode = Extract<Node, { type: 'AdAccount' }>

/** Which ad accounts the app listens to. */
export const accountSubscriptionEdges: EdgeHandlers = {
  'AdAccount GET subscribed_apps': listSubscribedApps,
  'AdAccount POST subscribed_apps': subscribe,
  'AdAccount DELETE subscribed_apps': unsubscribe,
}

function listSubscribedApps({ sandbox: { identity }, node, caller }: EdgeCall<AccountNode>): unknown {
  requireAdsPermission(caller, 'GET')
  const { appId, appName, subscriptions } = identity
  return { data: subscriptions.accountIds.has(node.id) ? [{ name: appName, id: appId }] : [] }
}

function subscribe(call: EdgeCall<AccountNode>): unknown {
  checkApp(call)
  call.sandbox.identity.subscriptions.addAccount(call.node.account)
  // The documentation shows a text here, not a boolean.
  return { success: 'true' }
}

function unsubscribe(call: EdgeCall<AccountNode>): unknown {
  checkApp(call)
  call.sandbox.identity.subscriptions.removeAccount(call.node.account)
  return { success: 'true' }
}

function checkApp({ sandbox, params, caller }: EdgeCall<AccountNode>): void {
  requireAdsPermission(caller, 'POST')
  const appId = params.get('app_id') ?? sandbox.identity.appId
  if (appId === sandbox.identity.appId) return
  throw unknownApp()
}
