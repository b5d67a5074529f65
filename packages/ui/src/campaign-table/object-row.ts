import type { AdRow, AdsetRow, CampaignRow } from '@adpane/contract'

/** A row of the table: a campaign, an ad set or an ad with its numbers. */
export type ObjectRow = CampaignRow | AdsetRow | AdRow

export function isCampaign(row: ObjectRow): row is CampaignRow {
  return 'adsetCount' in row
}

export function isAd(row: ObjectRow): row is AdRow {
  return 'creativeId' in row
}
