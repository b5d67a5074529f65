import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { onTestFinished } from 'vitest'
import { createGraphClient, type GraphClient, type GraphClientOptions } from './graph-client.ts'

/** One call as it arrived. */
export interface SeenCall {
  method: string
  path: string
  /** Query of a read, form of a write. */
  params: URLSearchParams
  /** The token, wherever it travelled. */
  token: string | undefined
  url: string
  body: string
}

export type Answer =
  | { status?: number; json: unknown; headers?: Record<string, string> }
  /** With `isCut` the connection is reset after the text, which announced to be longer. */
  | { status?: number; text: string; headers?: Record<string, string>; isCut?: boolean }
  /** Never answers, or hangs up. */
  | 'silence'
  | 'reset'

/** A real HTTP server for one test that answers as told and remembers what it was asked. */
export async function aGraphServer(answer: (call: SeenCall, count: number) => Answer | Promise<Answer>) {
  const calls: SeenCall[] = []
  const server = createServer((request, response) => {
    void (async () => {
      const call = await readCall(request)
      calls.push(call)
      send(response, await answer(call, calls.length))
    })()
  })
  const { promise: listening, resolve } = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', resolve)
  await listening
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('Expected a TCP address.')
  return { origin: `http://127.0.0.1:${address.port}`, calls }
}

/** A client for such a server whose retries wait no time at all. */
export function aGraphClient(origin: string, options: Partial<GraphClientOptions> = {}): GraphClient {
  return createGraphClient({
    appId: '1',
    appSecret: 'app-secret-canary',
    baseUrl: origin,
    random: () => 0.5,
    sleep: async () => {},
    ...options,
  })
}

export async function collect<Row>(rows: AsyncIterable<Row>): Promise<Row[]> {
  const all: Row[] = []
  for await (const row of rows) all.push(row)
  return all
}

/** What a promise or the reading of rows failed with. */
export async function failureOf(work: Promise<unknown> | AsyncIterable<unknown>): Promise<unknown> {
  try {
    await (Symbol.asyncIterator in work ? collect(work) : work)
  } catch (error) {
    return error
  }
  throw new Error('Expected a failure.')
}

async function readCall(request: IncomingMessage): Promise<SeenCall> {
  let body = ''
  for await (const chunk of request) body += String(chunk)
  const url = new URL(request.url ?? '/', 'http://server')
  const params = request.method === 'POST' ? new URLSearchParams(body) : url.searchParams
  const bearer = request.headers.authorization?.replace(/^OAuth /, '')
  const token = bearer ?? params.get('access_token') ?? undefined
  return { method: request.method ?? '', path: url.pathname, params, token, url: request.url ?? '', body }
}

function send(response: ServerResponse, answer: Answer): void {
  if (answer === 'silence') return
  if (answer === 'reset') {
    response.socket?.resetAndDestroy()
    return
  }
  const body = 'json' in answer ? JSON.stringify(answer.json) : answer.text
  const isCut = 'text' in answer && answer.isCut === true
  const length = isCut ? { 'content-length': String(body.length + 100) } : {}
  response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...length, ...answer.headers })
  if (isCut) {
    response.write(body, () => response.socket?.resetAndDestroy())
    return
  }
  response.end(body)
}
