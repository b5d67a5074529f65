import type { AdAccount, Freshness, MetricName, MissingReason } from '@adpane/contract'
import type { Store } from '../store/store.ts'
import type { FactDesk, SliceState } from './fact-desk.ts'
import { type FactSlice, type Period, periodsOf } from './fact-slice.ts'
import { type FactRow, readFacts } from './fact-store.ts'
import { isFinal } from './freshness.ts'
import { countsPeople, type FactPlan, type FactQuestion, planQuery } from './plan-query.ts'

/** A fact with the reason why its people are unknown, should they be. */
export interface PlannedFact extends FactRow {
  unknownPeople: MissingReason
}

export interface FactAnswer {
  facts: PlannedFact[]
  /** Periods whose results are known, whether anything was delivered in them or not. */
  knownPeriods: Period[]
  freshness: Freshness
  pending?: { reportId: string; progress: number; metrics?: MetricName[] }
}

/**
 * Answers a question from the store, after the desk brought it up to date as far as a page may wait.
 *
 * @throws {AdsError} Days are missing and Meta could not be asked.
 */
export async function answerFacts(
  store: Store,
  desk: FactDesk,
  account: AdAccount,
  question: FactQuestion,
): Promise<FactAnswer> {
  const plan = planQuery(question)
  const [base, people] = await Promise.all([
    desk.prepare(account, plan.base),
    plan.people && desk.prepare(account, plan.people),
  ])
  const isComplete = periodsOf(plan.base).every(({ since }) => base.coverage.has(since))
  // A sum over some of the days would look like the sum over all of them.
  if (base.error && !isComplete) throw base.error
  const states = people ? [base, people] : [base]
  const pending = base.pending ?? peoplePending(people, question)
  return {
    facts: await readPlanned(store, plan, question, people),
    knownPeriods: knownPeriods(question, plan.base, base),
    freshness: freshnessOf(question, states, isComplete, account.timezone),
    ...(pending ? { pending } : {}),
  }
}

async function readPlanned(
  store: Store,
  plan: FactPlan,
  question: FactQuestion,
  people?: SliceState,
): Promise<PlannedFact[]> {
  const periods = periodsOf(question)
  const { base, extra } = await store.withTenant(question.tenantId, async (tx) => ({
    base: await readFacts(tx, plan.base, periods),
    extra: plan.people ? await readFacts(tx, plan.people, periods) : [],
  }))
  if (!plan.people) return base.map((fact) => ({ ...fact, unknownPeople: 'not_reported' }))
  const peopleOf = new Map(extra.map((fact) => [factKey(fact), fact]))
  return base.map((fact) => {
    const found = peopleOf.get(factKey(fact))
    return {
      ...fact,
      reach: found?.reach ?? null,
      unique_clicks: found?.unique_clicks ?? null,
      unknownPeople: people?.coverage.has(fact.since) ? 'not_reported' : 'pending',
    }
  })
}

// The sums are all there; only what counts people is still on its way.
// Unless they decide which rows there are: then nothing is complete without them.
function peoplePending(people: SliceState | undefined, question: FactQuestion): FactAnswer['pending'] {
  if (!people?.pending || question.rankedBy.some(countsPeople)) return people?.pending
  return { ...people.pending, metrics: question.metrics.filter(countsPeople) }
}

function factKey(fact: FactRow): string {
  return `${fact.since}\n${fact.objectId}\n${fact.breakdownValues}`
}

function knownPeriods(question: FactQuestion, base: FactSlice, { coverage }: SliceState): Period[] {
  return periodsOf(question).filter((period) =>
    periodsOf({ ...period, increment: base.increment === question.increment ? 'all' : '1' }).every(({ since }) =>
      coverage.has(since),
    ),
  )
}

function freshnessOf(
  question: FactQuestion,
  states: readonly SliceState[],
  isComplete: boolean,
  timeZone: string,
): Freshness {
  const times = states.flatMap((state) => [...state.coverage.values()])
  const oldest = times.length > 0 ? new Date(Math.min(...times.map((time) => time.getTime()))) : null
  const error = states.map((state) => state.error).find((found) => found !== undefined)
  return {
    syncedAt: oldest?.toISOString() ?? null,
    final: isComplete && oldest !== null && isFinal(question.until, oldest, timeZone),
    source: states.some((state) => state.cameFromMeta) ? 'meta' : 'store',
    ...(error ? { limited: { retryAfterMs: error.retryAfterMs ?? DEFAULT_RETRY_MS, code: error.code } } : {}),
  }
}

// What to tell a page whose newer numbers failed for a reason that names no delay.
const DEFAULT_RETRY_MS = 30_000
