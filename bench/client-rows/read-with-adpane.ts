import { createGraphClient } from '@adpane/core'
import { measureReading } from './measure-reading.ts'
import { recordedFields, rowsPerPage } from './recorded-pages.ts'

const tenant = createGraphClient({ appId: '1', appSecret: 'recorded', baseUrl: process.argv[2] ?? '' }).withToken(
  'recorded',
)

await measureReading(readAll)
process.disconnect?.()

async function readAll() {
  const rows = []
  const timeRange = { since: '2025-01-01', until: '2025-02-19' }
  const params = { level: 'ad', fields: recordedFields, timeRange, timeIncrement: 1, limit: rowsPerPage } as const
  for await (const row of tenant.readInsights('act_1', params)) rows.push(row)
  return rows
}
