import { startRedis } from '@adpane/tools/redis'
import { Redis } from 'ioredis'
import { expect, it, onTestFinished, vi } from 'vitest'
import { aCall, fine, takeAll } from './a-call.ts'
import { createGovernor, type Governor } from './governor.ts'
import type { GovernorStorage } from './governor-storage.ts'
import { memoryGovernorStorage } from './memory-storage.ts'
import { redisGovernorStorage } from './redis-storage.ts'

it('goes on with a tenth of the quotas it knew while the shared counters are away, and says so', async () => {
  const { governor, shared, onDegraded } = aSharedGovernor()
  governor.observe(aCall(), fine())
  await governor.admit(aCall())
  shared.isAway = true

  const { permits } = await takeAll(governor, aCall({ lane: 'interactive' }))
  // Of 100,000 an hour and a score of 9000 the tenth; the app, of which nothing is known yet, holds the least.
  expect(permits.length).toBeGreaterThan(5)
  expect(permits.length).toBeLessThan(20)
  expect((await governor.usage('1')).isDegraded).toBe(true)
  expect(onDegraded.mock.calls).toEqual([[true, 'The shared counters do not answer. away']])
})

it('stops where Meta refuses or is nearly full, also on its own', async () => {
  const { governor, shared } = aSharedGovernor()
  shared.isAway = true
  ;(await governor.admit(aCall())).settle({ status: 400, usage: {}, code: 80_004, regainMs: 60_000 })
  await expect(governor.admit(aCall({ lane: 'interactive' }))).rejects.toMatchObject({ code: 'rate_limited' })
  const other = aCall({ adAccountId: 'act_2', lane: 'interactive' })
  const nearlyFull = { status: 200, usage: { adAccount: { acc_id_util_pct: 95 } } }
  ;(await governor.admit(other)).settle(nearlyFull)
  await expect(governor.admit(other)).rejects.toMatchObject({ code: 'rate_limited' })
})

it('asks one call at a time whether the counters are back, and ever more rarely', async () => {
  const { governor, shared, time } = aSharedGovernor()
  shared.isAway = true
  for (let second = 0; second < 60; second++) {
    await Promise.allSettled(Array.from({ length: 20 }, () => governor.admit(aCall())))
    time.now += 1000
  }
  expect(shared.decisions).toBeGreaterThan(4)
  expect(shared.decisions).toBeLessThan(30)
})

it('comes back by itself, bit by bit, and counts what was spent meanwhile', async () => {
  const { governor, shared, time, onDegraded } = aSharedGovernor()
  shared.isAway = true
  const { permits } = await takeAll(governor, aCall({ lane: 'interactive', adAccountId: 'act_9' }))
  shared.isAway = false
  time.now += 60_000

  const byStep: number[] = []
  for (let step = 0; step < 6; step++) {
    const before = shared.decisions
    for (let call = 0; call < 50; call++) {
      await governor.admit(aCall({ adAccountId: `act_${step}${call}` })).catch(() => {})
    }
    byStep.push(shared.decisions - before)
    time.now += 2500
  }
  expect(byStep[0]).toBeLessThan(5)
  expect(byStep[1]).toBeLessThan(byStep[3] ?? 0)
  expect(byStep[5]).toBe(50)
  expect(onDegraded.mock.calls.map(([isDegraded]) => isDegraded)).toEqual([true, false])
  const { accounts, isDegraded } = await governor.usage('1')
  expect(isDegraded).toBe(false)
  const ninth = accounts.find(({ adAccountId }) => adAccountId === 'act_9')
  expect(ninth?.limits.find(({ limit }) => limit === 'ads_management')?.taken).toBe(permits.length)
})

it('asks again soon, however many calls were under way when the counters went away', async () => {
  const { governor, shared, time } = aSharedGovernor()
  shared.isAway = true
  const calls = Array.from({ length: 20 }, (_, index) => aCall({ adAccountId: `act_${index}`, lane: 'interactive' }))
  await Promise.allSettled(calls.map((call) => governor.admit(call)))
  const before = shared.decisions
  time.now += 1000
  await governor.admit(aCall({ lane: 'interactive' })).catch(() => {})
  expect(shared.decisions).toBe(before + 1)
})

it('still knows what was spent when the counters go away again while they are told', async () => {
  const { governor, shared, time } = aSharedGovernor()
  shared.isAway = true
  const { permits } = await takeAll(governor, aCall({ lane: 'interactive', adAccountId: 'act_9' }))
  Object.assign(shared, { isAway: false, isDeaf: true })
  time.now += 60_000
  await governor.admit(aCall())
  shared.isDeaf = false
  for (let minute = 0; minute < 2; minute++) {
    time.now += 60_000
    await governor.admit(aCall())
  }
  const { accounts } = await governor.usage('1')
  const ninth = accounts.find(({ adAccountId }) => adAccountId === 'act_9')
  expect(ninth?.limits.find(({ limit }) => limit === 'ads_management')?.taken).toBe(permits.length)
})

it('survives a listener that throws', async () => {
  const { governor, shared, onDegraded } = aSharedGovernor()
  onDegraded.mockImplementation(() => {
    throw new Error('listener')
  })
  shared.isAway = true
  await expect(governor.admit(aCall())).resolves.toBeDefined()
})

it('goes on while a real Redis hangs, and shares again once it answers', async () => {
  const { url, stop } = await startRedis()
  const [redis, operator] = [new Redis(url), new Redis(url)]
  onTestFinished(async () => {
    redis.disconnect()
    operator.disconnect()
    await stop()
  })
  const time = { now: Date.now() }
  const onDegraded = vi.fn<(isDegraded: boolean) => void>()
  const governor = createGovernor({
    storage: redisGovernorStorage(redis, { commandTimeoutMs: 100 }),
    clock: { now: () => new Date(time.now) },
    onDegraded,
  })
  await governor.admit(aCall())
  await operator.call('CLIENT', 'PAUSE', '600000', 'WRITE')
  await expect(governor.admit(aCall())).resolves.toBeDefined()
  expect(onDegraded.mock.calls).toEqual([[true, 'The shared counters do not answer. Redis took over 100 ms.']])

  await operator.call('CLIENT', 'UNPAUSE')
  time.now += 60_000
  await governor.admit(aCall())
  time.now += 60_000
  await governor.admit(aCall())
  expect(onDegraded.mock.calls.map(([isDegraded]) => isDegraded)).toEqual([true, false])
  // Two were decided by Redis, and the one decided without was counted there afterwards.
  expect((await governor.usage('1')).app[0]?.taken).toBeGreaterThanOrEqual(3)
})

it('does not wait for a Redis that is gone', async () => {
  const { url, stop } = await startRedis()
  const redis = new Redis(url)
  redis.on('error', () => {})
  onTestFinished(() => redis.disconnect())
  const governor = createGovernor({ storage: redisGovernorStorage(redis, { commandTimeoutMs: 60_000 }) })
  await governor.admit(aCall())
  await stop()
  await expect(governor.admit(aCall())).resolves.toBeDefined()
  expect((await governor.usage('1')).isDegraded).toBe(true)
})

/** A governor over counters that can go away, on a clock of its own. */
function aSharedGovernor(): {
  governor: Governor
  shared: { isAway: boolean; isDeaf: boolean; decisions: number }
  time: { now: number }
  onDegraded: ReturnType<typeof vi.fn<(isDegraded: boolean, reason: string) => void>>
} {
  const time = { now: Date.UTC(2026, 2, 1) }
  const clock = { now: () => new Date(time.now) }
  const inner = memoryGovernorStorage({ clock })
  const shared = { isAway: false, isDeaf: false, decisions: 0 }
  const orFail = () => {
    if (shared.isAway) throw new Error('away')
  }
  const storage: GovernorStorage = {
    decide: async (request) => {
      shared.decisions++
      orFail()
      return inner.decide(request)
    },
    correct: async (request) => {
      if (shared.isDeaf) throw new Error('deaf')
      orFail()
      return inner.correct(request)
    },
    read: async (appId) => {
      orFail()
      return inner.read(appId)
    },
  }
  const onDegraded = vi.fn<(isDegraded: boolean, reason: string) => void>()
  let turn = 0
  const random = () => (turn = (turn + 0.618034) % 1)
  return { governor: createGovernor({ storage, clock, random, onDegraded }), shared, time, onDegraded }
}
