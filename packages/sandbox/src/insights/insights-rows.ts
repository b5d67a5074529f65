import { satisfies, type Filter } from '../graph/filtering.ts'
import type { LocalMoment } from '../world/clock.ts'
import { effectiveStatus } from '../world/effective-status.ts'
import type { Measure } from '../world/facts.ts'
import type { Ad, AdAccount } from '../world/objects.ts'
import { actionDimensionsOf } from './action-dimensions.ts'
import { aggregate, tallyOf, type Tally, type Totals } from './aggregate.ts'
import { partsOf } from './attribution-windows.ts'
import { cellText } from './cell-family.ts'
import { columnsShown, familyOf } from './cell-families.ts'
import { frequencyRows } from './frequency-rows.ts'
import { isDerivedField, isPeopleField, measuresOf } from './insights-fields.ts'
import { isTextFilter, matchesObject, targetOf } from './insights-filters.ts'
import type { InsightsQuery } from './insights-query.ts'
import type { InsightsRow, RowAsk } from './insights-row.ts'
import { adsUnder, objectAt, type InsightsRoot, type Level } from './levels.ts'
import { layoutOf } from './measure-layout.ts'
import { mergeTotals } from './merge-totals.ts'
import { metricOf } from './metric-of.ts'
import { countPeople } from './people.ts'
import type { Period } from './periods.ts'
import { limitProducts } from './product-limit.ts'
import { sortRows } from './sort-rows.ts'

/**
 * All rows that answer a query, in its order. Objects without delivery in a period have no row.
 *
 * Rows below the queried object leave out archived and deleted objects unless a status filter asks for them,
 * so a parent can show more than its listed children.
 */
export function insightsRows(query: InsightsQuery, root: InsightsRoot, moment: LocalMoment): readonly InsightsRow[] {
  const plan = planOf(query, root.account)
  if (!plan) return []
  const ads = adsAsked(query, root, moment)
  const rows = [...Map.groupBy(ads, (ad) => objectAt(query.level, ad)?.id ?? root.account.id)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, own]) => query.periods.flatMap((period) => rowsOf(plan, root.account, own, period, moment)))
  const kept = rows.filter((row) => query.filters.every((filter) => rowSatisfies(query, row, filter)))
  return sortRows(limitProducts(kept, query), query.sort)
}

/** The rows that a query's summary sums: the same, but for filters on parts of names. */
export function summaryRows(query: InsightsQuery, root: InsightsRoot, moment: LocalMoment): readonly InsightsRow[] {
  const { summary, sort: _sort, ...rest } = query
  const filters = query.filters.filter((filter) => !isTextFilter(filter))
  const fields = [...new Set([...query.fields, ...(summary?.fields ?? [])])]
  const actionBreakdowns = summary?.actionBreakdowns ?? query.actionBreakdowns
  return insightsRows({ ...rest, fields, filters, actionBreakdowns }, root, moment)
}

/** What rows of one query have in common. */
interface RowPlan {
  query: Pick<InsightsQuery, 'level' | 'breakdowns' | 'filters'>
  tally: Tally
  asked: RowAsk
  known: ReadonlySet<Measure>
  /** Columns by which cells are filtered, shown or not. */
  cellFilters: readonly Filter[]
}

/** Undefined when the breakdowns are about things that no account here has. */
function planOf(query: InsightsQuery, account: AdAccount): RowPlan | undefined {
  const cellFilters = query.filters.filter((filter) => targetOf(filter).kind === 'breakdown')
  const isByFrequency = query.breakdowns.includes('frequency_value')
  const shown = isByFrequency ? [] : query.breakdowns
  const named = [...new Set([...shown, ...cellFilters.map(({ field }) => field)])]
  const family = named.length === 0 ? undefined : familyOf(named)
  if (named.length > 0 && !family) return undefined
  const fields = fieldsNeeded(query)
  const isExplicit = query.windows.length > 0 && !query.windows.includes('default')
  const needsPeople = fields.some(isPeopleField) || isByFrequency
  const layout = layoutOf(fields.some(isDerivedField), partsOf(query.windows), measuresOf(fields, needsPeople))
  const actionDimensions = actionDimensionsOf(query.actionBreakdowns, isExplicit)
  const columns = [...new Set([...columnsShown(shown), ...cellFilters.map(({ field }) => field)])]
  const actionFilters = query.filters.filter(({ field }) => field === 'action_type')
  return {
    query,
    cellFilters,
    tally: tallyOf({ layout, columns, family, actionDimensions, needsPeople }),
    asked: {
      layout,
      windows: query.windows,
      actionDimensions,
      isTyped: query.actionBreakdowns.includes('action_type'),
      isActionWanted: (type) => actionFilters.every((filter) => satisfies(type, filter)),
    },
    known: knownWithout(account, query.rules.hidden),
  }
}

function knownWithout(account: AdAccount, hidden: ReadonlySet<Measure>): ReadonlySet<Measure> {
  const { known } = account.facts()
  return hidden.size === 0 ? known : new Set([...known].filter((measure) => !hidden.has(measure)))
}

function fieldsNeeded({ fields, filters, sort }: InsightsQuery): readonly string[] {
  const filtered = filters.flatMap((filter) => {
    const target = targetOf(filter)
    return target.kind === 'metric' ? target.name : []
  })
  return [...fields, ...filtered, ...(sort ? [sort.field] : [])].map((field) => field.split(':')[0] ?? '')
}

function adsAsked(query: InsightsQuery, root: InsightsRoot, moment: LocalMoment): readonly Ad[] {
  const isStatusAsked = query.filters.some((filter) => /status$|delivery_info$/.test(filter.field))
  const isBelowRoot = query.level !== root.level
  const listed = adsUnder(root).filter((ad) => {
    const object = objectAt(query.level, ad)
    if (isStatusAsked || !isBelowRoot || !object) return true
    const status = effectiveStatus(object, moment.nowMs)
    return status !== 'ARCHIVED' && status !== 'DELETED'
  })
  return query.filters.reduce<readonly Ad[]>((ads, filter) => applyToAds(query, root, moment, ads, filter), listed)
}

function applyToAds(
  query: InsightsQuery,
  root: InsightsRoot,
  moment: LocalMoment,
  ads: readonly Ad[],
  filter: Filter,
): readonly Ad[] {
  const target = targetOf(filter)
  if (target.kind === 'object') {
    const level = target.level ?? query.level
    return ads.filter((ad) => matchesObject(objectAt(level, ad), target.name, filter, moment.nowMs))
  }
  // A metric of the row itself is compared when the row is known.
  if (target.kind !== 'metric' || target.level === undefined || target.level === query.level) return ads
  return adsWithMetric(query, root, moment, ads, target.level, target.name, filter)
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
  const { sort: _sort, ...rest } = query
  const plan = planOf({ ...rest, level, fields: [name], breakdowns: [], filters: [] }, root.account)
  const groups = Map.groupBy(ads, (ad) => objectAt(level, ad)?.id ?? root.account.id)
  return [...groups.values()].flatMap((own) => {
    const [row] = plan ? rowsOf(plan, root.account, own, whole, moment) : []
    return row && satisfies(metricOf(row, name), filter) ? own : []
  })
}

function rowsOf(
  plan: RowPlan,
  account: AdAccount,
  ads: readonly Ad[],
  period: Period,
  moment: LocalMoment,
): InsightsRow[] {
  const all = aggregate(account, ads, period, moment, plan.tally)
  const totals = filteredCells(plan, all)
  const rows = totals.map((total) => rowOf(plan, account, ads, period, total))
  return plan.query.breakdowns.includes('frequency_value') ? rows.flatMap(frequencyRows) : rows
}

/** Cells that pass the filters, joined where a filtered column is not shown. */
function filteredCells({ cellFilters, query }: RowPlan, all: readonly Totals[]): readonly Totals[] {
  if (cellFilters.length === 0) return all
  const kept = all.filter(({ values }) =>
    cellFilters.every((filter) => satisfies(cellText(values[filter.field]), filter)),
  )
  const shown = columnsShown(query.breakdowns)
  if (cellFilters.every(({ field }) => shown.includes(field))) return kept
  const visible = kept.map((totals) => ({
    ...totals,
    values: Object.fromEntries(Object.entries(totals.values).filter(([name]) => shown.includes(name))),
  }))
  return [...Map.groupBy(visible, ({ values }) => JSON.stringify(values)).values()].map(mergeTotals)
}

function rowOf(
  { query: { level }, asked, known }: RowPlan,
  account: AdAccount,
  ads: readonly Ad[],
  period: Period,
  totals: Totals,
): InsightsRow {
  const [ad] = ads
  let counted: ReturnType<InsightsRow['people']> | undefined
  return {
    account,
    ...(ad && level !== 'account' ? { campaign: ad.adSet.campaign } : {}),
    ...(ad && (level === 'adset' || level === 'ad') ? { adSet: ad.adSet } : {}),
    ...(ad && level === 'ad' ? { ad } : {}),
    ads,
    period,
    totals,
    known,
    asked,
    people: () => (counted ??= countPeople(account, totals)),
  }
}

function rowSatisfies(query: InsightsQuery, row: InsightsRow, filter: Filter): boolean {
  const target = targetOf(filter)
  if (target.kind !== 'metric' || (target.level !== undefined && target.level !== query.level)) return true
  return satisfies(metricOf(row, target.name), filter)
}
