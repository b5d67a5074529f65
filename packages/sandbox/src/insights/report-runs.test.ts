import { expect, it } from 'vitest'
import { localMoment } from '../world/clock.ts'
import { createWorld } from '../world/create-world.ts'
import { insightsQuery } from './insights-query.ts'
import { createReportRuns } from './report-runs.ts'

const start = new Date('2026-11-23T15:00:00Z')

function aReport() {
  let elapsedMs = 0
  const [account] = createWorld({ seed: 1, accounts: 1, ads: 4, start }).accounts
  if (!account) throw new Error('The world has no account.')
  const root = { level: 'account', id: account.id, account } as const
  const moment = localMoment(start, account.timezone)
  const run = createReportRuns(1000, () => elapsedMs).start(insightsQuery(new Map(), root, moment), root, moment, start)
  return { run, wait: (ms: number) => (elapsedMs += ms) }
}

it('passes from not started over running to completed, and its percentage never falls', () => {
  const { run, wait } = aReport()
  const seen = Array.from({ length: 21 }, () => {
    const status = run.status()
    wait(50)
    return status
  })
  expect([...new Set(seen.map((status) => status.async_status))]).toEqual([
    'Job Not Started',
    'Job Started',
    'Job Running',
    'Job Completed',
  ])
  const percentages = seen.map((status) => status.async_percent_completion)
  expect(percentages).toEqual([...percentages].sort((a, b) => a - b))
})

it('shows a hundred percent a moment before it is completed, as Meta does', () => {
  const { run, wait } = aReport()
  wait(950)
  expect(run.status()).toEqual({ async_status: 'Job Running', async_percent_completion: 100 })
  expect(() => run.rows()).toThrow('Error accessing adreport job.')
  wait(50)
  expect(run.status().async_status).toBe('Job Completed')
  expect(run.rows()).toHaveLength(1)
})
