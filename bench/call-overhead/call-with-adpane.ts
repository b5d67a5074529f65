import { createGraphClient } from '@adpane/core'
import { measureCalls } from './measure-calls.ts'

const tenant = createGraphClient({ appId: '1', appSecret: 'recorded', baseUrl: process.argv[2] ?? '' }).withToken(
  'recorded',
)

await measureCalls(async () => {
  const rows = []
  for await (const row of tenant.listCampaigns('act_1', { pageSize: 25 })) rows.push(row)
  return rows
})
process.disconnect?.()
