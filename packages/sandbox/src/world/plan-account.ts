import { campaignTemplates, type CampaignTemplate } from './campaign-templates.ts'
import { graphTime } from './clock.ts'
import type { AdDelivery, AdSetDelivery } from './delivery.ts'
import type { Ad, AdObject, AdSet, AdsPixel, Campaign } from './objects.ts'
import { objectId } from './object-ids.ts'
import { budgetText, dollars, seasonLabel, type PlanContext } from './plan-context.ts'
import { planAds } from './plan-ads.ts'
import { planAdSet } from './plan-ad-set.ts'
import { createRandom, seedOf, type Random } from './random.ts'

/** Everything a generated account holds, and how its ads deliver. */
export interface AccountPlan {
  /** Parents before children. */
  objects: readonly AdObject[]
  deliveries: ReadonlyMap<string, AdDelivery>
  adSetDeliveries: ReadonlyMap<string, AdSetDelivery>
}

/** Lays out campaigns, ad sets, ads and creatives; the same context always gives the same plan. */
export function planAccount(context: PlanContext): AccountPlan {
  const plan: GrowingPlan = {
    campaigns: [],
    adSets: [],
    ads: [],
    deliveries: new Map(),
    adSetDeliveries: new Map(),
  }
  const campaignCount = Math.max(1, Math.round((context.ads * 12) / 160))
  const adSetCount = Math.max(campaignCount, Math.round(context.ads / 4))
  const shares = spread(adSetCount, campaignWeights(campaignCount))
  const adShares = spread(
    context.ads,
    Array.from({ length: adSetCount }, () => 1),
  )
  for (let index = 0; index < campaignCount; index++) {
    planCampaign(plan, context, index, shares[index] ?? 1, adShares)
  }
  const { campaigns, adSets, ads, deliveries, adSetDeliveries } = plan
  const creatives = ads.map((ad) => ad.creative)
  return { objects: [...campaigns, ...adSets, ...creatives, ...ads, pixelOf(context)], deliveries, adSetDeliveries }
}

interface GrowingPlan {
  campaigns: Campaign[]
  adSets: AdSet[]
  ads: Ad[]
  deliveries: Map<string, AdDelivery>
  adSetDeliveries: Map<string, AdSetDelivery>
}

function planCampaign(
  plan: GrowingPlan,
  context: PlanContext,
  index: number,
  adSetCount: number,
  adShares: readonly number[],
): void {
  const template = templateOf(index)
  const random = createRandom(seedOf(context.seed, context.accountIndex, 'campaign', index))
  const campaign = campaignOf(context, template, index, adSetCount, random)
  plan.campaigns.push(campaign)
  for (let position = 0; position < adSetCount; position++) {
    const adSetIndex = plan.adSets.length
    const { adSet, delivery } = planAdSet(context, template, campaign, adSetIndex, position)
    plan.adSets.push(adSet)
    plan.adSetDeliveries.set(adSet.id, delivery)
    for (const planned of planAds(context, template, adSet, delivery, plan.ads.length, adShares[adSetIndex] ?? 1)) {
      plan.ads.push(planned.ad)
      plan.deliveries.set(planned.ad.id, planned.delivery)
    }
  }
}

function campaignOf(
  { accountIndex, market, startDay }: PlanContext,
  template: CampaignTemplate,
  index: number,
  adSetCount: number,
  random: Random,
): Campaign {
  const firstDay = startDay + template.startOffset
  const { endOffset } = template
  const budget = dollars(template.weight * 62 * adSetCount * random.between(0.95, 1.1), market)
  return {
    type: 'Campaign',
    id: objectId(accountIndex, 'Campaign', index),
    values: {
      name: `${market.label} | ${template.theme} | ${seasonLabel(firstDay)}`,
      status: template.status,
      objective: template.objective,
      buying_type: 'AUCTION',
      special_ad_categories: [],
      special_ad_category: 'NONE',
      ...(template.budget === 'campaign'
        ? { daily_budget: budgetText(budget), bid_strategy: 'LOWEST_COST_WITHOUT_CAP' }
        : {}),
      created_time: graphTime(firstDay - 1, 600 + Math.floor(random.between(0, 480)), market.timezone),
      updated_time: graphTime(
        Math.min(startDay - 1, startDay + (endOffset ?? -3)),
        540 + (index % 400),
        market.timezone,
      ),
      start_time: graphTime(firstDay, 0, market.timezone),
      ...(endOffset === undefined ? {} : { stop_time: graphTime(startDay + endOffset, 1439, market.timezone) }),
    },
    statusChanges: [],
    isChanged: false,
  }
}

function pixelOf({ accountIndex, business, market, startDay }: PlanContext): AdsPixel {
  const createdTime = graphTime(startDay - 455, 660, market.timezone)
  return {
    type: 'AdsPixel',
    id: objectId(accountIndex, 'AdsPixel', 0),
    values: { name: `${business.name} Pixel`, created_time: createdTime, updated_time: createdTime },
    isChanged: false,
  }
}

// A larger account repeats the twelve shapes, each round a little further in the past.
function templateOf(index: number): CampaignTemplate {
  const round = Math.floor(index / campaignTemplates.length)
  const template = campaignTemplates[index % campaignTemplates.length]
  if (!template) throw new Error('There are no campaign templates.')
  if (round === 0) return template
  const shift = (round * 17) % 43
  const { endOffset } = template
  return {
    ...template,
    theme: `${template.theme} ${round + 1}`,
    startOffset: template.startOffset - (endOffset === undefined ? 0 : shift),
    ...(endOffset === undefined ? {} : { endOffset: endOffset - shift }),
  }
}

function campaignWeights(count: number): number[] {
  return Array.from({ length: count }, (_, index) => templateOf(index).adSets)
}

/** Splits a total into whole parts, at least one each, in proportion to the weights. */
function spread(total: number, weights: readonly number[]): number[] {
  const weightSum = weights.reduce((sum, weight) => sum + weight, 0)
  const spare = Math.max(0, total - weights.length)
  let given = 0
  let due = 0
  return weights.map((weight) => {
    due += (spare * weight) / weightSum
    const extra = Math.round(due) - given
    given += extra
    return 1 + extra
  })
}
