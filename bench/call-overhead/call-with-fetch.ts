import { measureCalls, type CalledRow } from './measure-calls.ts'

const fields = 'id,account_id,name,status,effective_status,objective,daily_budget'
const url = `${process.argv[2]}/v25.0/act_1/campaigns?limit=25&fields=${fields}`
const headers = { authorization: 'OAuth recorded' }

await measureCalls(async () => {
  const response = await fetch(url, { headers })
  if (!response.ok) throw new Error(`HTTP ${response.status}`)
  // The server is ours and sends what the type says.
  const { data } = (await response.json()) as { data: readonly CalledRow[] }
  return data
})
process.disconnect?.()
