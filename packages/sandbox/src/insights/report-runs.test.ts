import { expect, it } from 'vitest'
import { createClock, localMoment } from '../world/clock.ts'
import { createWorld } from '../world/create-world.ts'
import { insightsQuery } from './insights-query.ts'
import { createReportRuns, failNextRun, type ReportRunsOptions } from './report-runs.ts'

const startedAt = new Date('2026-11-23T15:00:00Z')

function reports(options: ReportRunsOptions = {}) {
  let elapsedMs = 0
  const clock = createClock(startedAt, true)
  const [account] = createWorld({ seed: 1, accounts: 1, ads: 4, start: startedAt }).accounts
  if (!account) throw new Error('The world has no account.')
  const root = { level: 'account', id: account.id, account } as const
  const moment = localMoment(startedAt, account.timezone)
  const query = insightsQuery(new Map(), root, moment, 'v25.0')
  const runs = createReportRuns(1000, clock, { elapsedMs: () => elapsedMs, ...options })
  const start = () => runs.start({ query, root, moment, startedAt: clock.now() })
  return { runs, clock, start, wait: (ms: number) => (elapsedMs += ms) }
}

it('passes from not started over running to completed, and its percentage never falls', () => {
  const { start, wait } = reports()
  const run = start()
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
  const { start, wait } = reports()
  const run = start()
  wait(950)
  expect(run.status()).toEqual({ async_status: 'Job Running', async_percent_completion: 100 })
  expect(() => run.rows()).toThrow('Error accessing adreport job.')
  wait(50)
  expect(run.status().async_status).toBe('Job Completed')
  expect(run.rows()).toHaveLength(1)
})

it('is completed by the sandbox clock as well', () => {
  const { start, clock } = reports()
  const run = start()
  clock.advance(500)
  expect(run.status().async_status).toBe('Job Running')
  clock.advance(500)
  expect(run.status().async_status).toBe('Job Completed')
})

it('is forgotten after 30 days', () => {
  const { runs, start, clock } = reports()
  const { id } = start()
  clock.advance(30 * 86_400_000 - 1)
  expect(runs.find(id)?.id).toBe(id)
  clock.advance(1)
  expect(runs.find(id)).toBeUndefined()
})

it('fails when told to, once, and says why', () => {
  const { runs, start, wait } = reports()
  failNextRun(runs)
  const [failing, fine] = [start(), start()]
  wait(1000)
  expect(failing.status().async_status).toBe('Job Failed')
  expect(failing.failure()).toMatchObject({ error_code: -2, error_subcode: 2490547, error_user_title: 'Report Failed' })
  expect(() => failing.rows()).toThrow('Error accessing adreport job.')
  expect(fine.status().async_status).toBe('Job Completed')
  expect(fine.failure()).toBeUndefined()
  failNextRun(runs, 'Job Skipped')
  const skipped = start()
  wait(1000)
  expect(skipped.status().async_status).toBe('Job Skipped')
})

it('fails when the report is too large', () => {
  const { start, wait } = reports({ limits: { sync: 1, async: 1 } })
  const run = start()
  expect(run.failure()).toBeUndefined()
  wait(1000)
  expect(run.failure()).toMatchObject({ error_code: -3, error_subcode: 1504045 })
})
