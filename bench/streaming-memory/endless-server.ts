import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { recordPages, rowsPerPage } from '../client-rows/recorded-pages.ts'
import { lastMark } from './marks.ts'

// Recorded rows over and over, each page with a place of its own. The text before `"paging":` is a page's rows.
const rows = recordPages(() => '').map((page) => page.slice(0, page.lastIndexOf(',"paging":')))
const pages = Math.ceil(lastMark / rowsPerPage)

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://endless')
  const page = Number(url.searchParams.get('after') ?? 0)
  const after = String(page + 1)
  const next = `https://graph.facebook.com/v25.0/act_1/insights?access_token=recorded&limit=${rowsPerPage}&after=${after}`
  const paging = { cursors: { before: String(page), after }, ...(page + 1 < pages && { next }) }
  response.writeHead(200, { 'content-type': 'application/json; charset=UTF-8' })
  response.end(`${rows[page % rows.length]},"paging":${JSON.stringify(paging)}}`)
})
server.keepAliveTimeout = 60_000

server.listen(0, '127.0.0.1', () => {
  // A TCP server's address is always an object; the union is for pipes.
  const { port } = server.address() as AddressInfo
  process.send?.({ origin: `http://127.0.0.1:${port}` })
})
process.on('disconnect', () => process.exit())
