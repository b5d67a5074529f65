import { parseDay } from './day.ts'
import { cellShares, demographicCells, type AdDelivery, type AdSetDelivery } from './delivery.ts'
import type { Ad, AdSet } from './objects.ts'
import { createRandom, seedOf } from './random.ts'

/**
 * How an ad delivers that a call made: prices and rates of the account's own ads, its ad set's budget and targeting,
 * and chance seeded by its id.
 *
 * @param model - Delivery of a planned sales ad set of the account; undefined when it never ran an ad.
 */
export function createdDelivery(ad: Ad, model: AdSetDelivery, currencyDecimals: number): AdDelivery {
  const { adSet } = ad
  const seed = seedOf('created', ad.id)
  const random = createRandom(seed)
  const firstDay = parseDay(ad.values.created_time.slice(0, 10)) ?? model.firstDay
  const goal = goals[adSet.campaign.values.objective] ?? goals['OUTCOME_SALES']
  const money = dailyBudget(adSet) / 10 ** currencyDecimals
  const delivery: AdSetDelivery = {
    ...model,
    seed,
    firstDay,
    lastDay: Number.POSITIVE_INFINITY,
    // Its siblings want their part of the budget too.
    dailySpend: (money || model.dailySpend * 0.3) * random.between(0.42, 0.6),
    costPerThousand: model.costPerThousand * (goal?.price ?? 1) * random.between(0.86, 1.18),
    linkClickRate: model.linkClickRate * (goal?.clicks ?? 1) * random.between(0.85, 1.2),
    purchaseRate: model.purchaseRate * (goal?.buys ?? 1) * random.between(0.8, 1.25),
    leadRate: (goal?.leads ?? 0.004) * random.between(0.75, 1.3),
    videoRate: (goal?.video ?? 0.16) * random.between(0.8, 1.2),
    cellShares: sharesOf(adSet.values['targeting'], model),
    ads: [],
  }
  const own: AdDelivery = {
    seed,
    adSet: delivery,
    firstDay,
    lastDay: Number.POSITIVE_INFINITY,
    weight: 1,
    quality: Math.exp(0.28 * random.normal()),
  }
  delivery.ads.push(own)
  return own
}

interface Goal {
  price: number
  clicks: number
  buys: number
  leads: number
  video: number
}

// Relative to a sales campaign of the same account, as in the plan.
const goals: Record<string, Goal> = {
  OUTCOME_SALES: { price: 1, clicks: 1, buys: 1, leads: 0.004, video: 0.16 },
  OUTCOME_LEADS: { price: 0.92, clicks: 0.94, buys: 0.12, leads: 0.085, video: 0.12 },
  OUTCOME_TRAFFIC: { price: 0.48, clicks: 1.65, buys: 0.1, leads: 0.006, video: 0.1 },
  OUTCOME_ENGAGEMENT: { price: 0.5, clicks: 0.8, buys: 0.08, leads: 0.002, video: 0.2 },
  OUTCOME_APP_PROMOTION: { price: 0.85, clicks: 1.1, buys: 0.1, leads: 0.002, video: 0.16 },
  OUTCOME_AWARENESS: { price: 0.31, clicks: 0.24, buys: 0.06, leads: 0.001, video: 0.34 },
}

/** Minor units a day; 0 when neither the ad set nor its campaign has a budget. */
function dailyBudget({ values, campaign }: AdSet): number {
  const daily = Number(values['daily_budget'] ?? 0) || Number(campaign.values['daily_budget'] ?? 0) / 2
  if (daily > 0) return daily
  const lifetime = Number(values['lifetime_budget'] ?? 0) || Number(campaign.values['lifetime_budget'] ?? 0) / 2
  return lifetime / lifetimeDays(values['start_time'] ?? values.created_time, values['end_time'])
}

function lifetimeDays(start: unknown, end: unknown): number {
  const days = (Date.parse(String(end)) - Date.parse(String(start))) / 86_400_000
  return days >= 1 ? days : 30
}

function sharesOf(targeting: unknown, model: AdSetDelivery): readonly number[] {
  const {
    age_min: min,
    age_max: max,
    genders,
  }: { age_min?: unknown; age_max?: unknown; genders?: unknown } = typeof targeting === 'object' && targeting !== null
    ? targeting
    : {}
  const women = model.cellShares.reduce(
    (sum, share, cell) => sum + (demographicCells[cell]?.gender === 'female' ? share : 0),
    0,
  )
  const [only] = Array.isArray(genders) && genders.length === 1 ? genders : []
  const shares = cellShares(Number(min ?? 18), Number(max ?? 65), women)
  return only === undefined ? shares : onlyGender(shares, only === 2 ? 'female' : 'male')
}

function onlyGender(shares: readonly number[], gender: string): number[] {
  const own = shares.map((share, cell) => (demographicCells[cell]?.gender === gender ? share : 0))
  const total = own.reduce((sum, share) => sum + share, 0)
  return own.map((share) => share / total)
}
