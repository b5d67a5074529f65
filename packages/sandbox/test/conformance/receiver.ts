import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A back end of an app: what it gets it shows under `GET /received`, to the rows that ask. */
export interface Receiver {
  /** Without a trailing slash. */
  url: string
  /** Signatures are checked with it. */
  appSecret: string
  close(): Promise<void>
}

interface Received {
  path: string
  /** Whether the signature is the app's, of exactly these bytes. */
  isSigned: boolean
  body: unknown
}

/** It answers challenges whose verify token is `let-me-in`, data deletion with a status page, all else with 200. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = []
  const receiver: Receiver = { url: '', appSecret: '', close: () => closed }
  const server = createServer((request, response) => {
    void textOf(request).then((text) => {
      const address = new URL(request.url ?? '/', 'http://receiver.test')
      if (request.method !== 'GET') received.push(readDelivery(request, address.pathname, text, receiver.appSecret))
      const { status, body } = answerTo(request, address, received)
      return response.writeHead(status, { 'content-type': 'application/json' }).end(body)
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

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

function readDelivery({ headers }: IncomingMessage, path: string, text: string, secret: string): Received {
  const signedRequest = new URLSearchParams(text).get('signed_request')
  if (signedRequest !== null) return { path, ...readSignedRequest(signedRequest, secret) }
  const signature = `sha256=${createHmac('sha256', secret).update(text).digest('hex')}`
  return { path, isSigned: headers['x-hub-signature-256'] === signature, body: JSON.parse(text) as unknown }
}

function readSignedRequest(text: string, secret: string): { isSigned: boolean; body: unknown } {
  const [signature = '', payload = ''] = text.split('.')
  const expected = createHmac('sha256', secret).update(payload).digest('base64url')
  return { isSigned: signature === expected, body: JSON.parse(Buffer.from(payload, 'base64url').toString()) as unknown }
}

function answerTo({ method }: IncomingMessage, { pathname, searchParams }: URL, received: readonly Received[]) {
  if (method !== 'GET') {
    const status = { url: 'https://app.example/deletion?id=c1', confirmation_code: 'c1' }
    return { status: 200, body: pathname === '/deletion' ? JSON.stringify(status) : '' }
  }
  if (pathname === '/received') return { status: 200, body: JSON.stringify(received) }
  const isExpected = searchParams.get('hub.verify_token') === 'let-me-in'
  return isExpected ? { status: 200, body: searchParams.get('hub.challenge') ?? '' } : { status: 403, body: '' }
}
