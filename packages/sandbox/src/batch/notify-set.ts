import { isLoopback } from '../identity/callback-address.ts'
import type { AsyncSet } from './async-set.ts'

/**
 * Tells the address of a set that it is done, once. Only addresses of this machine are called: a sandbox must not
 * become a way to reach others. Never fails; what came of it is in the set's notification.
 */
export async function notifySet({ id, notification }: AsyncSet): Promise<void> {
  const { mode, uri, status } = notification
  if (mode !== 'ON_COMPLETE' || uri === undefined || status !== 'not_sent' || !isNotifiable(uri)) return
  notification.status = 'sending'
  try {
    const reply = await fetch(uri, {
      method: 'POST',
      // What Meta sends is not documented beyond the set's id.
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id }),
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    })
    notification.result = { status: reply.status, response: (await reply.text()).slice(0, 1000) }
  } catch {
    notification.result = { status: 0, response: 'The address could not be reached.' }
  }
  notification.status = 'sent'
}

const timeoutMs = 5000

/** True for addresses of this machine over HTTP. */
export function isNotifiable(uri: string): boolean {
  const url = URL.canParse(uri) ? new URL(uri) : undefined
  return url !== undefined && /^https?:$/.test(url.protocol) && isLoopback(url)
}
