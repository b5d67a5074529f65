import type { Ad, AdAccount, AdSet, Campaign, DeliveringObject } from '../world/objects.ts'

export const levels = ['account', 'campaign', 'adset', 'ad'] as const

export type Level = (typeof levels)[number]

/** What an insights query is asked of. */
export interface InsightsRoot {
  level: Level
  /** `act_…` for an account. */
  id: string
  account: AdAccount
  /** Absent for the account itself. */
  object?: DeliveringObject
}

/** The object an ad counts for at a level; the account itself has no status, hence undefined. */
export function objectAt(level: Level, ad: Ad): DeliveringObject | undefined {
  if (level === 'account') return undefined
  if (level === 'campaign') return ad.adSet.campaign
  return level === 'adset' ? ad.adSet : ad
}

/** All ads whose results count for a root, whatever their status. */
export function adsUnder({ account, object }: Pick<InsightsRoot, 'account' | 'object'>): readonly Ad[] {
  const objects = account.objects()
  if (!object) return objects.all('Ad')
  if (object.type === 'Ad') return [object]
  return adSetsUnder(object, account).flatMap((adSet) => objects.adsOf(adSet))
}

function adSetsUnder(object: Campaign | AdSet, account: AdAccount): readonly AdSet[] {
  return object.type === 'AdSet' ? [object] : account.objects().adSetsOf(object)
}
