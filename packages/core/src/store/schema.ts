import type { ColumnType, Generated } from 'kysely'

/** `public.organizations`: each tenant. A host's own table may stand in for it; its other columns are never touched. */
export interface OrganizationsTable {
  id: string
  name: string
  /** The tenant's Meta token, sealed; null before it connects. */
  meta_credential: string | null
  created_at: Generated<Date>
}

export interface AdAccountsTable {
  tenant_id: string
  id: string
  name: string
  currency: string
  timezone: string
  status: string
  synced_at: Timestamp
  /** When its campaigns, ad sets and ads were last read; null when never. */
  structure_synced_at: ColumnType<Date | null, Date | null | undefined, Date>
}

/** A campaign, ad set or ad as Meta last described it. */
export interface AdObjectsTable {
  tenant_id: string
  account_id: string
  level: 'campaign' | 'adset' | 'ad'
  id: string
  name: string
  /** Its campaign and ad set; null where it has none. */
  campaign_id: string | null
  adset_id: string | null
  configured_status: string
  effective_status: string
  delivery: string
  /** What only its level has: objective, budgets, bids, creative … in our own names. */
  details: ColumnType<Record<string, string | null>, string, string>
}

/**
 * What one object achieved in one period, as Meta reported it.
 *
 * A day is a period of one day. Longer periods are kept for what does not add up over days, such as reach.
 */
export interface InsightFactsTable extends FactMetrics {
  tenant_id: string
  account_id: string
  level: string
  /** Comma list of breakdown names, '' for none. */
  breakdowns: string
  since: string
  until: string
  object_id: string
  /** Their values in the same order, joined by a tab, '' for none. */
  breakdown_values: string
}

/** Null is "Meta did not say"; it is not zero. */
export interface FactMetrics {
  impressions: number | null
  reach: number | null
  clicks: number | null
  unique_clicks: number | null
  spend: string | null
  link_clicks: number | null
  landing_page_views: number | null
  leads: number | null
  purchases: number | null
  purchase_value: string | null
  video_views: number | null
}

/** Which periods were read, so that "no row" can be told from "not known". */
export interface FactCoverageTable {
  tenant_id: string
  account_id: string
  level: string
  breakdowns: string
  since: string
  until: string
  synced_at: Timestamp
}

export interface Database {
  'public.organizations': OrganizationsTable
  'adpane.ad_accounts': AdAccountsTable
  'adpane.ad_objects': AdObjectsTable
  'adpane.insight_facts': InsightFactsTable
  'adpane.fact_coverage': FactCoverageTable
}

type Timestamp = ColumnType<Date, Date, Date>
