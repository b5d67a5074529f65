import { createGraphClient } from '@adpane/core'
import { recordedFields, rowsPerPage } from '../client-rows/recorded-pages.ts'
import { firstMark, lastMark, type MemoryGrowth } from './marks.ts'

const tenant = createGraphClient({ appId: '1', appSecret: 'recorded', baseUrl: process.argv[2] ?? '' }).withToken(
  'recorded',
)

const timeRange = { since: '2025-01-01', until: '2025-02-19' }
const params = { level: 'ad', fields: recordedFields, timeRange, timeIncrement: 1, limit: rowsPerPage } as const
const startedAt = performance.now()
let count = 0
let first = { heapBytes: 0, residentBytes: 0 }
for await (const row of tenant.readInsights('act_1', params)) {
  if (row.spend === undefined) throw new Error('A row came without its spend.')
  if (++count === firstMark) first = sizes()
}
if (count !== lastMark) throw new Error(`Read ${count} rows instead of ${lastMark}.`)
const ms = performance.now() - startedAt
const last = sizes()
const growth: MemoryGrowth = {
  heapBytes: last.heapBytes - first.heapBytes,
  residentBytes: last.residentBytes - first.residentBytes,
  ms,
}
process.send?.(growth)
process.disconnect?.()

function sizes() {
  if (globalThis.gc === undefined) throw new Error('Run with --expose-gc.')
  // Twice: finalizers of the first round let go of more.
  globalThis.gc()
  globalThis.gc()
  const { heapUsed, external, rss } = process.memoryUsage()
  return { heapBytes: heapUsed + external, residentBytes: rss }
}
