import { expect, it } from 'vitest'
import { aGraphClient, aGraphServer, type Answer, type SeenCall } from '../graph/a-graph-server.ts'
import type { FactSlice } from './fact-slice.ts'
import { fetchFacts } from './fetch-facts.ts'

const week: FactSlice = {
  tenantId: 'a',
  accountId: 'act_1',
  level: 'campaign',
  breakdowns: '',
  increment: '1',
  since: '2025-03-01',
  until: '2025-03-07',
}
const month: FactSlice = { ...week, until: '2025-03-31' }
const row = { campaign_id: '1', impressions: '5', date_start: '2025-03-01', date_stop: '2025-03-01' }
const rows: Answer = { json: { data: [row] } }

async function fetchFrom(slice: FactSlice, answer: (call: SeenCall, count: number) => Answer) {
  const server = await aGraphServer(answer)
  const progress: number[] = []
  const waits: number[] = []
  const api = aGraphClient(server.origin).withToken('a-token')
  const found = fetchFacts(api, slice, {
    signal: AbortSignal.timeout(20_000),
    onProgress: (share) => progress.push(share),
    sleep: async (ms) => void waits.push(ms),
  })
  return { found, progress, waits, calls: server.calls }
}

it('asks for a week in one call, archived and deleted campaigns included', async () => {
  const { found, calls } = await fetchFrom(week, () => rows)
  expect(await found).toEqual([row])
  expect(calls.map((call) => `${call.method} ${call.path}`)).toEqual(['GET /v25.0/act_1/insights'])
  expect(calls[0]?.params.get('filtering')).toContain('"ARCHIVED","')
  expect(calls[0]?.params.get('filtering')).toContain('"DELETED"')
})

it('asks again without deleted ones where Meta refuses their status', async () => {
  const { found, calls } = await fetchFrom(week, ({ params }) =>
    params.get('filtering')?.includes('DELETED')
      ? {
          status: 400,
          json: { error: { message: 'Deleted objects', type: 'OAuthException', code: 100, error_subcode: 1815001 } },
        }
      : rows,
  )
  expect(await found).toEqual([row])
  expect(calls).toHaveLength(2)
})

it('lets Meta prepare a longer range as a report, and follows its progress', async () => {
  const states = [
    { async_status: 'Job Not Started', async_percent_completion: 0 },
    { async_status: 'Job Running', async_percent_completion: 40 },
    { async_status: 'Job Completed', async_percent_completion: 100 },
  ]
  const { found, progress, waits, calls } = await fetchFrom(month, ({ method, path }) => {
    if (method === 'POST') return { json: { report_run_id: '77' } }
    return path.endsWith('/insights') ? rows : { json: { id: '77', ...states.shift() } }
  })
  expect(await found).toEqual([row])
  expect(progress).toEqual([0, 0.4, 1])
  expect(waits).toEqual([250, 375])
  expect(calls[0]).toMatchObject({ method: 'POST', path: '/v25.0/act_1/insights' })
})

it('waits for a report that Meta does not know yet', async () => {
  let polls = 0
  const { found } = await fetchFrom(month, ({ method, path }) => {
    if (method === 'POST') return { json: { report_run_id: '77' } }
    if (path.endsWith('/insights')) return rows
    if (++polls < 3)
      return {
        status: 400,
        json: {
          error: { message: 'Unsupported get request.', type: 'GraphMethodException', code: 100, error_subcode: 33 },
        },
      }
    return { json: { id: '77', async_status: 'Job Completed', async_percent_completion: 100 } }
  })
  expect(await found).toEqual([row])
})

it('gives up on a report that Meta never comes to know', async () => {
  const { found } = await fetchFrom(month, ({ method }) =>
    method === 'POST'
      ? { json: { report_run_id: '77' } }
      : {
          status: 400,
          json: {
            error: { message: 'Unsupported get request.', type: 'GraphMethodException', code: 100, error_subcode: 33 },
          },
        },
  )
  await expect(found).rejects.toMatchObject({ code: 'not_found' })
})

it.each([
  ['Job Failed', 'meta_unavailable'],
  ['Job Skipped', 'meta_unavailable'],
])('ends with a typed error when a report is "%s"', async (status, code) => {
  const { found } = await fetchFrom(month, ({ method }) =>
    method === 'POST'
      ? { json: { report_run_id: '77' } }
      : { json: { id: '77', async_status: status, async_percent_completion: 0 } },
  )
  await expect(found).rejects.toMatchObject({ code })
})
