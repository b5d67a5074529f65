import {
  addDays,
  type AdAccount,
  type BreakdownName,
  type Day,
  type InsightsFilter,
  isMetricName,
  type MetricName,
  type MetricValue,
} from '@adpane/contract'
import { type Fact, noFact } from './fake-facts.ts'
import { type MetricContext, metricsOf, numberOf } from './fake-metrics.ts'
import { addFacts, createdOn, type FakeLevel, type FakeObject, objectsOf, reachOf, sumFacts } from './fake-objects.ts'

/** A parsed question to the fake BFF. */
export interface FakeQuestion {
  account: AdAccount
  /** Today in the account's time zone; its numbers are half done. */
  today: Day
  /** The last day Meta was read on; nothing is known after it. */
  knownUntil: Day
  since: Day
  until: Day
  metrics: readonly MetricName[]
  level: FakeLevel | 'account'
  increment: '1' | '7' | 'monthly' | 'all'
  breakdowns: readonly BreakdownName[]
  filter: readonly InsightsFilter[]
  sort: string | undefined
  limit: number
  offset: number
  trend: MetricName | undefined
}

/** One row before it is written: its facts and what can be said about them. */
interface Draft {
  object: FakeObject | undefined
  day?: Day
  fact: Fact
  context: MetricContext
}

/** Answers `/insights`: a row an object and period, totals over all of them. */
export function answerInsights(question: FakeQuestion) {
  const drafts = question.level === 'account' ? accountDrafts(question) : objectDrafts(question)
  return envelope(question, drafts, (draft) => ({
    id: draft.object?.id ?? question.account.id,
    name: draft.object?.name ?? question.account.name,
    level: question.level,
    ...(draft.day !== undefined && { day: draft.day }),
    ...metricsOf(question.metrics, draft.fact, draft.context),
  }))
}

/** Answers `/campaigns`, `/adsets` and `/ads`: one row an object over the whole range. */
export function answerObjects(question: FakeQuestion, level: FakeLevel) {
  const drafts = objectDrafts({ ...question, level, increment: 'all' })
  return envelope(question, drafts, (draft, index) => ({
    ...(draft.object && objectFields(draft.object, level, question, index)),
    ...metricsOf(question.metrics, draft.fact, draft.context),
  }))
}

function envelope<Row>(question: FakeQuestion, drafts: readonly Draft[], write: (draft: Draft, index: number) => Row) {
  const kept = sorted(
    drafts.filter((draft) => passes(draft, question.filter)),
    question.sort,
  )
  const page = kept.slice(question.offset, question.offset + question.limit)
  const end = question.offset + page.length
  const rows: Row[] = page.map((draft, index) => write(draft, question.offset + index))
  return {
    rows,
    totals: { ...totalsOf(question, kept), of: kept.length },
    currency: question.account.currency,
    timezone: question.account.timezone,
    paging: end < kept.length ? { next: String(end) } : {},
  }
}

function totalsOf(question: FakeQuestion, drafts: readonly Draft[]) {
  const fact = drafts.map((draft) => draft.fact).reduce(addFacts, noFact)
  const only = drafts.length === 1 ? drafts[0] : undefined
  const context: MetricContext = {
    currency: question.account.currency,
    reach: only?.context.reach ?? null,
    tracksValue: drafts.some((draft) => draft.context.tracksValue),
  }
  return metricsOf(question.metrics, fact, context)
}

function accountDrafts(question: FakeQuestion): readonly Draft[] {
  const objects = objectsOf(question.account.id, 'campaign', question.today)
  return periodsOf(question).map(({ day, since, until }) => {
    const fact = objects.map((object) => sumFacts(object, since, until)).reduce(addFacts, noFact)
    const context: MetricContext = {
      currency: question.account.currency,
      // Meta says it for the exact range of the row; campaigns overlap by about a fifth.
      reach: Math.round(
        0.8 *
          objects.reduce((sum, object) => sum + (reachOf(object, sumFacts(object, since, until).impressions) ?? 0), 0),
      ),
      tracksValue: objects.some((object) => object.campaign.tracksValue),
    }
    return { object: undefined, fact, context, ...(question.increment !== 'all' && { day }) }
  })
}

function objectDrafts(question: FakeQuestion): readonly Draft[] {
  const level = question.level === 'account' ? 'campaign' : question.level
  return objectsOf(question.account.id, level, question.today).flatMap((object) =>
    periodsOf(question).map(({ day, since, until }) => {
      const fact = sumFacts(object, since, until)
      const context: MetricContext = {
        currency: question.account.currency,
        reach: reachOf(object, fact.impressions),
        tracksValue: object.campaign.tracksValue,
      }
      return { object, fact, context, ...(question.increment !== 'all' && { day }) }
    }),
  )
}

interface Period {
  day: Day
  since: Day
  until: Day
}

function periodsOf({ since, until, increment, knownUntil }: FakeQuestion): readonly Period[] {
  const last = until < knownUntil ? until : knownUntil
  if (increment === 'all') return [{ day: since, since, until: last }]
  const periods: Period[] = []
  for (let day = since; day <= last;) {
    const end = periodEnd(day, increment)
    const cut = end < last ? end : last
    periods.push({ day, since: day, until: cut })
    day = addDays(cut, 1)
  }
  return periods
}

function periodEnd(day: Day, increment: '1' | '7' | 'monthly'): Day {
  if (increment === '1') return day
  if (increment === '7') return addDays(day, 6)
  return addDays(`${addDays(`${day.slice(0, 7)}-28`, 4).slice(0, 7)}-01`, -1)
}

function passes(draft: Draft, filters: readonly InsightsFilter[]): boolean {
  return filters.every(({ field, operator, value }) => {
    const actual = fieldOf(draft, field)
    const wanted = Array.isArray(value) ? value : [value]
    const texts = wanted.map((item) => String(item).toLowerCase())
    const text = String(actual ?? '').toLowerCase()
    switch (operator) {
      case 'EQUAL':
      case 'IN':
        return texts.includes(text)
      case 'NOT_EQUAL':
      case 'NOT_IN':
        return !texts.includes(text)
      case 'CONTAIN':
        return texts.some((part) => text.includes(part))
      case 'NOT_CONTAIN':
        return !texts.some((part) => text.includes(part))
      case 'GREATER_THAN':
        return Number(actual) > Number(wanted[0])
      case 'GREATER_THAN_OR_EQUAL':
        return Number(actual) >= Number(wanted[0])
      case 'LESS_THAN':
        return Number(actual) < Number(wanted[0])
      case 'LESS_THAN_OR_EQUAL':
        return Number(actual) <= Number(wanted[0])
    }
  })
}

function fieldOf({ object, fact, context }: Draft, field: string): string | number | undefined {
  if (isMetricName(field)) return numberOf(field, fact, context)
  if (field === 'id') return object?.id
  if (field === 'name') return object?.name
  if (field === 'effective_status') return object?.campaign.effectiveStatus
  if (field === 'campaign.id') return object?.campaignId
  return field === 'adset.id' ? object?.adsetId : undefined
}

/** Unknown values come last, whichever way the rest goes. */
function sorted(drafts: readonly Draft[], sort: string | undefined): readonly Draft[] {
  if (!sort) return drafts
  const way = sort.startsWith('-') ? -1 : 1
  const key = sort.replace(/^-/, '')
  const value = (draft: Draft) => (key === 'day' ? draft.day : fieldOf(draft, key))
  return drafts.toSorted((a, b) => {
    const [left, right] = [value(a), value(b)]
    if (left === undefined || right === undefined) return Number(left === undefined) - Number(right === undefined)
    return way * (typeof left === 'string' ? left.localeCompare(String(right)) : left - Number(right))
  })
}

function objectFields(object: FakeObject, level: FakeLevel, question: FakeQuestion, index: number) {
  const { campaign } = object
  const base = {
    id: object.id,
    name: object.name,
    level,
    configuredStatus: configured(campaign.effectiveStatus),
    effectiveStatus: campaign.effectiveStatus,
    delivery: campaign.delivery,
    createdTime: createdOn(question.today, index),
    updatedTime: createdOn(addDays(question.today, 180), index),
    ...(question.trend && { trend: trendOf(object, question, question.trend) }),
  }
  if (level === 'campaign')
    return {
      ...base,
      ...budget(campaign.adsetBudgets ? null : campaign.dailyBudget, campaign.lifetimeBudget),
      objective: campaign.objective,
      buyingType: 'AUCTION',
      bidStrategy: 'LOWEST_COST_WITHOUT_CAP',
      adsetCount: campaign.adsets,
      adCount: campaign.ads,
    }
  if (level === 'adset')
    return {
      ...base,
      ...budget(campaign.adsetBudgets ? '35.00' : null, null),
      campaignId: object.campaignId,
      optimizationGoal: campaign.objective === 'OUTCOME_LEADS' ? 'LEAD_GENERATION' : 'OFFSITE_CONVERSIONS',
      billingEvent: 'IMPRESSIONS',
      adCount: object.ads,
    }
  const { campaignId, adsetId = '' } = object
  return { ...base, campaignId, adsetId, creativeId: `9${object.id.slice(1)}`, thumbnailUrl: null }
}

function configured(effectiveStatus: string): string {
  return effectiveStatus === 'CAMPAIGN_PAUSED' || effectiveStatus === 'PAUSED'
    ? 'PAUSED'
    : effectiveStatus === 'ARCHIVED'
      ? 'ARCHIVED'
      : 'ACTIVE'
}

function budget(dailyBudget: string | null, lifetimeBudget: string | null) {
  return { dailyBudget, lifetimeBudget, startTime: null, stopTime: null }
}

function trendOf(object: FakeObject, question: FakeQuestion, metric: MetricName): MetricValue[] {
  return periodsOf({ ...question, increment: '1' }).map(({ day }) => {
    const context = { currency: question.account.currency, reach: null, tracksValue: object.campaign.tracksValue }
    return metricsOf([metric], object.factOn(day), context).metrics[metric] ?? null
  })
}
