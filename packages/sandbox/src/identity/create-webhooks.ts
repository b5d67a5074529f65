import type { SandboxClock } from '../world/clock.ts'
import type { Identity } from './identity.ts'
import { createOutbox, type Message } from './outbox.ts'
import { deliverySignatures, signedRequest } from './signed-request.ts'
import type { AppSubscription } from './subscriptions.ts'
import type { Webhooks } from './webhooks.ts'

/** One change that the app is to hear of. */
interface Update {
  /** Digits of the ad account. */
  accountId: string
  timeSec: number
  field: string
  value: Record<string, unknown>
}

// One delivery carries at most this many, says Meta.
const maxUpdates = 1000

export function createWebhooks(
  { appSecret, subscriptions }: Pick<Identity, 'appSecret' | 'subscriptions'>,
  clock: SandboxClock,
): Webhooks {
  const outbox = createOutbox(clock)
  let updates: Update[] = []
  let flushing: Promise<void> | undefined
  // What happens in one turn of the event loop goes into one delivery.
  const flush = async () => {
    await new Promise((resolve) => setImmediate(resolve))
    const sent = updates
    updates = []
    flushing = undefined
    const subscription = subscriptions.all.get('ad_account')
    if (!subscription) return
    await Promise.all(slices(sent, maxUpdates).map((part) => outbox.send(deliveryOf(subscription, part, appSecret))))
  }
  const callback = (kind: 'deauthorize' | 'data_deletion', address: string | undefined, userId: string) =>
    address === undefined ? undefined : outbox.send(callbackMessage(kind, address, userId, appSecret, clock.now()))
  return {
    notify({ id }, field, value) {
      const subscription = subscriptions.all.get('ad_account')
      if (!subscription?.fields.includes(field) || !subscriptions.accountIds.has(id)) return
      const timeSec = Math.floor(clock.now().getTime() / 1000)
      updates.push({ accountId: id.slice('act_'.length), timeSec, field, value })
      flushing ??= flush()
    },
    deauthorized: (userId) => void callback('deauthorize', subscriptions.callbacks.deauthorizeUrl, userId),
    requestDataDeletion: (userId) => callback('data_deletion', subscriptions.callbacks.dataDeletionUrl, userId),
    deliveries: outbox.deliveries,
    sendDue: () => outbox.sendDue(),
    async settled() {
      await flushing
      await outbox.settled()
    },
    close: () => outbox.close(),
  }
}

function deliveryOf(
  { callbackUrl, includesValues }: AppSubscription,
  updates: readonly Update[],
  appSecret: string,
): Message {
  const body = JSON.stringify({ object: 'ad_account', entry: entriesOf(updates, includesValues) })
  return {
    kind: 'webhook',
    url: new URL(callbackUrl),
    fields: [...new Set(updates.map(({ field }) => field))],
    headers: { 'content-type': 'application/json', ...deliverySignatures(body, appSecret) },
    body,
  }
}

/** Changes of one account at one time share an entry. */
function entriesOf(updates: readonly Update[], includesValues: boolean): unknown[] {
  const groups = new Map<string, Update[]>()
  for (const update of updates) {
    const key = `${update.accountId}/${update.timeSec}`
    groups.set(key, [...(groups.get(key) ?? []), update])
  }
  return [...groups.values()].map((group) => ({
    id: group[0]?.accountId,
    time: group[0]?.timeSec,
    ...(includesValues
      ? { changes: group.map(({ field, value }) => ({ field, value })) }
      : { changed_fields: [...new Set(group.map(({ field }) => field))] }),
  }))
}

function callbackMessage(
  kind: 'deauthorize' | 'data_deletion',
  address: string,
  userId: string,
  appSecret: string,
  now: Date,
): Message {
  const payload = { user_id: userId, issued_at: Math.floor(now.getTime() / 1000) }
  return {
    kind,
    url: new URL(address),
    fields: [],
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ signed_request: signedRequest(payload, appSecret) }).toString(),
  }
}

function slices<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )
}
