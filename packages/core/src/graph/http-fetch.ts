import { Agent as HttpAgent, request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'

interface HttpCall {
  method: string
  headers: Headers
  /** A form; or one with files as it goes over the wire, its type and length in the headers. */
  body?: URLSearchParams | ReadableStream<Uint8Array>
  /** What the built-in fetch wants to hear about a stream. */
  duplex?: 'half'
  /** Ends the call at any time, its body included. */
  signal: AbortSignal
  /** Never followed: a redirect would carry the token to wherever it points. */
  redirect: 'manual'
}

/** As much of `Headers` as we use; making whole ones costs more than reading a few. */
export type ResponseHeaders = Pick<Headers, 'get'>

/** As much of a fetch `Response` as we read. */
export interface HttpAnswer {
  status: number
  headers: ResponseHeaders
  text(): Promise<string>
  /** Meta said 304, and the text is the one kept from before. */
  isUnchanged?: true
}

/** `globalThis.fetch` is one. */
export type Fetch = (url: URL, call: HttpCall) => Promise<HttpAnswer>

/**
 * One HTTP call on Node's own client.
 *
 * The built-in `fetch` would do, but spends as long on its streams as parsing a page takes, and has no cap on
 * connections. Redirects are not followed.
 *
 * @throws Node's own errors, with their `code`, when no complete answer arrives.
 */
export const httpFetch: Fetch = (url, call) =>
  new Promise((resolve, reject) => {
    const isSecure = url.protocol === 'https:'
    const { body } = call
    const form = body instanceof URLSearchParams ? body.toString() : undefined
    const headers = {
      ...Object.fromEntries(call.headers),
      'accept-encoding': 'gzip',
      ...(form !== undefined && {
        'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
        'content-length': Buffer.byteLength(form),
      }),
    }
    // A kept connection may be closing just as a write leaves on it, and then nobody knows whether the write arrived.
    const agent = call.method === 'GET' && (isSecure ? httpsAgent : httpAgent)
    const options = { method: call.method, headers, agent }
    const request = (isSecure ? httpsRequest : httpRequest)(url, options, (response) => {
      readBody(response).then((bytes) => resolve(answer(response, bytes)), reject)
    })
    request.on('error', reject)
    endWith(request, call.signal)
    if (body instanceof ReadableStream) pipeline(body, request).catch(reject)
    else request.end(form)
  })

/** What Node's own `signal` option does, at a third of its cost: that one watches the request for its end as well. */
function endWith(request: ClientRequest, signal: AbortSignal): void {
  const end = () => request.destroy(signal.reason instanceof Error ? signal.reason : new Error('The call was ended.'))
  if (signal.aborted) end()
  signal.addEventListener('abort', end, { once: true })
  request.once('close', () => signal.removeEventListener('abort', end))
}

const connections = { keepAlive: true, maxSockets: 50 }
const httpAgent = new HttpAgent(connections)
const httpsAgent = new HttpsAgent(connections)

function readBody(response: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    response.on('data', (chunk: Buffer) => chunks.push(chunk))
    response.on('error', reject)
    response.on('end', () => resolve(Buffer.concat(chunks)))
  })
}

function answer(response: IncomingMessage, bytes: Buffer): HttpAnswer {
  const isPacked = response.headers['content-encoding'] === 'gzip'
  return {
    status: response.statusCode ?? 0,
    headers: { get: (name) => response.headersDistinct[name.toLowerCase()]?.join(', ') ?? null },
    text: async () => (isPacked ? await unpack(bytes) : bytes).toString('utf8'),
  }
}

const unpack = promisify(gunzip)
