import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const data = Array.from({ length: 25 }, (_, index) => ({
  id: String(120_210_000_000_000 + index),
  account_id: '1283901774920113',
  name: `Spring collection ${index} | Prospecting | DACH`,
  status: 'ACTIVE',
  effective_status: 'ACTIVE',
  objective: 'OUTCOME_SALES',
  daily_budget: String(2000 + index),
  start_time: '2025-03-01T00:00:00+0100',
  updated_time: '2025-03-04T11:22:33+0100',
}))
const body = JSON.stringify({ data, paging: { cursors: { before: 'QVFI', after: 'QVFJ' } } })
// What Meta sends along with every answer.
const usage = { '1283901774920113': [{ type: 'ads_management', call_count: 3, total_cputime: 1, total_time: 2 }] }
const headers = {
  'content-type': 'application/json; charset=UTF-8',
  'content-length': Buffer.byteLength(body),
  'facebook-api-version': 'v25.0',
  'x-app-usage': JSON.stringify({ call_count: 2, total_time: 1, total_cputime: 1 }),
  'x-business-use-case-usage': JSON.stringify(usage),
  'x-fb-trace-id': 'AbCdEfGh',
}

const server = createServer((_, response) => {
  response.writeHead(200, headers).end(body)
})
server.keepAliveTimeout = 60_000

server.listen(0, '127.0.0.1', () => {
  // A TCP server's address is always an object; the union is for pipes.
  const { port } = server.address() as AddressInfo
  process.send?.({ origin: `http://127.0.0.1:${port}` })
})
process.on('disconnect', () => process.exit())
