import { redisUrl } from '@adpane/tools/services'
import fc from 'fast-check'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CorrectionRequest, Decision, DecisionRequest, LimitShape } from './governor-storage.ts'
import { memoryGovernorStorage } from './memory-storage.ts'
import { redisGovernorStorage } from './redis-storage.ts'

let redis: Redis
beforeAll(async () => (redis = new Redis(await redisUrl())))
afterAll(() => redis.disconnect())

const shapes: readonly LimitShape[] = [
  { name: 'app', quota: 2000, windowMs: 3_600_000, burstShare: 0.14, refillShare: 0.84 },
  { name: 'act_1:score', quota: 60, windowMs: 300_000, burstShare: 0.98, refillShare: 1 },
  { name: 'act_1:mutations', quota: 100, windowMs: 1000, burstShare: 0.6, refillShare: 0.38 },
]

const shape = fc.constantFrom(...shapes)
const decision = fc.record({
  tenantId: fc.constantFrom('a', 'b'),
  isQueued: fc.boolean(),
  calls: fc.integer({ min: 1, max: 60 }),
  floorShare: fc.constantFrom(0, 0.1),
  fairness: fc.constantFrom(0, 2.3),
  isTried: fc.boolean(),
  limits: fc.uniqueArray(shape, { minLength: 1, selector: ({ name }) => name }),
})
const correction = fc.record(
  {
    shape,
    base: fc.constantFrom(60, 9000),
    percent: fc.integer({ min: 0, max: 1000 }),
    countAtCall: fc.integer({ min: 0, max: 200 }),
    isLevel: fc.boolean(),
    isAssumed: fc.boolean(),
    blockMs: fc.integer({ min: 1, max: 100_000 }),
    isFine: fc.boolean(),
    failuresToOpen: fc.integer({ min: 1, max: 3 }),
    spent: fc.integer({ min: -5, max: 50 }),
  },
  { requiredKeys: ['shape'] },
)
const step = fc.record({
  passedMs: fc.constantFrom(0, 1, 83, 5000, 300_001, 4_000_000),
  act: fc.oneof({ weight: 3, arbitrary: decision }, correction),
})

it('reckons the same in both storages, step by step', async () => {
  let run = 0
  const check = async (steps: readonly (typeof step extends fc.Arbitrary<infer Step> ? Step : never)[]) => {
    let now = Date.UTC(2026, 2, 1)
    const prefix = `same-${process.pid}-${++run}`
    const memory = memoryGovernorStorage({ clock: { now: () => new Date(now) } })
    const shared = redisGovernorStorage(redis, { prefix, now: () => now, commandTimeoutMs: 10_000 })
    for (const { passedMs, act } of steps) {
      now += passedMs
      if ('limits' in act) {
        const request = decisionRequest(act)
        const [there, here] = [await shared.decide(request), await memory.decide(request)]
        expect(rounded(there)).toEqual(rounded(here))
        expect(Math.abs(etaOf(there) - etaOf(here))).toBeLessThan(1)
      } else {
        const { shape: limit, ...learned } = act
        const request: CorrectionRequest = { appId: '1', limits: [{ ...limit, ...learned }] }
        await shared.correct(request)
        await memory.correct(request)
      }
    }
  }
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), check), { numRuns: 150 })
})

function decisionRequest(act: typeof decision extends fc.Arbitrary<infer Act> ? Act : never): DecisionRequest {
  const { tenantId, isQueued, calls, floorShare, fairness, isTried } = act
  const limits = act.limits.map((limit) => ({ ...limit, cost: calls, floorShare, fairness, isTried }))
  return { appId: '1', tenantId, isQueued, calls, limits }
}

/** Compared apart: where a queue is spread, the last of its digits are blown up to parts of a millisecond. */
function etaOf(made: Decision): number {
  return made.isGranted ? 0 : made.etaMs
}

/** Lua's JSON holds fourteen digits; a ten-thousandth of a unit changes nothing. */
function rounded(made: Decision): unknown {
  const value = made.isGranted ? made : { ...made, etaMs: 0 }
  const round = (part: unknown) => (typeof part === 'number' ? Math.round(part * 1e4) / 1e4 : part)
  return JSON.parse(JSON.stringify(value, (_, part: unknown) => round(part)))
}
