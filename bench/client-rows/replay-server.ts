import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pageAt, recordPages, rowsPerPage } from './recorded-pages.ts'

let bodies: Buffer[] = []

// Its own process, so that replaying takes nothing from the side being measured. Bodies are made once, up front.
const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://replay')
  const body = bodies[pageAt(url.searchParams.get('after'))]
  response.writeHead(200, { 'content-type': 'application/json; charset=UTF-8', 'content-length': body?.length ?? 0 })
  response.end(body)
})
server.keepAliveTimeout = 60_000

server.listen(0, '127.0.0.1', () => {
  // A TCP server's address is always an object; the union is for pipes.
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  const next = (after: string) =>
    `${origin}/v25.0/act_1/insights?access_token=recorded&limit=${rowsPerPage}&after=${after}`
  bodies = recordPages(next).map((body) => Buffer.from(body))
  process.send?.({ origin })
})
process.on('disconnect', () => process.exit())
