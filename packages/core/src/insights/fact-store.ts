import { sql } from 'kysely'
import type { FactMetrics } from '../store/schema.ts'
import type { TenantTransaction } from '../store/store.ts'
import { type FactSlice, type Period, periodsOf } from './fact-slice.ts'

/** A fact on its way into the store. */
export interface NewFact extends FactMetrics {
  objectId: string
  breakdownValues: string
}

/** Facts of one object added up over one period. */
export interface FactRow extends FactMetrics {
  objectId: string
  breakdownValues: string
  since: string
}

type SliceIdentity = Pick<FactSlice, 'tenantId' | 'accountId' | 'level' | 'breakdowns'>

/** What was read of one period. */
export interface PeriodFacts extends Period {
  facts: readonly NewFact[]
}

/** Replaces the facts of some periods. They count as read only after {@link markRead}. */
export async function replaceFacts(
  tx: TenantTransaction,
  slice: SliceIdentity,
  periods: readonly PeriodFacts[],
): Promise<void> {
  const identity = columnsOf(slice)
  const { sinces, untils } = periodArrays(periods)
  await sql`
    delete from adpane.insight_facts fact
    using unnest(${sinces}::date[], ${untils}::date[]) as period(since, until)
    where ${ofSlice(slice, 'fact')} and fact.since = period.since and fact.until = period.until`.execute(tx)
  const rows = periods.flatMap(({ since, until, facts }) =>
    facts.map(({ objectId, breakdownValues, ...metrics }) => ({
      ...identity,
      since,
      until,
      object_id: objectId,
      breakdown_values: breakdownValues,
      ...metrics,
    })),
  )
  // One JSON parameter carries any number of rows, where one parameter a column would end at 65,535. A row that Meta
  // sent twice, since a list moved while it was paged, counts once.
  await sql`
    insert into adpane.insight_facts
    select * from json_populate_recordset(null::adpane.insight_facts, ${JSON.stringify(rows)}::json)
    on conflict do nothing`.execute(tx)
}

/** Notes when some periods were read. */
export async function markRead(
  tx: TenantTransaction,
  slice: SliceIdentity,
  periods: readonly Period[],
  syncedAt: Date,
): Promise<void> {
  const identity = columnsOf(slice)
  await tx
    .insertInto('adpane.fact_coverage')
    .values(periods.map(({ since, until }) => ({ ...identity, since, until, synced_at: syncedAt })))
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'account_id', 'level', 'breakdowns', 'since', 'until'])
        .doUpdateSet({ synced_at: syncedAt }),
    )
    .execute()
}

/** When each period of a slice was last read; absent where it never was. Keys are `since`. */
export async function readCoverage(tx: TenantTransaction, slice: FactSlice): Promise<Map<string, Date>> {
  const { sinces, untils } = periodArrays(periodsOf(slice))
  const { rows } = await sql<{ since: string; synced_at: Date }>`
    select coverage.since, coverage.synced_at
    from unnest(${sinces}::date[], ${untils}::date[]) as period(since, until)
    join adpane.fact_coverage coverage
      on ${ofSlice(slice, 'coverage')} and coverage.since = period.since and coverage.until = period.until
  `.execute(tx)
  return new Map(rows.map((row) => [row.since, row.synced_at]))
}

/**
 * Adds a slice's facts up into periods.
 *
 * Reach and unique clicks come out only where a stored fact spans the period exactly; over several facts they are null,
 * since nobody but Meta can say how many people they share.
 */
export async function readFacts(
  tx: TenantTransaction,
  slice: FactSlice,
  periods: readonly Period[],
): Promise<FactRow[]> {
  const { sinces, untils } = periodArrays(periods)
  const isExact =
    slice.increment === '1'
      ? sql`fact.since = fact.until`
      : sql`fact.since = period.since and fact.until = period.until`
  const { rows } = await sql<FactRow>`
    select
      fact.object_id as "objectId",
      fact.breakdown_values as "breakdownValues",
      period.since as "since",
      sum(fact.impressions)::bigint as impressions,
      case when count(*) = 1 and min(fact.since) = period.since and min(fact.until) = period.until then max(fact.reach) end as reach,
      sum(fact.clicks)::bigint as clicks,
      case when count(*) = 1 and min(fact.since) = period.since and min(fact.until) = period.until then max(fact.unique_clicks) end as unique_clicks,
      sum(fact.spend) as spend,
      sum(fact.link_clicks)::bigint as link_clicks,
      sum(fact.landing_page_views)::bigint as landing_page_views,
      sum(fact.leads)::bigint as leads,
      sum(fact.purchases)::bigint as purchases,
      sum(fact.purchase_value) as purchase_value,
      sum(fact.video_views)::bigint as video_views
    from unnest(${sinces}::date[], ${untils}::date[]) as period(since, until)
    join adpane.insight_facts fact
      on ${ofSlice(slice, 'fact')}
      and fact.since between period.since and period.until and fact.until <= period.until and ${isExact}
    group by fact.object_id, fact.breakdown_values, period.since, period.until
  `.execute(tx)
  return rows
}

function columnsOf(slice: SliceIdentity) {
  return { tenant_id: slice.tenantId, account_id: slice.accountId, level: slice.level, breakdowns: slice.breakdowns }
}

function ofSlice({ tenantId, accountId, level, breakdowns }: SliceIdentity, alias: 'fact' | 'coverage') {
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  return sql`${column('tenant_id')} = ${tenantId} and ${column('account_id')} = ${accountId}
    and ${column('level')} = ${level} and ${column('breakdowns')} = ${breakdowns}`
}

// Postgres array literals: both drivers take them as text, while only one takes JavaScript arrays.
function periodArrays(periods: readonly Period[]): { sinces: string; untils: string } {
  return {
    sinces: `{${periods.map((period) => period.since).join(',')}}`,
    untils: `{${periods.map((period) => period.until).join(',')}}`,
  }
}
