import type { AccountStatus, AdAccount } from '@adpane/contract'
import type { AdAccountJson } from '../graph/ad-account-json.ts'
import type { TenantTransaction } from '../store/store.ts'

/** Writes what Meta says of a tenant's ad accounts. */
export async function saveAccounts(
  tx: TenantTransaction,
  tenantId: string,
  accounts: readonly AdAccountJson[],
  now: Date,
): Promise<void> {
  for (const account of accounts) {
    const fields = {
      name: account.name ?? account.id,
      currency: account.currency ?? 'USD',
      timezone: account.timezone_name ?? 'UTC',
      status: accountStatus(account.account_status),
      synced_at: now,
    }
    await tx
      .insertInto('adpane.ad_accounts')
      .values({ tenant_id: tenantId, id: account.id, ...fields })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doUpdateSet(fields))
      .execute()
  }
}

/** The tenant's ad accounts, by name. */
export async function readAccounts(tx: TenantTransaction, tenantId: string): Promise<AdAccount[]> {
  const rows = await tx
    .selectFrom('adpane.ad_accounts')
    .select(['id', 'name', 'currency', 'timezone', 'status'])
    .where('tenant_id', '=', tenantId)
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, status: row.status as AccountStatus }))
}

/** When the account's campaigns, ad sets and ads were last read; undefined when never. */
export async function readStructureTime(
  tx: TenantTransaction,
  tenantId: string,
  id: string,
): Promise<Date | undefined> {
  const row = await tx
    .selectFrom('adpane.ad_accounts')
    .select('structure_synced_at')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.structure_synced_at ?? undefined
}

export async function markStructureRead(tx: TenantTransaction, tenantId: string, id: string, at: Date): Promise<void> {
  await tx
    .updateTable('adpane.ad_accounts')
    .set({ structure_synced_at: at })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute()
}

/** @see https://developers.facebook.com/docs/marketing-api/reference/ad-account/ `account_status` */
const statusByCode: Record<number, AccountStatus> = {
  1: 'active',
  2: 'disabled',
  3: 'unsettled',
  7: 'pending_review',
  8: 'unsettled',
  9: 'unsettled',
  100: 'closed',
  101: 'closed',
  201: 'active',
  202: 'closed',
}

function accountStatus(code: number | undefined): AccountStatus {
  return (code !== undefined && statusByCode[code]) || 'unknown'
}
