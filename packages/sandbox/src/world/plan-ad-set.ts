import { defaultAttribution } from '../objects/goal-rules.ts'
import type { CampaignTemplate } from './campaign-templates.ts'
import { graphTime } from './clock.ts'
import type { EpochDay } from './day.ts'
import { cellShares, type AdSetDelivery } from './delivery.ts'
import type { AdSet, Campaign, ConfiguredStatus } from './objects.ts'
import { objectId, pageId } from './object-ids.ts'
import { budgetText, dollars, type PlanContext } from './plan-context.ts'
import { createRandom, seedOf, type Random } from './random.ts'

/** One ad set under a campaign, with the way it delivers. */
export function planAdSet(
  context: PlanContext,
  template: CampaignTemplate,
  campaign: Campaign,
  index: number,
  position: number,
): { adSet: AdSet; delivery: AdSetDelivery } {
  const seed = seedOf(context.seed, context.startDay, context.accountIndex, 'adset', index)
  const random = createRandom(seed)
  const life = lifeOf(context.startDay, template, position)
  const publicShape = publicOf(template, position)
  const dailySpend = template.weight * 62 * random.between(0.7, 1.35) * context.market.perDollar
  const delivery = deliveryOf(context, template, seed, life, dailySpend, publicShape, random)
  const goal = goalOf(template)
  const adSet: AdSet = {
    type: 'AdSet',
    id: objectId(context.accountIndex, 'AdSet', index),
    campaign,
    values: {
      name: `${publicShape.label} | ${publicShape.ageMin}–${publicShape.ageMax === 65 ? '65+' : publicShape.ageMax} | ${placementLabel(position)}`,
      status: life.status,
      ...budgetOf(context, template, life, dailySpend),
      optimization_goal: goal,
      billing_event: 'IMPRESSIONS',
      created_time: graphTime(life.firstDay - 1, 610 + (index % 300), context.market.timezone),
      updated_time: graphTime(
        Math.min(context.startDay - 1, life.lastDay),
        660 + (index % 200),
        context.market.timezone,
      ),
      start_time: graphTime(life.firstDay, 0, context.market.timezone),
      ...(template.endOffset === undefined ? {} : { end_time: campaign.values['stop_time'] }),
      targeting: targetingOf(context, publicShape),
      ...promotedObjectOf(context, template),
      destination_type: goal === 'LEAD_GENERATION' ? 'ON_AD' : 'WEBSITE',
      attribution_spec: defaultAttribution(template.objective, goal),
      is_dynamic_creative: false,
      pacing_type: ['standard'],
    },
    ...learningOf(context.startDay, template, life, position),
    statusChanges: [],
    isChanged: false,
  }
  return { adSet, delivery }
}

interface Life {
  firstDay: EpochDay
  lastDay: EpochDay
  status: ConfiguredStatus
}

// In running campaigns every third ad set has been tried and stopped; the first that was is archived.
function lifeOf(startDay: EpochDay, template: CampaignTemplate, position: number): Life {
  const age = -template.startOffset
  const firstDay = startDay + template.startOffset + Math.floor((age * 0.55 * ((position * 5) % 7)) / 7)
  if (template.endOffset !== undefined) {
    return { firstDay: startDay + template.startOffset, lastDay: startDay + template.endOffset, status: 'ACTIVE' }
  }
  if (position % 3 !== 2 || age < 30) return { firstDay, lastDay: Number.POSITIVE_INFINITY, status: 'ACTIVE' }
  const stopped = Math.max(firstDay + 10, startDay - 12 - ((position * 11) % 40))
  return { firstDay, lastDay: Math.min(stopped, startDay - 6), status: position === 2 ? 'ARCHIVED' : 'PAUSED' }
}

interface PublicShape {
  label: string
  ageMin: number
  ageMax: number
  /** Added to the business's own share of women. */
  leaning: number
}

const broad: readonly PublicShape[] = [
  { label: 'Broad', ageMin: 18, ageMax: 65, leaning: 0 },
  { label: 'Interests', ageMin: 25, ageMax: 54, leaning: 0.05 },
  { label: 'Lookalike 1 %', ageMin: 25, ageMax: 65, leaning: -0.04 },
  { label: 'Lookalike 3 %', ageMin: 18, ageMax: 44, leaning: 0.02 },
  { label: 'Women', ageMin: 25, ageMax: 54, leaning: 0.34 },
  { label: 'City dwellers', ageMin: 25, ageMax: 44, leaning: -0.08 },
]

const warm: readonly PublicShape[] = [
  { label: 'Visitors 30 d', ageMin: 18, ageMax: 65, leaning: 0 },
  { label: 'Added to cart 14 d', ageMin: 18, ageMax: 65, leaning: 0.03 },
  { label: 'Past buyers 180 d', ageMin: 25, ageMax: 65, leaning: 0.02 },
  { label: 'Video viewers 50 %', ageMin: 18, ageMax: 54, leaning: -0.05 },
]

function publicOf(template: CampaignTemplate, position: number): PublicShape {
  const shapes = template.isRetargeting ? warm : broad
  const shape = shapes[position % shapes.length]
  if (!shape) throw new Error('There are no audience shapes.')
  const round = Math.floor(position / shapes.length)
  return round === 0 ? shape : { ...shape, label: `${shape.label} ${round + 1}` }
}

const objectives = {
  OUTCOME_SALES: { goal: 'OFFSITE_CONVERSIONS', price: 1, clicks: 1, buys: 1, leads: 0.004, video: 0.16 },
  OUTCOME_LEADS: { goal: 'LEAD_GENERATION', price: 0.92, clicks: 0.94, buys: 0.12, leads: 0.085, video: 0.12 },
  OUTCOME_TRAFFIC: { goal: 'LANDING_PAGE_VIEWS', price: 0.48, clicks: 1.65, buys: 0.1, leads: 0.006, video: 0.1 },
  OUTCOME_AWARENESS: { goal: 'REACH', price: 0.31, clicks: 0.24, buys: 0.06, leads: 0.001, video: 0.34 },
} as const

function goalOf(template: CampaignTemplate): string {
  return template.objective === 'OUTCOME_AWARENESS' && template.budget === 'lifetime'
    ? 'THRUPLAY'
    : objectives[template.objective].goal
}

function deliveryOf(
  { business, market }: PlanContext,
  template: CampaignTemplate,
  seed: number,
  life: Life,
  dailySpend: number,
  publicShape: PublicShape,
  random: Random,
): AdSetDelivery {
  const { economics } = business
  const kind = objectives[template.objective]
  const warmth = template.isRetargeting ? { price: 1.55, clicks: 1.45, buys: 1.9 } : { price: 1, clicks: 1, buys: 1 }
  const women = Math.min(0.96, Math.max(0.06, economics.women + publicShape.leaning))
  return {
    seed,
    firstDay: life.firstDay,
    lastDay: life.lastDay,
    dailySpend,
    costPerThousand:
      economics.costPerThousand * kind.price * warmth.price * market.perDollar * random.between(0.86, 1.18),
    linkClickRate: economics.linkClickRate * kind.clicks * warmth.clicks * random.between(0.85, 1.2),
    otherClickShare: random.between(0.3, 0.55),
    landingShare: random.between(0.76, 0.88),
    purchaseRate: economics.purchaseRate * kind.buys * warmth.buys * random.between(0.8, 1.25),
    leadRate: kind.leads * random.between(0.75, 1.3),
    videoRate: kind.video * random.between(0.8, 1.2),
    orderValue: economics.orderValue * market.perDollar * random.between(0.9, 1.12),
    cellShares: cellShares(publicShape.ageMin, publicShape.ageMax, women),
    ads: [],
  }
}

function budgetOf(
  { market }: PlanContext,
  template: CampaignTemplate,
  life: Life,
  dailySpend: number,
): Record<string, string> {
  const daily = dollars((dailySpend / market.perDollar) * 1.05, market)
  if (template.budget === 'campaign') return {}
  const common = { bid_strategy: 'LOWEST_COST_WITHOUT_CAP' }
  // An ad set with a budget shows the kind it does not use as 0; under a campaign budget it shows neither.
  if (template.budget === 'lifetime') {
    const whole = budgetText(daily * (life.lastDay - life.firstDay + 1))
    return { lifetime_budget: whole, daily_budget: '0', ...common }
  }
  return { daily_budget: budgetText(daily), lifetime_budget: '0', ...common }
}

function learningOf(
  startDay: EpochDay,
  template: CampaignTemplate,
  life: Life,
  position: number,
): Pick<AdSet, 'learning'> {
  if (template.objective === 'OUTCOME_AWARENESS' || life.lastDay < startDay) return {}
  if (startDay - life.firstDay < 7) return { learning: 'LEARNING' }
  return { learning: template.isRetargeting && position === 1 ? 'FAIL' : 'SUCCESS' }
}

function targetingOf({ market }: PlanContext, shape: PublicShape): Record<string, unknown> {
  return {
    age_min: shape.ageMin,
    age_max: shape.ageMax,
    ...(shape.leaning > 0.3 ? { genders: [2] } : {}),
    geo_locations: { countries: [market.country], location_types: ['home', 'recent'] },
    publisher_platforms: ['facebook', 'instagram'],
    targeting_automation: { advantage_audience: shape.label === 'Broad' ? 1 : 0 },
  }
}

function promotedObjectOf({ accountIndex }: PlanContext, template: CampaignTemplate): Record<string, unknown> {
  if (template.objective === 'OUTCOME_SALES') {
    return {
      promoted_object: { pixel_id: objectId(accountIndex, 'AdsPixel', 0), custom_event_type: 'PURCHASE' },
    }
  }
  if (template.objective === 'OUTCOME_TRAFFIC') return {}
  return { promoted_object: { page_id: pageId(accountIndex) } }
}

function placementLabel(position: number): string {
  return ['Auto placements', 'Auto placements', 'IG Reels + Stories', 'FB + IG Feed'][position % 4] ?? ''
}
