import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Every change to the schema, in order. A published one is never edited. */
export const migrations: Record<string, Migration> = {
  '0001_first': { up: createFirstTables },
}

/** The role under which tenant SQL runs; row-level security binds it to one tenant. */
export const TENANT_ROLE = 'adpane_tenant'

async function createFirstTables(db: Kysely<unknown>): Promise<void> {
  await sql`create schema if not exists adpane`.execute(db)
  await sql`
    create table if not exists public.organizations (
      id text primary key,
      name text not null,
      meta_credential text,
      created_at timestamptz not null default now()
    )`.execute(db)
  await sql`
    create table adpane.ad_accounts (
      tenant_id text not null references public.organizations (id),
      id text not null,
      name text not null,
      currency text not null,
      timezone text not null,
      status text not null,
      synced_at timestamptz not null,
      structure_synced_at timestamptz,
      primary key (tenant_id, id)
    )`.execute(db)
  await sql`
    create table adpane.ad_objects (
      tenant_id text not null,
      account_id text not null,
      level text not null check (level in ('campaign', 'adset', 'ad')),
      id text not null,
      name text not null,
      campaign_id text,
      adset_id text,
      configured_status text not null,
      effective_status text not null,
      delivery text not null,
      details jsonb not null default '{}',
      primary key (tenant_id, account_id, level, id)
    )`.execute(db)
  await sql`
    create table adpane.insight_facts (
      tenant_id text not null,
      account_id text not null,
      level text not null,
      breakdowns text not null,
      since date not null,
      until date not null,
      object_id text not null,
      breakdown_values text not null,
      impressions bigint,
      reach bigint,
      clicks bigint,
      unique_clicks bigint,
      spend numeric,
      link_clicks bigint,
      landing_page_views bigint,
      leads bigint,
      purchases bigint,
      purchase_value numeric,
      video_views bigint,
      primary key (tenant_id, account_id, level, breakdowns, since, until, object_id, breakdown_values)
    )`.execute(db)
  await sql`
    create table adpane.fact_coverage (
      tenant_id text not null,
      account_id text not null,
      level text not null,
      breakdowns text not null,
      since date not null,
      until date not null,
      synced_at timestamptz not null,
      primary key (tenant_id, account_id, level, breakdowns, since, until)
    )`.execute(db)
  await guardTenantTables(db)
}

async function guardTenantTables(db: Kysely<unknown>): Promise<void> {
  await sql`
    do $$ begin
      if not exists (select from pg_roles where rolname = ${sql.lit(TENANT_ROLE)}) then
        create role ${sql.id(TENANT_ROLE)} nologin;
      end if;
    end $$`.execute(db)
  // A connection that is no superuser may switch to the role only as its member.
  await sql`grant ${sql.id(TENANT_ROLE)} to current_user`.execute(db)
  await sql`grant usage on schema adpane to ${sql.id(TENANT_ROLE)}`.execute(db)
  for (const name of ['ad_accounts', 'ad_objects', 'insight_facts', 'fact_coverage']) {
    const table = sql.table(`adpane.${name}`)
    await sql`grant select, insert, update, delete on ${table} to ${sql.id(TENANT_ROLE)}`.execute(db)
    await sql`alter table ${table} enable row level security`.execute(db)
    await sql`
      create policy own_tenant on ${table} to ${sql.id(TENANT_ROLE)}
      using (tenant_id = current_setting('adpane.tenant', true))
      with check (tenant_id = current_setting('adpane.tenant', true))`.execute(db)
  }
}
