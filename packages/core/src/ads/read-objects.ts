import type {
  AdAccount,
  AdRow,
  AdsetRow,
  AdsetsResponse,
  AdsResponse,
  CampaignRow,
  CampaignsResponse,
  DeliveryStatus,
  MetricValue,
  ObjectsQuery,
} from '@adpane/contract'
import { emptyFact } from '../insights/empty-fact.ts'
import type { FactDesk } from '../insights/fact-desk.ts'
import { periodsOf } from '../insights/fact-slice.ts'
import { metricValues } from '../insights/metric-values.ts'
import { neededMetrics, rankingMetrics } from '../insights/needed-metrics.ts'
import { type Candidate, rankRows } from '../insights/rank-rows.ts'
import { answerFacts, type FactAnswer, type PlannedFact } from '../insights/read-facts.ts'
import type { Store } from '../store/store.ts'
import { type ChildCounts, countChildren } from './child-counts.ts'
import { type ObjectLevel, readObjects, type StoredObject } from './object-store.ts'

/** The response of each level. */
export interface ObjectResponses {
  campaign: CampaignsResponse
  adset: AdsetsResponse
  ad: AdsResponse
}

/**
 * Lists campaigns, ad sets or ads with what they achieved over a range.
 *
 * Objects without delivery show zeros. Archived and deleted ones appear where they delivered in the range, or where a
 * filter names their status.
 *
 * @throws {InvalidRequestError} A filter that makes no sense, or a foreign cursor.
 */
export async function readObjectRows<L extends ObjectLevel>(
  store: Store,
  desk: FactDesk,
  tenantId: string,
  account: AdAccount,
  level: L,
  query: ObjectsQuery,
): Promise<ObjectResponses[L]> {
  const owner = { tenantId, accountId: account.id }
  const question = {
    ...owner,
    level,
    since: query.since,
    until: query.until,
    increment: 'all' as const,
    metrics: neededMetrics(query),
    rankedBy: rankingMetrics(query),
  }
  const answer = await answerFacts(store, desk, account, question)
  const objects = await store.withTenant(tenantId, (tx) => readObjects(tx, owner, level))
  const candidates = toCandidates(objects, answer, level, query)
  const { rows, totals, paging } = rankRows(
    candidates,
    { ...query, sort: query.sort ?? `-${query.metrics[0] ?? 'spend'}` },
    account.currency,
  )
  const children = await store.withTenant(tenantId, (tx) => countChildren(tx, owner))
  const trends = query.trend
    ? await readTrends(store, desk, account, { ...question, metrics: [query.trend], rankedBy: [] }, query.trend)
    : undefined
  const response = {
    rows: rows.map((row) => ({
      ...toRow(row, level, query, account, children),
      ...(trends ? { trend: trends(row.id) } : {}),
    })),
    totals,
    currency: account.currency,
    timezone: account.timezone,
    freshness: answer.freshness,
    ...(answer.pending ? { pending: answer.pending } : {}),
    paging,
  }
  return response as ObjectResponses[L]
}

interface ObjectCandidate extends Candidate {
  object: StoredObject
}

function toCandidates(
  objects: readonly StoredObject[],
  answer: FactAnswer,
  level: ObjectLevel,
  query: ObjectsQuery,
): ObjectCandidate[] {
  const factOf = new Map(answer.facts.map((fact) => [fact.objectId, fact]))
  const namesStatus = query.filter?.some((filter) => filter.field === 'effective_status')
  return objects
    .filter((object) => namesStatus || factOf.has(object.id) || !isPutAway(object))
    .map((object) => ({
      id: object.id,
      name: object.name,
      fact: factOf.get(object.id) ?? withoutDelivery(object.id, answer),
      effectiveStatus: object.effectiveStatus,
      campaignId: level === 'campaign' ? object.id : object.campaignId,
      adsetId: level === 'adset' ? object.id : object.adsetId,
      object,
    }))
}

function isPutAway({ effectiveStatus }: StoredObject): boolean {
  return effectiveStatus === 'ARCHIVED' || effectiveStatus === 'DELETED'
}

// Before the first day of a range is known, an object's zeros would be guesses about its reach.
function withoutDelivery(id: string, answer: FactAnswer): PlannedFact {
  const fact = emptyFact(id, '')
  return answer.pending && !answer.pending.metrics
    ? { ...fact, reach: null, unique_clicks: null, unknownPeople: 'pending' }
    : fact
}

function toRow(
  { id, name, fact, object }: ObjectCandidate,
  level: ObjectLevel,
  query: ObjectsQuery,
  account: AdAccount,
  children: ChildCounts,
): CampaignRow | AdsetRow | AdRow {
  const { details } = object
  const shared = {
    id,
    name,
    level,
    ...metricValues(fact, query.metrics, account.currency, fact.unknownPeople),
    configuredStatus: object.configuredStatus,
    effectiveStatus: object.effectiveStatus,
    delivery: object.delivery as DeliveryStatus,
    createdTime: details.createdTime ?? null,
    updatedTime: details.updatedTime ?? null,
  }
  const campaignId = object.campaignId ?? ''
  if (level === 'ad')
    return {
      ...shared,
      campaignId,
      adsetId: object.adsetId ?? '',
      creativeId: details.creativeId ?? null,
      thumbnailUrl: details.thumbnailUrl ?? null,
    }
  const budget = {
    dailyBudget: details.dailyBudget ?? null,
    lifetimeBudget: details.lifetimeBudget ?? null,
    startTime: details.startTime ?? null,
    stopTime: details.stopTime ?? null,
    adCount: children.adsOf(id),
  }
  if (level === 'adset')
    return {
      ...shared,
      ...budget,
      campaignId,
      optimizationGoal: details.optimizationGoal ?? null,
      billingEvent: details.billingEvent ?? null,
    }
  return {
    ...shared,
    ...budget,
    objective: details.objective ?? null,
    buyingType: details.buyingType ?? null,
    bidStrategy: details.bidStrategy ?? null,
    adsetCount: children.adsetsOf(id),
  }
}

async function readTrends(
  store: Store,
  desk: FactDesk,
  account: AdAccount,
  question: Parameters<typeof answerFacts>[3],
  metric: NonNullable<ObjectsQuery['trend']>,
): Promise<(id: string) => MetricValue[]> {
  const daily = { ...question, increment: '1' as const }
  const { facts, knownPeriods } = await answerFacts(store, desk, account, daily)
  const known = new Set(knownPeriods.map((period) => period.since))
  const byObject = Map.groupBy(facts, (fact) => fact.objectId)
  return (id) => {
    const byDay = new Map((byObject.get(id) ?? []).map((fact) => [fact.since, fact]))
    return periodsOf(daily).map(({ since }) => {
      if (!known.has(since)) return null
      const fact = byDay.get(since) ?? emptyFact(id, since)
      return metricValues(fact, [metric], account.currency, 'not_reported').metrics[metric] ?? null
    })
  }
}
