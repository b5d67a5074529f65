import { createGovernor, memoryGovernorStorage, MetaRateLimitError, type GovernedCall, type Permit } from '@adpane/core'
import { createQuotaServer, type QuotaServer } from './quota-server.ts'
import { createVirtualTime, type VirtualTime } from './virtual-time.ts'

export interface Scenario {
  tenants: number
  accountsPerTenant: number
  /** Background calls that the first tenant wants at once, at the start. */
  floodCalls: number
  /** Calls a second of all other tenants together, at random. */
  otherCallsPerSecond: number
  appCallsPerHour: number
  hours: number
  /** What background work leaves to people. */
  interactiveReserve: number
}

export const contendedApp: Scenario = {
  tenants: 200,
  accountsPerTenant: 5,
  floodCalls: 100_000,
  otherCallsPerSecond: 10,
  appCallsPerHour: 72_000,
  hours: 2,
  interactiveReserve: 0.1,
}

export interface Outcome {
  /** Refusals of Meta's that reached whoever called: in the first second, and after. */
  throttledWhileLearning: number
  throttledLater: number
  /** Calls of the other tenants: how many ended well, and the waits of those, sorted, in milliseconds. */
  others: { wanted: number; done: number; waitsMs: readonly number[] }
  flood: { done: number }
  /** Calls Meta let through ÷ what its quota less the reserve allows in that time. */
  usedShare: number
  /** Decisions asked of the governor. */
  decisions: number
}

interface Call {
  call: GovernedCall
  wantedAtMs: number
}

interface Run {
  scenario: Scenario
  time: VirtualTime
  server: QuotaServer
  random: () => number
  outcome: Outcome & { others: { waitsMs: number[] } }
}

const startMs = Date.UTC(2026, 2, 1)
const learningMs = 1000

/** The scenario under the governor: every call is a job of its own, put back for as long as it is told. */
export async function simulateGoverned(scenario: Scenario): Promise<Outcome> {
  const run = startRun(scenario)
  const { time, outcome } = run
  const clock = { now: () => new Date(time.nowMs()) }
  const governor = createGovernor({
    storage: memoryGovernorStorage({ clock }),
    clock,
    interactiveReserve: scenario.interactiveReserve,
  })
  const attempt = async (job: Call): Promise<void> => {
    outcome.decisions++
    const turn = await governor.admit(job.call).catch((error: unknown) => retryAfterMs(error))
    if (typeof turn === 'number') time.at(time.nowMs() + turn, () => attempt(job))
    else send(run, job, turn)
  }
  return finish(run, attempt)
}

/** The same with nobody in between: the flood in 100 loops as `for … await` makes them, everybody else at once. */
export async function simulateNaive(scenario: Scenario): Promise<Outcome> {
  const run = startRun(scenario)
  const waiting: Call[] = []
  const next = (): void => {
    const job = waiting.pop()
    if (job) send(run, job, undefined, next)
  }
  return finish(run, (job) => {
    if (job.call.tenantId !== floodTenant) return send(run, job)
    waiting.push(job)
    if (waiting.length === scenario.floodCalls) for (let loop = 0; loop < 100; loop++) next()
  })
}

function startRun(scenario: Scenario): Run {
  return {
    scenario,
    time: createVirtualTime(startMs),
    server: createQuotaServer(scenario.appCallsPerHour),
    random: randomFrom(7),
    outcome: {
      throttledWhileLearning: 0,
      throttledLater: 0,
      others: { wanted: 0, done: 0, waitsMs: [] },
      flood: { done: 0 },
      usedShare: 0,
      decisions: 0,
    },
  }
}

async function finish(run: Run, attempt: (job: Call) => void | Promise<void>): Promise<Outcome> {
  const { scenario, time, server, outcome, random } = run
  for (let index = 0; index < scenario.floodCalls; index++) {
    const job = { call: aCall(scenario, 0, index, 'background'), wantedAtMs: startMs }
    time.at(startMs, () => attempt(job))
  }
  const endMs = startMs + scenario.hours * 3_600_000
  const arrive = async (): Promise<void> => {
    const tenant = 1 + Math.floor(random() * (scenario.tenants - 1))
    const lane = random() < 0.3 ? 'interactive' : 'background'
    outcome.others.wanted++
    time.at(time.nowMs() + (-Math.log(1 - random()) * 1000) / scenario.otherCallsPerSecond, arrive)
    await attempt({ call: aCall(scenario, tenant, Math.floor(random() * 1000), lane), wantedAtMs: time.nowMs() })
  }
  time.at(startMs, arrive)
  await time.runUntil(endMs)
  const allowed = scenario.appCallsPerHour * (1 - scenario.interactiveReserve) * scenario.hours
  outcome.usedShare = server.counts.accepted / allowed
  outcome.others.waitsMs.sort((a, b) => a - b)
  return outcome
}

/** The call reaches Meta after half of its way; its answer takes the other half. */
function send(run: Run, job: Call, permit?: Permit, whenDone: () => void = () => {}): void {
  const { time, server, random, outcome } = run
  const halfwayMs = 40 + random() * 160
  const waitMs = time.nowMs() - job.wantedAtMs
  time.at(time.nowMs() + halfwayMs, () => {
    const answer = server.answer(job.call.adAccountId ?? '', job.call.kind, time.nowMs())
    const isRefused = answer.status !== 200
    if (isRefused && time.nowMs() < startMs + learningMs) outcome.throttledWhileLearning++
    else if (isRefused) outcome.throttledLater++
    else if (job.call.tenantId === floodTenant) outcome.flood.done++
    else {
      outcome.others.done++
      outcome.others.waitsMs.push(waitMs)
    }
    time.at(time.nowMs() + halfwayMs, () => {
      permit?.settle(answer)
      whenDone()
    })
  })
}

const floodTenant = 'tenant-0'

function aCall(scenario: Scenario, tenant: number, salt: number, lane: GovernedCall['lane']): GovernedCall {
  const account = tenant * scenario.accountsPerTenant + (salt % scenario.accountsPerTenant) + 1
  const kind = salt % 10 === 0 ? 'write' : 'read'
  const adAccountId = `act_${account}` as const
  return { appId: '1', tenantId: `tenant-${tenant}`, adAccountId, useCase: 'ads_management', kind, calls: 1, lane }
}

function retryAfterMs(error: unknown): number {
  if (error instanceof MetaRateLimitError) return error.retryAfterMs
  throw error
}

/** Mulberry32, so that every run is the same. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
