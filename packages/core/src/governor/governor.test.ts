import { redisUrl } from '@adpane/tools/services'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { MetaRateLimitError } from '../errors/meta-rate-limit-error.ts'
import { MetaUnavailableError } from '../errors/meta-unavailable-error.ts'
import { aCall, fine, takeAll } from './a-call.ts'
import type { CallOutcome } from './call-outcome.ts'
import { createGovernor, type Governor, type GovernedCall } from './governor.ts'
import type { GovernorStorage } from './governor-storage.ts'
import { memoryGovernorStorage } from './memory-storage.ts'
import { redisGovernorStorage } from './redis-storage.ts'

const start = new Date('2026-03-01T00:00:00Z').getTime()
let now = start
const clock = { now: () => new Date(now) }

describeGovernor('in process', () => memoryGovernorStorage({ clock }))

let redis: Redis
beforeAll(async () => (redis = new Redis(await redisUrl())))
afterAll(() => redis.disconnect())
describeGovernor('Redis', () =>
  redisGovernorStorage(redis, {
    prefix: `governor-test-${process.pid}-${Math.random()}`,
    now: () => now,
    commandTimeoutMs: 10_000,
  }),
)

function describeGovernor(name: string, storage: () => GovernorStorage): void {
  describe(`governor ${name}`, () => {
    let governor: Governor
    const admit = (changes: Partial<GovernedCall> = {}) => governor.admit(aCall(changes))
    const waitOf = (call: Promise<unknown>) =>
      call.then(
        () => 0,
        (error: unknown) => (error as MetaRateLimitError).retryAfterMs,
      )
    const learn = async (outcome: CallOutcome, changes: Partial<GovernedCall> = {}) => {
      governor.observe(aCall(changes), outcome)
      await governor.usage('1')
    }
    const limitOf = async (limit: string) => {
      const { app, accounts } = await governor.usage('1')
      return [...app, ...accounts.flatMap(({ limits }) => limits)].find((each) => each.limit === limit)
    }

    beforeEach(() => {
      now = start
      governor = createGovernor({ storage: storage(), clock })
    })

    it('knows nothing at first and allows a small burst, then the pace of 300 calls an hour', async () => {
      const { permits, retryAfterMs } = await takeAll(governor, aCall())
      expect(permits).toHaveLength(12)
      expect(retryAfterMs).toBeGreaterThan(13_000)
      expect(retryAfterMs).toBeLessThan(16_000)
      now += retryAfterMs ?? 0
      expect(await waitOf(admit())).toBe(0)
    })

    it('never lets more than 300 calls into any hour of an account it knows nothing about', async () => {
      const takenAt: number[] = []
      while (now < start + 3 * 3_600_000) {
        const { permits } = await takeAll(governor, aCall({ lane: 'interactive' }))
        takenAt.push(...permits.map(() => now))
        now += 60_000
      }
      const busiest = Math.max(
        ...takenAt.map((at) => takenAt.filter((each) => each >= at && each < at + 3_600_000).length),
      )
      expect(busiest).toBeLessThanOrEqual(300)
      expect(busiest).toBeGreaterThan(280)
    })

    it('waits no longer than an hour, however far beyond 100 percent Meta says the app is', async () => {
      await learn(fine(1000))
      const waitMs = await waitOf(admit({ lane: 'interactive' }))
      expect(waitMs).toBeGreaterThan(3_600_000)
      expect(waitMs).toBeLessThan(3_700_000)
    })

    it('goes on from where the clock is when it was set back', async () => {
      await takeAll(governor, aCall({ lane: 'interactive' }))
      now -= 6 * 3_600_000
      expect(await waitOf(admit({ lane: 'interactive' }))).toBeLessThan(60_000)
      now += 3_600_000
      expect((await takeAll(governor, aCall({ lane: 'interactive' }))).permits.length).toBeGreaterThan(30)
    })

    it('keeps a reserve for people when background work has taken all it may', async () => {
      await takeAll(governor, aCall())
      const { permits } = await takeAll(governor, aCall({ lane: 'interactive' }))
      expect(permits).toHaveLength(30)
    })

    it('follows the score of the Limited tier: 60 points, a write takes three, one comes back in five seconds', async () => {
      await learn(fine(0, 'development_access'))
      const { permits, retryAfterMs } = await takeAll(governor, aCall({ kind: 'write', lane: 'interactive' }))
      // Two percent of the 60 points are left alone, so 58.8 are there; the 20th write lacks 1.2.
      expect(permits).toHaveLength(19)
      expect(retryAfterMs).toBe(6000)
    })

    it('goes by the Full tier once a header names it, though its literal says standard', async () => {
      await learn(fine(0, 'standard_access'))
      expect(await limitOf('score')).toMatchObject({ quota: 9000 })
      expect(await limitOf('ads_management')).toMatchObject({ quota: 100_000 })
      const insights = aCall({ useCase: 'ads_insights', adAccountId: 'act_2' })
      ;(await governor.admit(insights)).settle({ status: 200, usage: {} })
      expect(await limitOf('ads_insights')).toBeDefined()
    })

    it('takes a score of 90 percent from a header, and the points since', async () => {
      await learn({
        status: 200,
        usage: { adAccount: { acc_id_util_pct: 90, ads_api_access_tier: 'standard_access' } },
      })
      expect(await waitOf(admit())).toBeGreaterThan(0)
      const { permits } = await takeAll(governor, aCall({ lane: 'interactive', kind: 'write' }), 1000)
      // 98 % of 9000 less the 90 % are 720 points, three for each write; not more than 60 writes leave in one moment.
      expect(permits).toHaveLength(60)
    })

    it('leaves 100 edits a second to an account', async () => {
      await learn(fine())
      let taken = 0
      for (const until = now + 1000; now < until; now += 20) {
        taken += (await takeAll(governor, aCall({ kind: 'write', lane: 'interactive' }))).permits.length
      }
      expect(taken).toBeLessThanOrEqual(100)
      expect(taken).toBeGreaterThan(80)
    })

    it('reads every entry of every quota, whomever it is about', async () => {
      const entry = (type: string, percent: number) => ({ type, call_count: 1, total_time: percent, total_cputime: 2 })
      const businessUseCase = {
        '1': [entry('ads_management', 97), entry('custom_audience', 3)],
        '2': [entry('ads_management', 98)],
      }
      await learn({ status: 200, usage: { businessUseCase } })
      expect(await waitOf(admit({ lane: 'interactive' }))).toBe(0)
      const other = await takeAll(governor, aCall({ adAccountId: 'act_2', lane: 'interactive' }))
      expect(other.permits.length).toBeLessThan(3)
    })

    it('takes figures of a business for those of the account that was called', async () => {
      const entry = { type: 'ads_management', call_count: 100, estimated_time_to_regain_access: 7 }
      await learn({ status: 200, usage: { businessUseCase: { '998877': [entry] } } })
      expect(await waitOf(admit())).toBeGreaterThanOrEqual(7 * 60_000)
      expect(await waitOf(admit({ adAccountId: 'act_2' }))).toBe(0)
    })

    it('tells the quota of the app from how its own calls move the figure', async () => {
      for (let call = 0; call < 2200; call++) {
        const permit = await admit({ adAccountId: `act_${call % 500}`, lane: 'interactive' })
        now += 250
        permit.settle(fine(Math.floor((call + 1) / 200)))
      }
      const app = await limitOf('app')
      expect(app?.quota).toBeGreaterThan(18_500)
      expect(app?.quota).toBeLessThan(21_000)
      expect(app?.usedPercent).toBeGreaterThan(10.9)
      expect(app?.usedPercent).toBeLessThan(12)
    })

    it('does not take for its own what others had used before', async () => {
      for (let call = 0; call < 300; call++) {
        const permit = await admit({ adAccountId: `act_${call}`, lane: 'interactive' })
        now += 1000
        permit.settle(fine(60 + Math.floor(call / 100)))
      }
      expect((await limitOf('app'))?.quota).toBeGreaterThan(5000)
    })

    it.each([
      ['the account’s use case', { code: 80_004, subcode: 2_446_079 }, 'act_1', ['act_2'], []],
      ['the account’s score', { code: 17, subcode: 2_446_079 }, 'act_1', ['act_2'], []],
      ['edits of the account', { code: 613, subcode: 1_487_742 }, 'act_1', ['act_2'], []],
      ['the app', { code: 4 }, 'app 1', [], ['act_2']],
    ])('stops %s until access returns, then lets one call try', async (_, refusal, subject, open, closed) => {
      ;(await admit()).settle({ status: 400, usage: {}, ...refusal, regainMs: 120_000 })
      const failure = await admit({ lane: 'interactive' }).catch((error: unknown) => error)
      expect(failure).toBeInstanceOf(MetaRateLimitError)
      expect((failure as Error).message).toContain(`limiting ${subject}`)
      expect((failure as MetaRateLimitError).retryAfterMs).toBe(120_000)
      for (const adAccountId of open) expect(await waitOf(admit({ adAccountId }))).toBe(0)
      for (const adAccountId of closed) expect(await waitOf(admit({ adAccountId }))).toBeGreaterThan(0)

      now += 130_000
      const probe = await admit({ lane: 'interactive' })
      expect(await waitOf(admit({ lane: 'interactive' }))).toBe(1000)
      probe.settle(fine())
      await governor.usage('1')
      expect(await waitOf(admit({ lane: 'interactive' }))).toBe(0)
    })

    it('waits longer each time a try is refused again', async () => {
      const refused: CallOutcome = { status: 400, usage: {}, code: 80_004, regainMs: 1000 }
      const waits: number[] = []
      for (let round = 0; round < 4; round++) {
        ;(await admit({ lane: 'interactive' })).settle(refused)
        const waitMs = await waitOf(admit({ lane: 'interactive' }))
        waits.push(waitMs)
        now += waitMs
      }
      expect(waits).toEqual([1000, 2000, 4000, 8000])
    })

    it.each([
      ['an account', { code: 80_004 }, { kind: 'write' }],
      ['the app', { code: 4 }, { adAccountId: 'act_2' }],
    ] as const)('lets a batch try as a whole when Meta had closed %s', async (_, refusal, rest) => {
      ;(await admit()).settle({ status: 400, usage: {}, ...refusal, regainMs: 60_000 })
      now += 3_600_000
      const reads = await admit()
      expect(await waitOf(admit(rest))).toBe(1000)
      const others = await admit({ ...rest, alongside: [reads] })
      for (const permit of [reads, others]) permit.settle(fine())
      await governor.usage('1')
      expect(await waitOf(admit(rest))).toBe(0)
    })

    it('lets another call try when the first was given up', async () => {
      ;(await admit()).settle({ status: 400, usage: {}, code: 80_004, regainMs: 1000 })
      now += 60_000
      ;(await admit()).settle({ usage: {}, isAborted: true })
      await governor.usage('1')
      expect(await waitOf(admit())).toBe(0)
    })

    it('lets the account go on when only one object is refused', async () => {
      ;(await admit({ kind: 'write' })).settle({ status: 400, usage: {}, code: 613, subcode: 1_487_632 })
      expect(await waitOf(admit({ kind: 'write' }))).toBe(0)
    })

    it('pauses an account that fails ten times in a row, and asks again', async () => {
      await learn(fine())
      for (let call = 0; call < 10; call++)
        (await admit()).settle(call % 2 ? { usage: {} } : { status: 502, usage: {} })
      const failure = await admit().catch((error: unknown) => error)
      expect(failure).toBeInstanceOf(MetaUnavailableError)
      expect(failure).toMatchObject({ retryAfterMs: 1000 })
      expect(await waitOf(admit({ adAccountId: 'act_2' }))).toBe(0)
      now += 1000
      ;(await admit()).settle(fine())
      await governor.usage('1')
      expect(await waitOf(admit())).toBe(0)
    })

    it('gives back what a call took that never left', async () => {
      const { permits } = await takeAll(governor, aCall())
      permits[0]?.settle({ usage: {}, isUnsent: true })
      permits[0]?.settle({ usage: {}, isUnsent: true })
      expect((await takeAll(governor, aCall())).permits).toHaveLength(1)
    })

    it('sends background calls away one after the other', async () => {
      await takeAll(governor, aCall())
      const waits = [await waitOf(admit()), await waitOf(admit()), await waitOf(admit())]
      const [first = 0, second = 0, third = 0] = waits
      expect(second - first).toBeCloseTo(third - second, -2)
      expect(second - first).toBeGreaterThan(9000)
    })

    it('takes all or nothing', async () => {
      await takeAll(governor, aCall())
      const before = (await limitOf('app'))?.taken
      for (let call = 0; call < 20; call++) await waitOf(admit())
      expect((await limitOf('app'))?.taken).toBe(before)
    })

    it('lets a call pass that costs more than there ever is, once all of it is there', async () => {
      expect(await waitOf(admit({ calls: 50, lane: 'interactive' }))).toBe(0)
      const waitMs = await waitOf(admit({ calls: 50, lane: 'interactive' }))
      expect(waitMs).toBeGreaterThan(60_000)
      now += waitMs
      expect(await waitOf(admit({ calls: 50, lane: 'interactive' }))).toBe(0)
    })

    it('does not let one tenant’s flood delay another’s call', async () => {
      const flood = () => aCall({ tenantId: 'flood', adAccountId: `act_${Math.floor(Math.random() * 1e9)}` })
      let taken = 0
      for (let step = 0; step < 200; step++) {
        while ((await waitOf(governor.admit(flood()))) === 0) taken++
        expect(await waitOf(admit({ tenantId: `t${step}`, adAccountId: `act_7${step}` }))).toBe(0)
        now += 5000
      }
      // 84 % of 2000 an hour come back for background work, less what the others took.
      expect(taken).toBeGreaterThan(450 - 200)
    })

    it('gives equal parts to two tenants that both take all they can', async () => {
      const taken = { a: 0, b: 0 }
      for (let step = 0; step < 600; step++) {
        for (const tenantId of ['a', 'a', 'a', 'b'] as const) {
          const adAccountId = `act_${step}${tenantId === 'a' ? 1 : 2}`
          if ((await waitOf(admit({ tenantId, adAccountId }))) === 0) taken[tenantId]++
        }
        now += 2000
      }
      expect(taken.a + taken.b).toBeGreaterThan(500)
      expect(taken.b / (taken.a + taken.b)).toBeGreaterThan(0.4)
    })

    it('keeps apps apart', async () => {
      ;(await admit()).settle({ status: 400, usage: {}, code: 4, regainMs: 60_000 })
      expect(await waitOf(admit({ appId: '2' }))).toBe(0)
    })

    it('shows what is used by app, account and tenant', async () => {
      ;(await admit()).settle(fine(12))
      ;(await admit({ tenantId: 'tallow', adAccountId: 'act_2' })).settle({ status: 400, usage: {}, code: 80_004 })
      const usage = await governor.usage('1')
      expect(usage).toMatchObject({ appId: '1', isDegraded: false })
      expect(usage.app).toEqual([
        expect.objectContaining({ limit: 'app', taken: 2, usedPercent: 12, circuit: 'closed' }),
      ])
      const second = usage.accounts.find(({ adAccountId }) => adAccountId === 'act_2')
      expect(second?.limits.find(({ limit }) => limit === 'ads_management')).toMatchObject({
        circuit: 'open',
        retryAfterMs: 60_000,
      })
      expect(usage.tenants.map(({ tenantId }) => tenantId).toSorted()).toEqual(['fieldnote', 'tallow'])
      expect(usage.tenants[0]).toMatchObject({ callsLastHour: 1, waiting: 0 })
    })
  })
}
