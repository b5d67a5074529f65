import type { InsightsJson } from '../graph/insights-json.ts'
import type { FactSlice } from '../insights/fact-slice.ts'
import { rowText } from '../insights/row-text.ts'
import type { AdObjectsTable } from '../store/schema.ts'
import type { TenantTransaction } from '../store/store.ts'

export type ObjectLevel = AdObjectsTable['level']

/** A campaign, ad set or ad as the store keeps it. */
export interface StoredObject {
  id: string
  name: string
  campaignId: string | null
  adsetId: string | null
  configuredStatus: string
  effectiveStatus: string
  delivery: string
  details: Record<string, string | null>
}

interface Owner {
  tenantId: string
  accountId: string
}

/** Writes objects of one level; what is there already is replaced. */
export async function saveObjects(
  tx: TenantTransaction,
  owner: Owner,
  level: ObjectLevel,
  objects: readonly StoredObject[],
): Promise<void> {
  for (let start = 0; start < objects.length; start += ROWS_PER_STATEMENT)
    await tx
      .insertInto('adpane.ad_objects')
      .values(objects.slice(start, start + ROWS_PER_STATEMENT).map((object) => toRow(owner, level, object)))
      .onConflict((conflict) =>
        conflict.columns(['tenant_id', 'account_id', 'level', 'id']).doUpdateSet((row) => ({
          name: row.ref('excluded.name'),
          campaign_id: row.ref('excluded.campaign_id'),
          adset_id: row.ref('excluded.adset_id'),
          configured_status: row.ref('excluded.configured_status'),
          effective_status: row.ref('excluded.effective_status'),
          delivery: row.ref('excluded.delivery'),
          details: row.ref('excluded.details'),
        })),
      )
      .execute()
}

/** Every known object of a level. */
export async function readObjects(
  tx: TenantTransaction,
  { tenantId, accountId }: Owner,
  level: ObjectLevel,
): Promise<StoredObject[]> {
  return tx
    .selectFrom('adpane.ad_objects')
    .select([
      'id',
      'name',
      'campaign_id as campaignId',
      'adset_id as adsetId',
      'configured_status as configuredStatus',
      'effective_status as effectiveStatus',
      'delivery',
      'details',
    ])
    .where('tenant_id', '=', tenantId)
    .where('account_id', '=', accountId)
    .where('level', '=', level)
    .execute()
}

/**
 * Remembers objects that only insights speak of.
 *
 * Meta lists archived objects but never deleted ones, whose results still count. Until the edge names an object it is
 * taken as deleted; the next structure sync corrects that for one that was merely new.
 */
export async function saveUnlistedObjects(
  tx: TenantTransaction,
  slice: FactSlice,
  rows: readonly InsightsJson[],
): Promise<void> {
  const { level } = slice
  if (level === 'account' || rows.length === 0) return
  const objects = new Map(rows.map((row) => unlistedObject(row, level)).map((object) => [object.id, object]))
  const list = [...objects.values()]
  for (let start = 0; start < list.length; start += ROWS_PER_STATEMENT)
    await tx
      .insertInto('adpane.ad_objects')
      .values(list.slice(start, start + ROWS_PER_STATEMENT).map((object) => toRow(slice, level, object)))
      .onConflict((conflict) => conflict.columns(['tenant_id', 'account_id', 'level', 'id']).doNothing())
      .execute()
}

// Eleven parameters a row; Postgres takes 65,535 in one statement.
const ROWS_PER_STATEMENT = 500

function unlistedObject(row: InsightsJson, level: ObjectLevel): StoredObject {
  const id = rowText(row, `${level}_id`) ?? ''
  return {
    id,
    name: rowText(row, `${level}_name`) ?? id,
    campaignId: level === 'campaign' ? null : (row.campaign_id ?? null),
    adsetId: level === 'ad' ? (row.adset_id ?? null) : null,
    configuredStatus: 'DELETED',
    effectiveStatus: 'DELETED',
    delivery: 'deleted',
    details: {},
  }
}

function toRow({ tenantId, accountId }: Owner, level: ObjectLevel, object: StoredObject) {
  return {
    tenant_id: tenantId,
    account_id: accountId,
    level,
    id: object.id,
    name: object.name,
    campaign_id: object.campaignId,
    adset_id: object.adsetId,
    configured_status: object.configuredStatus,
    effective_status: object.effectiveStatus,
    delivery: object.delivery,
    details: JSON.stringify(object.details),
  }
}
