import type { TenantTransaction } from '../store/store.ts'

/** How many ad sets and ads stand below a campaign or ad set, deleted ones left out. */
export interface ChildCounts {
  adsetsOf(campaignId: string): number
  adsOf(parentId: string): number
}

export async function countChildren(
  tx: TenantTransaction,
  owner: { tenantId: string; accountId: string },
): Promise<ChildCounts> {
  const rows = await tx
    .selectFrom('adpane.ad_objects')
    .select((row) => ['level', 'campaign_id', 'adset_id', row.fn.countAll<number>().as('count')])
    .where('tenant_id', '=', owner.tenantId)
    .where('account_id', '=', owner.accountId)
    .where('level', 'in', ['adset', 'ad'])
    .where('effective_status', '!=', 'DELETED')
    .groupBy(['level', 'campaign_id', 'adset_id'])
    .execute()
  const adsets = new Map<string, number>()
  const ads = new Map<string, number>()
  for (const { level, campaign_id, adset_id, count } of rows) {
    add(level === 'adset' ? adsets : ads, campaign_id, count)
    if (level === 'ad') add(ads, adset_id, count)
  }
  return { adsetsOf: (id) => adsets.get(id) ?? 0, adsOf: (id) => ads.get(id) ?? 0 }
}

function add(counts: Map<string, number>, id: string | null, count: number): void {
  if (id !== null) counts.set(id, (counts.get(id) ?? 0) + count)
}
