import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the app's back end got. */
export interface Received {
  method: string
  /** With its query. */
  path: string
  headers: IncomingMessage['headers']
  body: string
}

export interface Receiver {
  /** Without a trailing slash. */
  url: string
  received: Received[]
  /** What it answers; tests replace it. @default verifies like an app that expects `let-me-in`, else 200 */
  answer: (request: Received) => { status: number; body?: string; headers?: Record<string, string> }
  close(): Promise<void>
}

/** A back end of an app, on real HTTP, that keeps what it gets. */
export async function startReceiver(): Promise<Receiver> {
  const receiver: Receiver = { url: '', received: [], answer: verifying, close: () => closed }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const got: Received = {
        method: request.method ?? '',
        path: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
      }
      receiver.received.push(got)
      const { status, body = '', headers = {} } = receiver.answer(got)
      response.writeHead(status, headers).end(body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const closed = new Promise<void>((resolve) => server.once('close', resolve))
  receiver.close = () => {
    server.close()
    server.closeAllConnections()
    return closed
  }
  return receiver
}

function verifying({ method, path }: Received): { status: number; body?: string } {
  if (method !== 'GET') return { status: 200 }
  const query = new URL(path, 'http://receiver.test').searchParams
  const isExpected = query.get('hub.mode') === 'subscribe' && query.get('hub.verify_token') === 'let-me-in'
  return isExpected ? { status: 200, body: query.get('hub.challenge') ?? '' } : { status: 403 }
}
