import type { Business, Market } from './businesses.ts'
import { campaignTemplates, type CampaignTemplate } from './campaign-templates.ts'
import { graphTime } from './clock.ts'
import { calendarOf, firstOfMonth, type EpochDay } from './day.ts'
import type { AdDelivery, AdSetDelivery } from './delivery.ts'
import type { AccountStructure, Ad, AdSet, Campaign, Creative } from './objects.ts'
import { planAds } from './plan-ads.ts'
import { planAdSet } from './plan-ad-set.ts'
import { createRandom, seedOf, type Random } from './random.ts'

/** Everything a generated account holds, and how its ads deliver. */
export interface AccountPlan {
  structure: AccountStructure
  deliveries: ReadonlyMap<string, AdDelivery>
  adSetDeliveries: ReadonlyMap<string, AdSetDelivery>
}

export interface PlanContext {
  seed: number
  /** Position of the account in the sandbox; part of every id. */
  accountIndex: number
  business: Business
  market: Market
  startDay: EpochDay
  ads: number
}

/** Lays out campaigns, ad sets, ads and creatives; the same context always gives the same plan. */
export function planAccount(context: PlanContext): AccountPlan {
  const plan: GrowingPlan = {
    campaigns: [],
    adSets: [],
    ads: [],
    creatives: [],
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
  const { campaigns, adSets, ads, creatives, deliveries, adSetDeliveries } = plan
  return { structure: { campaigns, adSets, ads, creatives }, deliveries, adSetDeliveries }
}

interface GrowingPlan {
  campaigns: Campaign[]
  adSets: AdSet[]
  ads: Ad[]
  creatives: Creative[]
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
      plan.creatives.push(planned.ad.creative)
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
    id: objectId(accountIndex, 'campaign', index),
    name: `${market.label} | ${template.theme} | ${seasonLabel(firstDay)}`,
    status: template.status,
    effectiveStatus: template.status,
    objective: template.objective,
    ...(template.budget === 'campaign' ? { dailyBudget: budget, bidStrategy: 'LOWEST_COST_WITHOUT_CAP' } : {}),
    createdTime: graphTime(firstDay - 1, 600 + Math.floor(random.between(0, 480)), market.timezone),
    updatedTime: graphTime(Math.min(startDay - 1, startDay + (endOffset ?? -3)), 540 + (index % 400), market.timezone),
    startTime: graphTime(firstDay, 0, market.timezone),
    ...(endOffset === undefined ? {} : { stopTime: graphTime(startDay + endOffset, 1439, market.timezone) }),
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

const kinds = { campaign: 1, adSet: 2, ad: 3, creative: 4 } as const

/** Ids look like Meta's; the account and the kind can be read back from them, so that any id is found without a table. */
export function objectId(accountIndex: number, kind: keyof typeof kinds, index: number): string {
  // 7919 shares no factor with 10^7, so distinct positions give distinct, unordered-looking endings.
  const ending = (index * 7919 + 104_729 * (accountIndex + 1)) % 10_000_000
  return `12021${String(accountIndex).padStart(5, '0')}${kinds[kind]}${String(ending).padStart(7, '0')}`
}

/** The account position inside an object id of {@link objectId}; undefined for any other text. */
export function accountIndexOf(id: string): number | undefined {
  const digits = /^12021(\d{5})[1-4]\d{7}$/.exec(id)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

/** An amount in dollars as a round daily budget in minor units of the market's currency. */
export function dollars(amount: number, market: Market): number {
  const step = market.perDollar > 50 ? 500 : 5
  return Math.max(step, Math.round((amount * market.perDollar) / step) * step) * 10 ** market.currencyDecimals
}

/** `Nov 2026` */
export function seasonLabel(day: EpochDay): string {
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
  const { year, month } = calendarOf(firstOfMonth(day))
  return `${months[month - 1] ?? ''} ${year}`
}
