import { budgetDecimals, type AdAccount } from '@adpane/contract'
import Big from 'big.js'
import type { AdJson } from '../graph/ad-json.ts'
import type { AdSetJson } from '../graph/ad-set-json.ts'
import type { CampaignJson } from '../graph/campaign-json.ts'
import type { TenantApi } from '../graph/tenant-api.ts'
import type { Store } from '../store/store.ts'
import { deliveryStatus } from './delivery-status.ts'
import { type ObjectLevel, saveObjects, type StoredObject } from './object-store.ts'

/** Reads an account's campaigns, ad sets and ads, archived ones included, and stores them. */
export async function syncStructure(
  store: Store,
  api: TenantApi,
  tenantId: string,
  account: AdAccount,
  now: Date,
  signal: AbortSignal,
): Promise<void> {
  const owner = { tenantId, accountId: account.id }
  const [campaigns, adsets, ads] = await Promise.all([
    Array.fromAsync(api.listCampaigns(account.id, { signal })),
    Array.fromAsync(api.listAdSets(account.id, { signal })),
    Array.fromAsync(api.listAds(account.id, { signal })),
  ])
  const learningOf = new Map(adsets.map((row) => [row.id, row.learning_stage_info?.status]))
  const save = (level: ObjectLevel, objects: StoredObject[]) =>
    store.withTenant(tenantId, (tx) => saveObjects(tx, owner, level, objects))
  await save(
    'campaign',
    campaigns.map((row) => campaign(row, account, now)),
  )
  await save(
    'adset',
    adsets.map((row) => adset(row, account, now)),
  )
  await save(
    'ad',
    ads.map((row) => ad(row, learningOf.get(row.adset_id ?? ''), now)),
  )
}

function campaign(row: CampaignJson, account: AdAccount, now: Date): StoredObject {
  return {
    ...common(row, { stopTime: row.stop_time }, now),
    campaignId: null,
    adsetId: null,
    details: {
      ...times(row),
      ...budgets(row, account),
      startTime: row.start_time ?? null,
      stopTime: row.stop_time ?? null,
      objective: row.objective ?? null,
      buyingType: row.buying_type ?? null,
      bidStrategy: row.bid_strategy ?? null,
    },
  }
}

function adset(row: AdSetJson, account: AdAccount, now: Date): StoredObject {
  return {
    ...common(row, { stopTime: row.end_time, learningStage: row.learning_stage_info?.status }, now),
    campaignId: row.campaign_id ?? null,
    adsetId: null,
    details: {
      ...times(row),
      ...budgets(row, account),
      startTime: row.start_time ?? null,
      stopTime: row.end_time ?? null,
      optimizationGoal: row.optimization_goal ?? null,
      billingEvent: row.billing_event ?? null,
    },
  }
}

function ad(row: AdJson, learningStage: string | undefined, now: Date): StoredObject {
  return {
    ...common(row, { learningStage }, now),
    campaignId: row.campaign_id ?? null,
    adsetId: row.adset_id ?? null,
    details: {
      ...times(row),
      creativeId: row.creative?.id ?? null,
      thumbnailUrl: row.creative?.thumbnail_url ?? null,
    },
  }
}

type AnyObjectJson = CampaignJson | AdSetJson | AdJson

function common(
  row: AnyObjectJson,
  facts: { stopTime?: string | undefined; learningStage?: string | undefined },
  now: Date,
) {
  const effectiveStatus = row.effective_status ?? row.status ?? 'UNKNOWN'
  return {
    id: row.id,
    name: row.name ?? row.id,
    configuredStatus: row.configured_status ?? row.status ?? effectiveStatus,
    effectiveStatus,
    delivery: deliveryStatus({ effectiveStatus, ...facts }, now),
  }
}

function times(row: AnyObjectJson) {
  return { createdTime: row.created_time ?? null, updatedTime: row.updated_time ?? null }
}

function budgets(row: CampaignJson | AdSetJson, { currency }: AdAccount) {
  return {
    dailyBudget: fromMinor(row.daily_budget, currency),
    lifetimeBudget: fromMinor(row.lifetime_budget, currency),
  }
}

// Budgets arrive in minor units; an object without one of its own sends "0" or nothing.
function fromMinor(minor: string | undefined, currency: string): string | null {
  if (minor === undefined || Number(minor) === 0) return null
  const decimals = budgetDecimals(currency)
  return Big(minor).div(Big(10).pow(decimals)).toFixed(decimals)
}
