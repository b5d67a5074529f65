import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Fault } from '../control/faults.ts'
import { gatewayPage } from './gateway-page.ts'

/** A reply as it would go out if nothing went wrong. */
export interface SoundReply {
  status: number
  headers: Record<string, string>
  body: string
}

/**
 * Acts out an injected fault on a real connection.
 *
 * @param reply - What the call answered; for faults that strike before a call is executed it is not looked at.
 * @param outgoing - Node's side of the connection: a reset is a reset on the wire.
 * @returns What is still to be sent; nothing is once the connection was cut.
 */
export async function carryFault(fault: CarriedFault, reply: SoundReply, outgoing: ServerResponse): Promise<Response> {
  switch (fault.kind) {
    case 'reset':
    case 'reply_lost':
      outgoing.socket?.resetAndDestroy()
      return RESPONSE_ALREADY_SENT
    case 'truncated':
      return truncated(reply, outgoing)
    case 'slow':
      return fault.isDribbled ? dribbled(reply, fault.delayMs, outgoing) : delayed(reply, fault.delayMs, outgoing)
    case 'html':
      return gatewayPage(fault.status)
    case 'empty':
      return new Response(null, { status: fault.status })
  }
}

/** The faults that a connection acts out; the others are Graph errors or belong to a batch. */
export type CarriedFault = Extract<Fault, { kind: (typeof carriedKinds)[number] }>

const carriedKinds = ['reset', 'reply_lost', 'truncated', 'slow', 'html', 'empty'] as const

export function isCarried(fault: Fault): fault is CarriedFault {
  return carriedKinds.some((kind) => kind === fault.kind)
}

function sound({ status, headers, body }: SoundReply): Response {
  return new Response(body === '' ? null : body, { status, headers })
}

// The announced length is the whole body's, so that a client which counts can tell, and one which doesn't reads half a JSON.
function truncated({ status, headers, body }: SoundReply, outgoing: ServerResponse): Response {
  const bytes = Buffer.from(body)
  outgoing.writeHead(status, { ...headers, 'content-length': Math.max(bytes.byteLength, 2) })
  outgoing.write(bytes.subarray(0, Math.floor(bytes.byteLength / 2)), () => outgoing.socket?.end())
  outgoing.flushHeaders()
  return RESPONSE_ALREADY_SENT
}

async function delayed(reply: SoundReply, delayMs: number, outgoing: ServerResponse): Promise<Response> {
  await pause(delayMs, outgoing)
  return sound(reply)
}

const dribbles = 20

async function dribbled(
  { status, headers, body }: SoundReply,
  delayMs: number,
  outgoing: ServerResponse,
): Promise<Response> {
  const bytes = Buffer.from(body)
  const size = Math.max(1, Math.ceil(bytes.byteLength / dribbles))
  outgoing.writeHead(status, { ...headers, 'content-length': bytes.byteLength })
  for (let from = 0; from < bytes.byteLength && !outgoing.closed; from += size) {
    outgoing.write(bytes.subarray(from, from + size))
    await pause(delayMs / dribbles, outgoing)
  }
  outgoing.end()
  return RESPONSE_ALREADY_SENT
}

/** Real time passes, unless the client gives up or the sandbox closes. */
async function pause(ms: number, outgoing: ServerResponse): Promise<void> {
  const over = new AbortController()
  await Promise.race([
    setTimeout(ms, undefined, { signal: over.signal }).catch(() => undefined),
    once(outgoing, 'close', { signal: over.signal }).catch(() => undefined),
  ])
  over.abort()
}
