import type { EdgeCall, EdgeHandlers, GraphCall } from '../graph/graph-call.ts'
import { notOneOf } from '../graph/graph-error.ts'
import type { Node } from '../graph/node.ts'
import { listParam, requiredParam } from '../graph/params.ts'
import { callbackAddress } from './callback-address.ts'
import { requireAppToken } from './require-permission.ts'
import type { AppSubscription } from './subscriptions.ts'
import { verifyCallback } from './verify-callback.ts'

type AppNode = Extract<Node, { type: 'Application' }>

/** What the app asks to be told of. All of it takes the app's own token. */
export const applicationEdges: EdgeHandlers = {
  'Application GET subscriptions': listSubscriptions,
  'Application POST subscriptions': subscribe,
  'Application DELETE subscriptions': unsubscribe,
}

/** Fields by object; only those of ad accounts are ever delivered here. */
const subscribable: Readonly<Record<string, readonly string[] | undefined>> = {
  ad_account: [
    'ad_recommendations',
    'ads_async_creation_request',
    'creative_fatigue',
    'effective_status',
    'field_changed',
    'in_process_ad_objects',
    'marketing_messages_subscriber_upload_status',
    'product_set_issue',
    'subscriptions',
    'with_issues_ad_objects',
  ],
  application: undefined,
  certificate_transparency: undefined,
  instagram: undefined,
  page: undefined,
  permissions: undefined,
  user: undefined,
  whatsapp_business_account: undefined,
}

function listSubscriptions({ sandbox, caller }: EdgeCall<AppNode>): unknown {
  requireAppToken(caller)
  const all = [...sandbox.identity.subscriptions.all.values()]
  return {
    data: all.map(({ object, callbackUrl, fields, version }) => ({
      object,
      callback_url: callbackUrl,
      active: true,
      fields: fields.map((name) => ({ name, version })),
    })),
  }
}

async function subscribe(call: EdgeCall<AppNode>): Promise<unknown> {
  requireAppToken(call.caller)
  const subscription = readSubscription(call)
  const verifyToken = requiredParam(call.params, 'verify_token')
  await verifyCallback(callbackAddress(subscription.callbackUrl), verifyToken)
  call.sandbox.identity.subscriptions.set(subscription)
  return { success: true }
}

function readSubscription(call: GraphCall): AppSubscription {
  const object = readObject(call)
  const callbackUrl = requiredParam(call.params, 'callback_url')
  callbackAddress(callbackUrl)
  return {
    object,
    callbackUrl,
    fields: readFields(call, object),
    // Guides send it whenever they want values; the default is assumed from that.
    includesValues: /^(true|1)$/i.test(call.params.get('include_values') ?? ''),
    version: call.version,
  }
}

function readObject(call: GraphCall): string {
  const object = requiredParam(call.params, 'object')
  if (!Object.hasOwn(subscribable, object)) throw notOneOf('object', Object.keys(subscribable), object)
  return object
}

function readFields(call: GraphCall, object: string): readonly string[] {
  requiredParam(call.params, 'fields')
  const fields = listParam(call.params, 'fields')
  const known = subscribable[object]
  const index = fields.findIndex((field) => known !== undefined && !known.includes(field))
  if (known && index >= 0) throw notOneOf(`fields[${index}]`, known, fields[index] ?? '')
  return [...new Set(fields)]
}

/** Without `object` everything goes; with `fields` only those. */
function unsubscribe(call: EdgeCall<AppNode>): unknown {
  requireAppToken(call.caller)
  const { subscriptions } = call.sandbox.identity
  const only = call.params.has('object') ? [readObject(call)] : [...subscriptions.all.keys()]
  const dropped = listParam(call.params, 'fields')
  for (const object of only) {
    const known = subscriptions.all.get(object)
    const fields = known?.fields.filter((field) => dropped.length > 0 && !dropped.includes(field)) ?? []
    if (known && fields.length > 0) subscriptions.set({ ...known, fields })
    else subscriptions.remove(object)
  }
  return { success: true }
}
