import { addDays, countDays, type Day } from '@adpane/contract'
import type { FakeCampaign } from './fake-campaigns.ts'

/** What adds up, of one campaign on one day. Money is in minor units. */
export interface Fact {
  impressions: number
  clicks: number
  spend: number
  link_clicks: number
  landing_page_views: number
  leads: number
  purchases: number
  purchase_value: number
  video_views: number
}

export type FactName = keyof Fact

export const noFact: Fact = {
  impressions: 0,
  clicks: 0,
  spend: 0,
  link_clicks: 0,
  landing_page_views: 0,
  leads: 0,
  purchases: 0,
  purchase_value: 0,
  video_views: 0,
}

/** Days a window spans; totals of a campaign are stated per window and spread over its days without remainder. */
const WINDOW_DAYS = 30

/**
 * One campaign's facts on one day, always the same for the same day.
 *
 * @param today - Unfinished, so it holds about half of what a day holds; later days hold nothing.
 */
export function factOn(campaign: FakeCampaign, seed: number, day: Day, today: Day): Fact {
  const age = countDays(day, today) - 1
  if (age < 0) return noFact
  const window = Math.floor(age / WINDOW_DAYS)
  return spread(campaign, seed, window, today)[WINDOW_DAYS - 1 - (age % WINDOW_DAYS)] ?? noFact
}

const spreads = new WeakMap<FakeCampaign, Map<string, readonly Fact[]>>()

function spread(campaign: FakeCampaign, seed: number, window: number, today: Day): readonly Fact[] {
  const known = spreads.get(campaign) ?? new Map<string, readonly Fact[]>()
  spreads.set(campaign, known)
  const key = `${window}|${today}`
  const found = known.get(key) ?? spreadAnew(campaign, seed, window, today)
  known.set(key, found)
  return found
}

function spreadAnew(campaign: FakeCampaign, seed: number, window: number, today: Day): readonly Fact[] {
  const days = Array.from({ length: WINDOW_DAYS }, (_, index) => index)
  const total = totalsOf(campaign, window)
  const spend = days.map((index) => spendWeight(campaign, seed, window, index, today))
  const value = days.map((index) => (spend[index] ?? 0) * returnShape(index, window, noise(seed, window, index, 2)))
  const views = days.map((index) => (spend[index] ?? 0) * (0.97 + noise(seed, window, index, 3) * 0.06))
  const clicks = days.map(
    (index) => (views[index] ?? 0) * (1.04 - index * 0.0026 + noise(seed, window, index, 4) * 0.05),
  )
  const columns: Record<FactName, readonly number[]> = {
    impressions: apportion(total.impressions, views),
    clicks: apportion(total.clicks, clicks),
    spend: apportion(total.spend, spend),
    link_clicks: apportion(total.link_clicks, clicks),
    landing_page_views: apportion(total.landing_page_views, clicks),
    leads: apportion(total.leads, value),
    purchases: apportion(total.purchases, value),
    purchase_value: apportion(total.purchase_value, value),
    video_views: apportion(total.video_views, views),
  }
  return days.map((index) => factFrom((name) => columns[name][index] ?? 0))
}

/** Builds a fact name by name. */
export function factFrom(valueOf: (name: FactName) => number): Fact {
  const names = Object.keys(noFact) as FactName[]
  return Object.fromEntries(names.map((name) => [name, valueOf(name)])) as unknown as Fact
}

function totalsOf(campaign: FakeCampaign, window: number): Fact {
  const { growth } = campaign
  const before = (rate: number) => (window === 0 ? 1 : growth ? 1 / (1 + rate) / (1 + 0.03 * (window - 1)) : 0)
  const spendThen = before(growth?.spend ?? 0)
  const resultsThen = before(growth?.results ?? 0)
  const clicks = Math.round(campaign.clicks * spendThen * (window === 0 ? 1 : 1.03))
  return {
    impressions: Math.round(campaign.impressions * spendThen),
    clicks,
    spend: Math.round(campaign.spend * spendThen),
    link_clicks: Math.round(clicks * 0.71),
    landing_page_views: Math.round(clicks * (campaign.objective === 'OUTCOME_TRAFFIC' ? 0.875 : 0.58)),
    leads: Math.round(campaign.leads * resultsThen),
    purchases: Math.round(campaign.purchases * resultsThen),
    purchase_value: Math.round(campaign.purchaseValue * before(growth?.value ?? 0)),
    video_views: Math.round(campaign.impressions * spendThen * 0.18),
  }
}

/** Weekends dip, budgets were raised twice this month, and today is only half over. */
function spendWeight(campaign: FakeCampaign, seed: number, window: number, index: number, today: Day): number {
  const age = WINDOW_DAYS - 1 - index
  if (campaign.endedDaysAgo !== undefined && window === 0 && age < campaign.endedDaysAgo) return 0
  const weekday = new Date(`${addDays(today, -age - window * WINDOW_DAYS)}T00:00:00Z`).getUTCDay()
  const lift = window > 0 ? 1 + index * 0.002 : index < 16 ? 1 : index < 23 ? 1.21 : 1.36
  const trend = Math.max(0.15, 1 + (campaign.slope * 0.25 * (index - 15)) / WINDOW_DAYS)
  const unfinished = window === 0 && age === 0 ? 0.56 : 1
  return (weekdays[weekday] ?? 1) * lift * trend * unfinished * (0.94 + noise(seed, window, index, 1) * 0.12)
}

const weekdays = [0.93, 1.04, 1.06, 1.02, 1, 0.97, 0.92]

/** Return dips when budgets rise, then recovers above where it was. */
function returnShape(index: number, window: number, jitter: number): number {
  const recovering = index < 16 ? Math.sin(index / 2.3) * 0.12 : index < 19 ? -0.34 : index < 23 ? -0.08 : 0.34
  const shape = window > 0 ? Math.sin(index / 3 + 1) * 0.13 : recovering + Math.max(0, index - 23) * 0.055
  return 3.22 + shape + (jitter - 0.5) * 0.2
}

/** Splits a whole by weights into integers that add up to it exactly. */
function apportion(total: number, weights: readonly number[]): readonly number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  if (all === 0) return weights.map(() => 0)
  let weight = 0
  let given = 0
  return weights.map((part) => {
    weight += part
    const share = Math.round((total * weight) / all) - given
    given += share
    return share
  })
}

/** 0–1, the same for the same four numbers (a xorshift-multiply hash). */
function noise(seed: number, window: number, index: number, kind: number): number {
  let hash = Math.imul(seed * 7919 + window * 104729 + index * 1299709 + kind * 15485863, 0x9e3779b1)
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 4294967296
}
