import type { AdAccount, BreakdownName, InsightsQuery, InsightsResponse, InsightsRow } from '@adpane/contract'
import { readObjects, type StoredObject } from '../ads/object-store.ts'
import { InvalidRequestError } from '../errors/invalid-request-error.ts'
import type { Store } from '../store/store.ts'
import { emptyFact } from './empty-fact.ts'
import type { FactDesk } from './fact-desk.ts'
import { metricValues } from './metric-values.ts'
import { neededMetrics, rankingMetrics } from './needed-metrics.ts'
import { type Candidate, rankRows } from './rank-rows.ts'
import { answerFacts, type FactAnswer, type PlannedFact } from './read-facts.ts'

/**
 * Answers an insights query for one account.
 *
 * Totals follow the filters and cover every page. Periods that are known and empty count as zero at account level, so
 * that a chart tells "nothing was spent" from "not known yet".
 *
 * @throws {InvalidRequestError} A filter that makes no sense at this level, or a foreign cursor.
 */
export async function readInsights(
  store: Store,
  desk: FactDesk,
  tenantId: string,
  account: AdAccount,
  query: InsightsQuery,
): Promise<InsightsResponse> {
  refuseObjectFilters(query)
  const question = {
    ...query,
    tenantId,
    accountId: account.id,
    metrics: neededMetrics(query),
    rankedBy: rankingMetrics(query),
  }
  const answer = await answerFacts(store, desk, account, question)
  const candidates = await toCandidates(store, tenantId, account, query, answer)
  const { rows, totals, paging } = rankRows(
    candidates,
    { ...query, sort: query.sort ?? defaultSort(query) },
    account.currency,
  )
  return {
    rows: rows.map((row) => toRow(row, query, account)),
    totals,
    currency: account.currency,
    timezone: account.timezone,
    freshness: answer.freshness,
    ...(answer.pending ? { pending: answer.pending } : {}),
    paging,
  }
}

function refuseObjectFilters({ level, filter = [] }: InsightsQuery): void {
  if (level !== 'account') return
  const fields = filter.flatMap(({ field }, index) =>
    field.includes('.') || field === 'effective_status'
      ? [
          {
            field: `filter[${index}].field`,
            message: `An account row has no ${field}. Use level=campaign, adset or ad.`,
          },
        ]
      : [],
  )
  if (fields.length > 0) throw new InvalidRequestError(fields)
}

function defaultSort({ increment, metrics }: InsightsQuery): string {
  return increment === 'all' ? `-${metrics[0] ?? 'spend'}` : 'day'
}

async function toCandidates(
  store: Store,
  tenantId: string,
  account: AdAccount,
  query: InsightsQuery,
  answer: FactAnswer,
): Promise<Candidate[]> {
  if (query.level === 'account')
    return [...answer.facts, ...emptyPeriods(answer, query, account)].map((fact) =>
      candidate(fact, query, accountObject(account)),
    )
  const { level } = query
  const objects = await store.withTenant(tenantId, (tx) => readObjects(tx, { tenantId, accountId: account.id }, level))
  const byId = new Map(objects.map((object) => [object.id, object]))
  return answer.facts.map((fact) => candidate(fact, query, byId.get(fact.objectId)))
}

function candidate(
  fact: PlannedFact,
  { level, increment }: InsightsQuery,
  object?: Pick<StoredObject, 'name' | 'effectiveStatus' | 'campaignId' | 'adsetId'>,
): Candidate {
  return {
    id: fact.objectId,
    name: object?.name ?? fact.objectId,
    ...(increment === 'all' ? {} : { day: fact.since }),
    fact,
    effectiveStatus: object?.effectiveStatus ?? 'UNKNOWN',
    campaignId: level === 'campaign' ? fact.objectId : (object?.campaignId ?? null),
    adsetId: level === 'adset' ? fact.objectId : (object?.adsetId ?? null),
  }
}

function accountObject({ name, status }: AdAccount) {
  return { name, effectiveStatus: status, campaignId: null, adsetId: null }
}

function emptyPeriods(
  { facts, knownPeriods }: FactAnswer,
  { breakdowns }: InsightsQuery,
  account: AdAccount,
): PlannedFact[] {
  if (breakdowns && breakdowns.length > 0) return []
  const delivered = new Set(facts.map((fact) => fact.since))
  return knownPeriods
    .filter((period) => !delivered.has(period.since))
    .map((period) => emptyFact(account.id, period.since))
}

function toRow({ id, name, day, fact }: Candidate, query: InsightsQuery, { currency }: AdAccount): InsightsRow {
  return {
    id,
    name,
    level: query.level,
    ...(day === undefined ? {} : { day }),
    ...(query.breakdowns && query.breakdowns.length > 0 ? { breakdowns: breakdownsOf(fact, query.breakdowns) } : {}),
    ...metricValues(fact, query.metrics, currency, fact.unknownPeople),
  }
}

// Stored in alphabetical order of their names, whatever the order they were asked in.
function breakdownsOf(fact: PlannedFact, names: readonly BreakdownName[]): Partial<Record<BreakdownName, string>> {
  const values = fact.breakdownValues.split('\t')
  return Object.fromEntries([...names].sort().map((name, index) => [name, values[index] ?? 'unknown']))
}
