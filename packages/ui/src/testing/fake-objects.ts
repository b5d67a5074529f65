import { addDays, type Day, eachDay } from '@adpane/contract'
import { fakeAccounts } from './fake-accounts.ts'
import { type FakeCampaign, fakeCampaigns } from './fake-campaigns.ts'
import { type Fact, factFrom, factOn, noFact } from './fake-facts.ts'

/** A campaign, ad set or ad of the fake world, with a way to its numbers. */
export interface FakeObject {
  id: string
  name: string
  campaign: FakeCampaign
  campaignId: string
  adsetId?: string
  /** Ad sets below a campaign, ads below a campaign or ad set. */
  adsets: number
  ads: number
  /** What share of its parent's people it reached; Meta counts people per object. */
  reachShare: number
  factOn: (day: Day) => Fact
}

export type FakeLevel = 'campaign' | 'adset' | 'ad'

/** Every object of one level in an account. Children add up to their campaign, day by day. */
export function objectsOf(accountId: string, level: FakeLevel, today: Day): readonly FakeObject[] {
  const accountIndex = fakeAccounts.findIndex((account) => account.id === accountId)
  return (fakeCampaigns[accountIndex] ?? []).flatMap((campaign, index) => {
    const seed = accountIndex * 100 + index + 1
    const top = campaignObject(campaign, seed, today)
    return level === 'campaign' ? [top] : level === 'adset' ? childrenOf(top, 'adset') : childrenOf(top, 'ad')
  })
}

/** Facts of a range, added up. */
export function sumFacts(object: FakeObject, since: Day, until: Day): Fact {
  return eachDay(since, until).map(object.factOn).reduce(addFacts, noFact)
}

export function addFacts(a: Fact, b: Fact): Fact {
  return factFrom((name) => a[name] + b[name])
}

/** People an object reached in a range, as Meta would say it; null when it was never shown. */
export function reachOf(object: FakeObject, impressions: number): number | null {
  if (object.campaign.reach === null || object.campaign.impressions === 0) return null
  const people = (object.campaign.reach / object.campaign.impressions) * impressions
  // The less is shown, the fewer people see it twice.
  const share = impressions / (object.campaign.impressions * object.reachShare || 1)
  return Math.round(Math.min(impressions, people * (1 + Math.max(0, 1 - share) * 0.4)))
}

function campaignObject(campaign: FakeCampaign, seed: number, today: Day): FakeObject {
  const id = `1202110${String(seed).padStart(4, '0')}0000`
  return {
    id,
    name: campaign.name,
    campaign,
    campaignId: id,
    adsets: campaign.adsets,
    ads: campaign.ads,
    reachShare: 1,
    factOn: (day) => factOn(campaign, seed, day, today),
  }
}

function childrenOf(parent: FakeObject, level: 'adset' | 'ad'): readonly FakeObject[] {
  const { campaign } = parent
  const count = level === 'adset' ? campaign.adsets : campaign.ads
  const audiences = [
    'Broad 25–54',
    'Lookalike 1%',
    'Visitors 30 d',
    'Interest: hiking',
    'Lookalike 3%',
    'Purchasers 180 d',
  ]
  const formats = ['Static – blue', 'UGC video 15 s', 'Carousel, 5 cards', 'Reel – creator cut', 'Static – price']
  return Array.from({ length: count }, (_, index) => {
    const adsetIndex = level === 'adset' ? index : index % campaign.adsets
    const adsetId = idOf(parent.id, 'adset', adsetIndex)
    const label = level === 'adset' ? audiences[index % audiences.length] : formats[index % formats.length]
    return {
      ...parent,
      id: idOf(parent.id, level, index),
      name: `${campaign.name.split(' | ').slice(0, 2).join(' | ')} | ${label ?? ''} | ${String(index + 1).padStart(2, '0')}`,
      adsetId,
      adsets: 0,
      ads: level === 'adset' ? adsUnder(campaign, adsetIndex) : 0,
      reachShare: shareOf(index, count) / shareOf(count, count),
      factOn: (day: Day) => shareOfFact(parent.factOn(day), index, count),
    }
  })
}

function adsUnder(campaign: FakeCampaign, adsetIndex: number): number {
  return Math.floor((campaign.ads - adsetIndex - 1) / campaign.adsets) + 1
}

function idOf(campaignId: string, level: 'adset' | 'ad', index: number): string {
  return `${campaignId.slice(0, -4)}${level === 'adset' ? '1' : '2'}${String(index).padStart(3, '0')}`
}

/** The first child gets most. Cumulative rounding, so that the children add up to the parent. */
function shareOfFact(whole: Fact, index: number, count: number): Fact {
  const upTo = (end: number, value: number) => Math.round((value * shareOf(end, count)) / shareOf(count, count))
  return factFrom((name) => upTo(index + 1, whole[name]) - upTo(index, whole[name]))
}

function shareOf(first: number, count: number): number {
  let sum = 0
  for (let index = 0; index < first; index++) sum += 1 / (index + 1) + 1 / count
  return sum
}

/** When an object was made: before everything the fixtures show. */
export function createdOn(today: Day, index: number): string {
  return `${addDays(today, -200 - index * 3)}T09:12:00+0000`
}
