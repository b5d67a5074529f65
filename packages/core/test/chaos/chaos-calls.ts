import { AdsError } from '../../src/errors/ads-error.ts'
import { reference } from '../../src/graph/batch/reference.ts'
import type { BatchOperation, LookUp } from '../../src/graph/batch/batch-operation.ts'
import type { InsightsParams } from '../../src/graph/insights-params.ts'
import type { TenantApi } from '../../src/graph/tenant-api.ts'
import { nameOf, newNameOf } from './mark.ts'
import { pace } from './pace.ts'
import type { WriteReport } from './reports.ts'

/** One ad account as a tenant sees it. */
export interface Place {
  meta: TenantApi
  adAccountId: string
}

/** A campaign this process made and may still change once. */
export interface Made extends Place {
  id: string
  mark: string
}

/** What calls need besides their account. */
export interface Surroundings {
  /** A number from 0 to below 1, the same in each run. */
  random: () => number
  nextMark: () => string
  /** Campaigns that are there, for calls to come. */
  made: Made[]
  /** A look has shown that the write of this name was not done. */
  onNotDone: (name: string) => void
  /** One operation of a batch ended, with an error or well. */
  onOperation: (error: unknown) => void
}

/** Says what became of its writes through `told`, and fails as the client does. */
export type ChaosCall = (place: Place, around: Surroundings, told: (report: WriteReport) => void) => Promise<unknown>

/** Milliseconds of the fast clock that a call may take: ten real seconds. */
export const deadlineMs = 10_000 * pace

/** Kinds of calls with their weights. */
export const chaosCalls: Readonly<Record<string, { weight: number; call: ChaosCall }>> = {
  list: { weight: 16, call: listSome },
  insights: { weight: 12, call: readInsights },
  node: { weight: 8, call: readNode },
  // Asked for at the same time by one flow, see the worker: they share calls.
  point_read: { weight: 3, call: readNode },
  batch: { weight: 6, call: runBatch },
  create: { weight: 18, call: create },
  rename: { weight: 10, call: rename },
  delete: { weight: 6, call: remove },
}

async function listSome({ meta, adAccountId }: Place, { random }: Surroundings): Promise<void> {
  const options = { pageSize: 25, fields: ['id', 'name'], reuseUnchanged: random() < 0.3 }
  const edges = ['listCampaigns', 'listAdSets', 'listAds', 'listAdCreatives'] as const
  const [edge = 'listCampaigns'] = pick(edges, random)
  let rows = 0
  // Stops early, while the next page is on its way.
  for await (const _ of meta[edge](adAccountId, options)) if (++rows >= 60) break
}

const question: InsightsParams = {
  level: 'campaign',
  fields: ['campaign_id', 'spend', 'impressions'],
  timeRange: { since: '2026-01-01', until: '2026-01-07' },
}

async function readInsights({ meta, adAccountId }: Place): Promise<void> {
  for await (const _ of meta.readInsights(adAccountId, question, { pageSize: 50 }));
}

/** Of a campaign, or of the account as long as there is none; sometimes of something that is not there. */
function readNode({ meta, adAccountId }: Place, { random, made }: Surroundings): Promise<unknown> {
  if (random() < 0.02) return meta.readObject('999', ['id'])
  const [known] = pick(made, random)
  return known
    ? known.meta.readObject(known.id, ['id', 'name', 'status'])
    : meta.readObject(adAccountId, ['id', 'name'])
}

const aCampaign = { objective: 'OUTCOME_TRAFFIC', special_ad_categories: [], status: 'PAUSED' } as const
const itsBudget = { daily_budget: 5_000_000, bid_strategy: 'LOWEST_COST_WITHOUT_CAP' } as const
const anAdSet = {
  optimization_goal: 'LINK_CLICKS',
  billing_event: 'IMPRESSIONS',
  status: 'PAUSED',
  targeting: { geo_locations: { countries: ['US'] }, targeting_automation: { advantage_audience: 0 } },
} as const

async function create(place: Place, around: Surroundings, told: (report: WriteReport) => void): Promise<void> {
  const mark = around.nextMark()
  const params = { ...aCampaign, ...itsBudget, name: nameOf(mark) }
  const looks = around.random() < 0.3
  const options = { deadlineMs, ...(looks && { lookUp: lookFor(nameOf(mark), place, around) }) }
  const answer = await telling({ mark, action: 'create' }, told, () =>
    place.meta.create(`${place.adAccountId}/campaigns`, params, options),
  )
  around.made.push({ ...place, id: String(answer['id']), mark })
}

async function rename(place: Place, around: Surroundings, told: (report: WriteReport) => void): Promise<unknown> {
  const made = takeMade(around)
  if (made === undefined) return create(place, around, told)
  const { id, mark, meta } = made
  const work = () => meta.update(id, { name: newNameOf(mark) }, { deadlineMs })
  return telling({ mark, action: 'rename' }, told, work)
}

async function remove(place: Place, around: Surroundings, told: (report: WriteReport) => void): Promise<unknown> {
  const made = takeMade(around)
  if (made === undefined) return create(place, around, told)
  const { id, mark, meta } = made
  return telling({ mark, action: 'delete' }, told, () => meta.delete(id, {}, { deadlineMs }))
}

/** Two campaigns, the first with two ad sets of its own, reads of all sorts between, a rename and a delete. */
async function runBatch(place: Place, around: Surroundings, told: (report: WriteReport) => void): Promise<unknown> {
  const { meta, adAccountId } = place
  const operations: BatchOperation[] = []
  const reports: (Omit<WriteReport, 'said'> | undefined)[] = []
  const add = (operation: BatchOperation, report?: Omit<WriteReport, 'said'>): BatchOperation => {
    operations.push(operation)
    reports.push(report)
    return operation
  }
  const make = (edge: string, params: Readonly<Record<string, unknown>>): BatchOperation => {
    const mark = around.nextMark()
    const operation = {
      method: 'POST',
      path: `${adAccountId}/${edge}`,
      params: { ...params, name: nameOf(mark) },
    } as const
    const looks = edge === 'campaigns' && around.random() < 0.3
    return add(looks ? { ...operation, lookUp: lookFor(nameOf(mark), place, around) } : operation, {
      mark,
      action: 'create',
    })
  }
  const campaign = make('campaigns', { ...aCampaign, ...itsBudget })
  add({ method: 'GET', path: `${adAccountId}/ads`, params: { fields: 'id', limit: 5 } })
  make('adsets', { ...anAdSet, campaign_id: reference(campaign) })
  make('adsets', { ...anAdSet, campaign_id: reference(campaign) })
  add({ method: 'GET', path: [reference(campaign)], params: { fields: 'id,name' } })
  make('campaigns', { ...aCampaign, ...itsBudget })
  const [renamed, deleted] = [takeMade(around), takeMade(around)]
  if (renamed?.meta === meta) {
    const params = { name: newNameOf(renamed.mark) }
    add({ method: 'POST', path: renamed.id, params }, { mark: renamed.mark, action: 'rename' })
  }
  if (deleted?.meta === meta) add({ method: 'DELETE', path: deleted.id }, { mark: deleted.mark, action: 'delete' })
  const outcomes = await meta.batch(operations, { deadlineMs })
  for (const [index, outcome] of outcomes.entries()) {
    const report = reports[index]
    if (report) told({ ...report, said: outcome.ok ? 'ok' : outcome.executed })
    around.onOperation(outcome.ok ? undefined : outcome.error)
  }
  if (outcomes.length !== operations.length) throw new TypeError('A batch must tell of each operation.')
  const [first] = outcomes
  if (first?.ok === false && outcomes.every(({ ok }) => !ok)) throw first.error
  return outcomes
}

/** Looks for a campaign by the name nobody else has. */
function lookFor(name: string, { meta, adAccountId }: Place, { onNotDone }: Surroundings): LookUp {
  return async (signal) => {
    const filtering = [{ field: 'name', operator: 'EQUAL', value: name }]
    const rows = meta.listCampaigns(adAccountId, { fields: ['id'], filtering, deadlineMs, ...(signal && { signal }) })
    for await (const { id } of rows) return { id }
    onNotDone(name)
    return 'not_executed'
  }
}

async function telling<Result>(
  report: Omit<WriteReport, 'said'>,
  told: (report: WriteReport) => void,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    const answer = await work()
    told({ ...report, said: 'ok' })
    return answer
  } catch (error) {
    // A write whose error does not say is held to have been done or not, as one that left no trace.
    told({ ...report, said: (error instanceof AdsError ? error.executed : undefined) ?? 'unknown' })
    throw error
  }
}

function takeMade({ made, random }: Surroundings): Made | undefined {
  const [known, index] = pick(made, random)
  if (index !== undefined) made.splice(index, 1)
  return known
}

function pick<T>(list: readonly T[], random: () => number): [T, number] | [undefined, undefined] {
  const index = Math.floor(random() * list.length)
  const item = list[index]
  return item === undefined ? [undefined, undefined] : [item, index]
}
