import type { Ad, AdAccount, DeliveringObject } from '../world/objects.ts'

export const levels = ['account', 'campaign', 'adset', 'ad'] as const

export type Level = (typeof levels)[number]

/** What an insights query is asked of. */
export interface InsightsRoot {
  level: Level
  /** `act_…` for an account. */
  id: string
  account: AdAccount
}

/** The object an ad counts for at a level; the account itself has no status, hence undefined. */
export function objectAt(level: Level, ad: Ad): DeliveringObject | undefined {
  if (level === 'account') return undefined
  if (level === 'campaign') return ad.adSet.campaign
  return level === 'adset' ? ad.adSet : ad
}

/** All ads whose results count for a root, whatever their status. */
export function adsUnder({ level, id, account }: InsightsRoot): readonly Ad[] {
  const objects = account.objects()
  if (level === 'account') return objects.all('Ad')
  const root = objects.find(id)
  if (root?.type === 'Campaign') return objects.adSetsOf(root).flatMap((adSet) => objects.adsOf(adSet))
  if (root?.type === 'AdSet') return objects.adsOf(root)
  return root?.type === 'Ad' ? [root] : []
}
