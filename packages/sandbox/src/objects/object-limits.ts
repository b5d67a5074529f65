import type { AdAccount, AdObject, AdSet, Campaign, DeliveringObject } from '../world/objects.ts'
import { lineage } from '../world/effective-status.ts'
import { isTrue } from './loose-values.ts'
import { refusal } from './refusals.ts'

// Regular accounts: objects that are neither archived nor deleted, of each kind.
const mostLive = 6000
const mostAdSetsOfCampaign = 200
// From an unanswered question in Meta's guide; the limit itself is general knowledge.
const mostAdsOfAdSet = 50

export function isLive({ values }: AdObject): boolean {
  return values['status'] === 'ACTIVE' || values['status'] === 'PAUSED'
}

/** @throws {GraphError} When the account holds as many live objects of this kind as it may. */
export function checkRoom(account: AdAccount, type: DeliveringObject['type'], more = 1): void {
  const live: readonly DeliveringObject[] = account.objects().all(type).filter(isLive)
  if (live.length + more <= mostLive) return
  // Nothing lives under an archived or deleted parent.
  const counted = live.filter((object) => lineage(object).every(isLive)).length
  if (counted + more > mostLive) throw refusal('tooManyObjects')
}

/** @throws {GraphError} When the campaign holds as many ad sets as it may. */
export function checkRoomInCampaign(account: AdAccount, campaign: Campaign, more = 1): void {
  const live = account.objects().adSetsOf(campaign).filter(isLive).length
  if (live + more > mostAdSetsOfCampaign) throw refusal('tooManyAdSets')
}

/** @throws {GraphError} When the ad set holds as many ads as it may: 50, or one with dynamic creative. */
export function checkRoomInAdSet(account: AdAccount, adSet: AdSet, more = 1): void {
  const live = account.objects().adsOf(adSet).filter(isLive).length
  if (isTrue(adSet.values['is_dynamic_creative']) && live + more > 1) throw refusal('dynamicHoldsOneAd')
  if (live + more > mostAdsOfAdSet) throw refusal('tooManyAds')
}
