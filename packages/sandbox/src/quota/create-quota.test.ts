import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Caller } from '../identity/caller.ts'
import type { AdAccount } from '../world/objects.ts'
import { createQuota } from './create-quota.ts'
import type { Admission, Charge, Quota, UseCase } from './quota.ts'

const start = Date.parse('2026-11-23T12:00:00Z')
const hourMs = 3_600_000
const caller = { appId: '118' } as Caller

/** An account of so many active ads and audiences. */
function anAccount({ id = 'act_55', ads = 0, audiences = 0 } = {}): AdAccount {
  const active = { type: 'Ad', values: { status: 'ACTIVE' }, adSet: undefined }
  const lists: Record<string, unknown[]> = {
    Ad: Array.from({ length: ads }, () => active),
    CustomAudience: Array.from({ length: audiences }),
  }
  return { id, objects: () => ({ all: (type: string) => lists[type] ?? [] }) } as unknown as AdAccount
}

const account = anAccount()

function charge(nowMs: number, changes: Partial<Charge> = {}): Charge {
  return { caller, account, useCase: 'ads_management', kind: 'read', isMutation: false, nowMs, ...changes }
}

function codes({ refusal }: Admission): (number | undefined)[] {
  return refusal ? [refusal.fields.code, refusal.fields.subcode] : []
}

const json = ({ headers }: Admission, name: string): Record<string, never> => JSON.parse(headers[name] ?? '{}')
const entriesOf = (admission: Admission) =>
  json(admission, 'x-business-use-case-usage')['55'] as unknown as Record<string, unknown>[]

/** Calls until one is refused; how many went through, and what the refusal says. */
function exhaust(quota: Quota, changes: Partial<Charge>, everyMs = 0): { passed: number; refused: Admission } {
  for (let passed = 0; ; passed++) {
    const admission = quota.admit(charge(start + passed * everyMs, changes))
    if (admission.refusal || passed > 1_000_000) return { passed, refused: admission }
  }
}

describe('the score of an ad account', () => {
  it.each([
    ['development', 'read', 60],
    ['development', 'write', 20],
    ['standard', 'read', 9000],
    ['standard', 'write', 3000],
  ] as const)('lets a %s app make so many %ss at once', (mode, kind, calls) => {
    const { passed, refused } = exhaust(createQuota({ mode }), { kind })
    expect([passed, ...codes(refused)]).toEqual([calls, 17, 2446079])
    expect(json(refused, 'x-ad-account-usage')).toEqual({
      acc_id_util_pct: 100,
      reset_time_duration: 300,
      ads_api_access_tier: mode === 'standard' ? 'standard_access' : 'development_access',
    })
  })

  it('is told in percent with decimals, and in seconds until it is gone', () => {
    const quota = createQuota({ mode: 'development' })
    const admission = quota.admit(charge(start))
    expect(json(admission, 'x-ad-account-usage')).toMatchObject({ acc_id_util_pct: 1.67, reset_time_duration: 5 })
  })

  it('can be answered with the code of another page of Meta', () => {
    const { refused } = exhaust(createQuota({ mode: 'development', scoreErrorCode: 613 }), {})
    expect(codes(refused)).toEqual([613, 1487742])
  })

  it('does not count insights calls', () => {
    const quota = createQuota({ mode: 'development' })
    for (let call = 0; call < 200; call++) quota.admit(charge(start, { useCase: 'ads_insights' }))
    expect(codes(quota.admit(charge(start)))).toEqual([])
  })

  it('is one for each app and ad account', () => {
    const quota = createQuota({ mode: 'development' })
    exhaust(quota, {})
    expect(codes(quota.admit(charge(start)))).toEqual([17, 2446079])
    expect(codes(quota.admit(charge(start, { account: anAccount({ id: 'act_56' }) })))).toEqual([])
    expect(codes(quota.admit(charge(start, { caller: { ...caller, appId: '119' } })))).toEqual([])
  })
})

describe('hourly quotas', () => {
  it.each([
    ['development', 'ads_insights', 0, 600, 80000],
    ['development', 'ads_insights', 3, 1800, 80000],
    ['standard', 'ads_insights', 2, 190_800, 80000],
    ['development', 'ads_management', 2, 380, 80004],
    ['standard', 'ads_management', 1, 100_040, 80004],
  ] as const)('on the %s tier, %s, with %i active ads: %i calls', (mode, useCase, ads, calls, code) => {
    // Spread over most of an hour, so slowly that the score never fills.
    const { passed, refused } = exhaust(
      createQuota({ mode }),
      { useCase, account: anAccount({ ads }) },
      (59 * 60_000) / calls,
    )
    expect([passed, ...codes(refused)]).toEqual([calls, code, 2446079])
    expect(entriesOf(refused)[0]).toMatchObject({
      type: useCase,
      call_count: 100,
      total_time: 100,
      total_cputime: 100,
      estimated_time_to_regain_access: 1,
    })
  })

  it.each([
    ['development', 5, 5200],
    ['lenient', 5, 190_200],
    ['development', 50_000, 700_000],
    ['lenient', 50_000, 700_000],
  ] as const)('on the %s tier, with %i audiences: %i calls for audiences', (mode, audiences, calls) => {
    const quota = createQuota({ mode })
    const call = { useCase: 'custom_audience', account: anAccount({ audiences }) } as const
    for (let made = 0; made < 2000; made++) quota.admit(charge(start, call))
    expect(quota.state(start).accounts[0]?.hourly).toMatchObject([{ useCase: 'custom_audience', quota: calls }])
  })

  it('answer a full hour of audience calls with a code of their own', () => {
    const quota = createQuota({ mode: 'development' })
    // Refused calls count too: the score closes first, the hour after it.
    const made = Array.from({ length: 5001 }, () => quota.admit(charge(start, { useCase: 'custom_audience' })))
    expect(made.slice(59, 62).map(codes)).toEqual([[], [17, 2446079], [17, 2446079]])
    expect(codes(made[5000] ?? { headers: {} })).toEqual([80003, 2446079])
  })

  it('roll: one call fits again when the first minute of calls is an hour old', () => {
    const quota = createQuota({ mode: 'development' })
    const { refused } = exhaust(quota, { useCase: 'ads_insights' })
    expect(entriesOf(refused)[0]).toMatchObject({ estimated_time_to_regain_access: 60 })
    const at = (nowMs: number) => codes(quota.admit(charge(nowMs, { useCase: 'ads_insights' })))
    expect(at(start + hourMs - 1)).toEqual([80000, 2446079])
    expect(at(start + hourMs)).toEqual([])
  })

  it('lose one call for a thousand user errors', () => {
    const quota = createQuota({ mode: 'development' })
    for (let error = 0; error < 2000; error++) quota.countUserError(charge(start, { useCase: 'ads_insights' }))
    expect(exhaust(quota, { useCase: 'ads_insights' }).passed).toBe(598)
  })

  it('tell the tier for ads only, and every use case of the hour, its own first', () => {
    const quota = createQuota()
    quota.admit(charge(start, { useCase: 'ads_insights' }))
    const entries = entriesOf(quota.admit(charge(start, { useCase: 'custom_audience' })))
    expect(entries).toEqual([
      {
        type: 'custom_audience',
        call_count: 0,
        total_cputime: 0,
        total_time: 0,
        estimated_time_to_regain_access: 0,
      },
      expect.objectContaining({ type: 'ads_insights', ads_api_access_tier: 'standard_access' }),
    ])
    const later = entriesOf(quota.admit(charge(start + 2 * hourMs)))
    expect(later.map(({ type }) => type)).toEqual(['ads_management'])
  })
})

describe('other limits', () => {
  it('allow a hundred edits a second for each account', () => {
    const quota = createQuota({ mode: 'standard' })
    const edit = { kind: 'write', isMutation: true } as const
    const { passed, refused } = exhaust(quota, edit)
    expect([passed, ...codes(refused)]).toEqual([100, 613, 5044001])
    expect(refused.refusal?.message).toMatch(/^Your ad account 55 has exceeded/)
    expect(codes(quota.admit(charge(start, { kind: 'read' })))).toEqual([])
    expect(codes(quota.admit(charge(start + 1000, edit)))).toEqual([])
  })

  it('let the app make 200 calls an hour for each user about no account', () => {
    const quota = createQuota({ mode: 'standard', appUsers: 2 })
    const { account: _, ...about } = charge(start)
    for (let call = 0; call < 400; call++) expect(codes(quota.admit(about))).toEqual([])
    const refused = quota.admit(about)
    expect(refused.refusal?.message).toBe('(#4) Application request limit reached')
    expect(json(refused, 'x-app-usage')).toEqual({ call_count: 100, total_cputime: 100, total_time: 100 })
    expect(codes(quota.admit({ ...about, nowMs: start + hourMs }))).toEqual([])
  })

  it('refuse insights while the switch for an overload is on, and nothing else', () => {
    const quota = createQuota()
    quota.setOverload(true)
    const refused = quota.admit(charge(start, { useCase: 'ads_insights' }))
    expect(codes(refused)).toEqual([4, 1504022])
    expect(json(refused, 'x-fb-ads-insights-throttle')).toMatchObject({ app_id_util_pct: 100 })
    expect(codes(quota.admit(charge(start)))).toEqual([])
    quota.setOverload(false)
    expect(codes(quota.admit(charge(start, { useCase: 'ads_insights' })))).toEqual([])
  })

  it('give reach by breakdown ten runs a day, told in a header of insights', () => {
    const quota = createQuota()
    const run = { caller, account, nowMs: start }
    expect(Array.from({ length: 11 }, () => quota.takeReachRun(run))).toEqual([
      ...Array.from({ length: 10 }, () => true),
      false,
    ])
    const admission = quota.admit(charge(start, { useCase: 'ads_insights' }))
    expect(json(admission, 'x-fb-ads-insights-reach-throttle')).toMatchObject({ acc_id_util_pct: 100 })
    expect(quota.takeReachRun({ ...run, nowMs: start + 24 * hourMs })).toBe(true)
  })
})

describe('modes', () => {
  it('lenient counts and tells, and refuses nothing', () => {
    const quota = createQuota()
    let last = quota.admit(charge(start))
    for (let call = 0; call < 10_000; call++) last = quota.admit(charge(start, { kind: 'write', isMutation: true }))
    expect(codes(last)).toEqual([])
    expect(json(last, 'x-ad-account-usage')).toMatchObject({
      acc_id_util_pct: 100,
      ads_api_access_tier: 'standard_access',
    })
    expect(quota.state(start)).toMatchObject({ mode: 'lenient', accounts: [{ adAccountId: 'act_55', score: 9000 }] })
  })

  it('can be changed while running', () => {
    const quota = createQuota()
    quota.setTier('development_access')
    expect([quota.mode, quota.tier]).toEqual(['development', 'development_access'])
    expect(exhaust(quota, {}).passed).toBe(60)
    quota.setMode('lenient')
    expect(codes(quota.admit(charge(start)))).toEqual([])
  })

  it('shows blocks, and forgets accounts whose counters are empty', () => {
    const quota = createQuota({ mode: 'development' })
    exhaust(quota, {})
    expect(quota.state(start).accounts).toEqual([
      {
        appId: '118',
        adAccountId: 'act_55',
        score: 60,
        maxScore: 60,
        blockedUntil: '2026-11-23T12:05:00.000Z',
        hourly: [{ useCase: 'ads_management', calls: 61, quota: 300, minutesToRegain: 0 }],
      },
    ])
    expect(quota.state(start + 2 * hourMs).accounts).toEqual([])
  })

  it('go on as they were from an exported state', () => {
    const quota = createQuota({ mode: 'development' })
    exhaust(quota, {})
    exhaust(quota, { useCase: 'ads_insights' })
    quota.changes.count('adset_budget', '6', start)
    const copy = createQuota()
    copy.importState(JSON.parse(JSON.stringify(quota.exportState())))
    expect(copy.exportState()).toEqual(quota.exportState())
    expect(copy.state(start)).toEqual(quota.state(start))
    for (const useCase of ['ads_management', 'ads_insights'] as const) {
      expect(copy.admit(charge(start, { useCase }))).toEqual(quota.admit(charge(start, { useCase })))
    }
  })
})

describe('a client that waits as told', () => {
  const step = fc.record({
    waitMs: fc.nat(20_000),
    useCase: fc.constantFrom<UseCase>('ads_management', 'ads_insights', 'custom_audience'),
    kind: fc.constantFrom<Charge['kind']>('read', 'write'),
    burst: fc.integer({ min: 1, max: 40 }),
  })

  it('always recovers, however it got there', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.boolean(), (steps, countsRefusedCalls) => {
        const quota = createQuota({ mode: 'development', countsRefusedCalls })
        let nowMs = start
        for (const { waitMs, burst, ...call } of steps) {
          nowMs += waitMs
          for (let index = 0; index < burst; index++) {
            const isMutation = call.kind === 'write'
            const admission = quota.admit(charge(nowMs, { ...call, isMutation }))
            if (!admission.refusal) continue
            nowMs += toldWaitMs(admission)
            expect(codes(quota.admit(charge(nowMs, { ...call, isMutation })))).toEqual([])
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  /** The longest of what the headers say; a second for the limit on edits, which has none. */
  function toldWaitMs(admission: Admission): number {
    const seconds = Number(json(admission, 'x-ad-account-usage')['reset_time_duration'])
    const minutes = Number(entriesOf(admission)[0]?.['estimated_time_to_regain_access'])
    return Math.max(1000, seconds * 1000, minutes * 60_000)
  }
})

it('costs a few microseconds a call and keeps no more than a few hundred numbers an account', () => {
  const quota = createQuota({ mode: 'standard' })
  const accounts = Array.from({ length: 5000 }, (_, index) => anAccount({ id: `act_${index}` }))
  const begun = performance.now()
  for (let call = 0; call < 50_000; call++) {
    const nowMs = start + call * 50
    const useCase = call % 2 === 0 ? 'ads_insights' : 'ads_management'
    quota.admit(charge(nowMs, { useCase, account: accounts[call % 5000] ?? account }))
  }
  // A generous bound: the machine may be busy.
  expect(performance.now() - begun).toBeLessThan(5000)
  const [first] = quota.exportState().accounts
  expect(JSON.stringify(first).length).toBeLessThan(1000)
})
