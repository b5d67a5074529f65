import { satisfies, type Filter } from '../graph/filtering.ts'
import type { LocalMoment } from '../world/clock.ts'
import type { Cell } from '../world/facts.ts'
import { effectiveStatus } from '../world/effective-status.ts'
import type { Ad, AdAccount, DeliveringObject } from '../world/objects.ts'
import { aggregate, type Totals } from './aggregate.ts'
import { matchesDelivery } from './delivery-info.ts'
import { fieldValue, isMetricField } from './insights-fields.ts'
import { filterTarget, type Breakdown, type InsightsQuery } from './insights-query.ts'
import type { InsightsRow } from './insights-row.ts'
import { adsUnder, objectAt, type InsightsRoot, type Level } from './levels.ts'
import type { Period } from './periods.ts'

/**
 * All rows that answer a query, in its order. Objects without delivery in a period have no row.
 *
 * Rows below the queried object leave out archived and deleted objects unless a status filter asks for them,
 * so a parent can show more than its listed children.
 */
export function insightsRows(query: InsightsQuery, root: InsightsRoot, moment: LocalMoment): readonly InsightsRow[] {
  const ads = prefiltered(query, root, moment)
  const rows = [...Map.groupBy(ads, (ad) => objectAt(query.level, ad)?.id ?? root.account.id)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, own]) => query.periods.flatMap((period) => rowsOf(query, root.account, own, period, moment)))
  const kept = rows.filter((row) => query.filters.every((filter) => rowSatisfies(query, row, filter)))
  return sorted(kept, query)
}

function prefiltered(query: InsightsQuery, root: InsightsRoot, moment: LocalMoment): readonly Ad[] {
  const isStatusAsked = query.filters.some((filter) => /status$|delivery_info$/.test(filter.field))
  const isBelowRoot = query.level !== root.level
  const listed = adsUnder(root).filter((ad) => {
    const object = objectAt(query.level, ad)
    return isStatusAsked || !isBelowRoot || !object || !isGone(object, moment.nowMs)
  })
  return query.filters.reduce<readonly Ad[]>((ads, filter) => applyToAds(query, root, moment, ads, filter), listed)
}

function isGone(object: DeliveringObject, nowMs: number): boolean {
  const status = effectiveStatus(object, nowMs)
  return status === 'ARCHIVED' || status === 'DELETED'
}

function applyToAds(
  query: InsightsQuery,
  root: InsightsRoot,
  moment: LocalMoment,
  ads: readonly Ad[],
  filter: Filter,
): readonly Ad[] {
  const { prefix, name } = filterTarget(filter)
  const idOrName = /^(campaign|adset|ad)_(id|name)$/.exec(name)
  if (idOrName)
    return ads.filter((ad) =>
      matchesObject(objectAt(levelNamed(idOrName[1]), ad), idOrName[2] ?? '', filter, moment.nowMs),
    )
  if (!isMetricField(name)) {
    if (name === 'action_type' || name === 'age' || name === 'gender') return ads
    return ads.filter((ad) => matchesObject(objectAt(prefix ?? query.level, ad), name, filter, moment.nowMs))
  }
  // A metric of the row itself is compared when the row is known.
  if (prefix === undefined || prefix === query.level) return ads
  return adsWithMetric(query, root, moment, ads, prefix, name, filter)
}

function adsWithMetric(
  query: InsightsQuery,
  root: InsightsRoot,
  moment: LocalMoment,
  ads: readonly Ad[],
  level: Level,
  name: string,
  filter: Filter,
): readonly Ad[] {
  const whole = {
    since: Math.min(...query.periods.map(({ since }) => since)),
    until: Math.max(...query.periods.map(({ until }) => until)),
  }
  const plain: InsightsQuery = { level, fields: [], periods: [whole], breakdowns: [], filters: [] }
  const groups = Map.groupBy(ads, (ad) => objectAt(level, ad)?.id ?? root.account.id)
  return [...groups.values()].flatMap((own) => {
    const [row] = rowsOf(plain, root.account, own, whole, moment)
    return row && satisfies(metricOf(row, name), filter) ? own : []
  })
}

function matchesObject(object: DeliveringObject | undefined, name: string, filter: Filter, nowMs: number): boolean {
  if (!object) return true
  if (name === 'delivery_info') return matchesDelivery(effectiveStatus(object, nowMs), filter)
  const values: Record<string, string | undefined> = {
    id: object.id,
    name: object.values.name,
    status: object.values.status,
    configured_status: object.values.status,
    effective_status: effectiveStatus(object, nowMs),
    objective: object.type === 'Campaign' ? object.values.objective : undefined,
    optimization_goal: object.type === 'AdSet' ? object.values.optimization_goal : undefined,
  }
  const value = values[name]
  return value !== undefined && satisfies(value, filter)
}

function rowsOf(
  query: Pick<InsightsQuery, 'level' | 'breakdowns'>,
  account: AdAccount,
  ads: readonly Ad[],
  period: Period,
  moment: LocalMoment,
): InsightsRow[] {
  const { names, groupOfCell } = cellGroups(account.facts().cells, query.breakdowns)
  const totals = aggregate(account, ads, period, groupOfCell, moment)
  const [ad] = ads
  return totals.flatMap((total, group) => {
    if (!ad || total.sums.every((value) => value === 0)) return []
    return rowOf(query.level, account, ad, period, names[group] ?? {}, total)
  })
}

function rowOf(
  level: Level,
  account: AdAccount,
  ad: Ad,
  period: Period,
  breakdown: Partial<Cell>,
  totals: Totals,
): InsightsRow {
  let counted: ReturnType<InsightsRow['people']> | undefined
  return {
    account,
    ...(level === 'account' ? {} : { campaign: ad.adSet.campaign }),
    ...(level === 'adset' || level === 'ad' ? { adSet: ad.adSet } : {}),
    ...(level === 'ad' ? { ad } : {}),
    period,
    breakdown,
    totals,
    people: () => (counted ??= countPeople(account, totals)),
  }
}

// Few people click at all, and those who do click again: a small public.
const clickers = 0.06

function countPeople(account: AdAccount, { seen, clicked, followed }: Totals): ReturnType<InsightsRow['people']> {
  const audience = account.audience()
  return {
    reached: audience.people(seen, 1),
    clicked: audience.people(clicked, clickers),
    followed: audience.people(followed, clickers),
  }
}

/** Which answer each demographic cell counts for, and how that answer is labelled. */
function cellGroups(
  cells: readonly Cell[],
  breakdowns: readonly Breakdown[],
): { names: Partial<Cell>[]; groupOfCell: number[] } {
  const names: Partial<Cell>[] = []
  const positions = new Map<string, number>()
  const groupOfCell = cells.map((cell) => {
    const key = breakdowns.map((name) => cell[name]).join('|')
    const position = positions.get(key) ?? positions.size
    positions.set(key, position)
    names[position] = Object.fromEntries(breakdowns.map((name) => [name, cell[name]]))
    return position
  })
  return { names, groupOfCell }
}

function rowSatisfies(query: InsightsQuery, row: InsightsRow, filter: Filter): boolean {
  const { prefix, name } = filterTarget(filter)
  if (name === 'age' || name === 'gender') return satisfies(row.breakdown[name] ?? '', filter)
  if (!isMetricField(name) || (prefix !== undefined && prefix !== query.level)) return true
  return satisfies(metricOf(row, name), filter)
}

/** A field as a number; `actions:link_click` picks one entry of a list. Nothing counts as zero. */
function metricOf(row: InsightsRow, field: string): number {
  const [name = '', actionType] = field.split(':')
  const value = fieldValue(row, name, (type) => actionType === undefined || type === actionType)
  const first: unknown = Array.isArray(value) ? value[0]?.value : value
  return Number(first ?? 0)
}

function sorted(rows: InsightsRow[], { sort }: InsightsQuery): InsightsRow[] {
  if (!sort) return rows
  const direction = sort.isDescending ? -1 : 1
  const isMetric = isMetricField(sort.field)
  const keyed = rows.map((row) => ({
    row,
    key: isMetric ? metricOf(row, sort.field) : textOf(fieldValue(row, sort.field)),
  }))
  return keyed.sort((a, b) => (a.key < b.key ? -direction : a.key > b.key ? direction : 0)).map(({ row }) => row)
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function levelNamed(text: string | undefined): Level {
  return text === 'campaign' ? 'campaign' : text === 'adset' ? 'adset' : 'ad'
}
