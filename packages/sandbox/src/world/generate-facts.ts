import { createdDelivery } from './created-delivery.ts'
import type { EpochDay } from './day.ts'
import { activityOf } from './delivered-share.ts'
import { demographicCells, type AdDelivery, type AdSetDelivery } from './delivery.ts'
import { cellCache, totalCache } from './fact-cache.ts'
import { at, dayTotals, measureCount, measures, type FactBlock, type FactSource, type FactValues } from './facts.ts'
import type { Ad } from './objects.ts'
import { createRandom, seedOf, type Random } from './random.ts'
import { seasonOf, type Season } from './seasons.ts'

// Facts are made in pieces of this many days, so that a short question about an old ad stays cheap.
const blockDays = 8

/** Facts of a generated account, made on first use from the seed alone; also those of ads that calls make. */
export function generatedFacts(
  accountSeed: number,
  deliveries: ReadonlyMap<string, AdDelivery>,
  currencyDecimals: number,
): FactSource {
  const source = String(sources++)
  const created = new Map<string, AdDelivery>()
  const deliveryOf = (ad: Ad) => {
    const known = deliveries.get(ad.id) ?? created.get(ad.id)
    const [model] = deliveries.values()
    if (known || !model) return known
    // Made once: a budget changed later does not rewrite what was delivered.
    const made = createdDelivery(ad, model.adSet, currencyDecimals)
    created.set(ad.id, made)
    return made
  }
  const activity = (ad: Ad) => activityOf(ad, deliveries.get(ad.id))
  return {
    cells: demographicCells,
    known: new Set(measures),
    moneyDecimals: currencyDecimals,
    isSettling: true,
    activity,
    *blocks(ad: Ad, since: EpochDay, until: EpochDay) {
      const planned = deliveryOf(ad)
      if (!planned) return
      // Calls may let a planned ad run on after its planned end.
      const isExtended = planned.lastDay !== Number.POSITIVE_INFINITY && activity(ad) !== undefined
      const delivery = isExtended ? { ...planned, lastDay: Number.POSITIVE_INFINITY } : planned
      const last = Math.min(until, delivery.lastDay)
      const firstBlock = Math.floor(Math.max(since, delivery.firstDay) / blockDays)
      for (let block = firstBlock; block * blockDays <= last; block++) {
        const key = `${source}/${ad.id}/${block}${isExtended ? 'x' : ''}`
        yield blockOf(key, accountSeed, delivery, block, 10 ** currencyDecimals)
      }
    },
  }
}

// Two sources never share facts: the same ids may deliver differently in another sandbox of the process.
let sources = 0

function blockOf(key: string, accountSeed: number, delivery: AdDelivery, block: number, moneyScale: number): FactBlock {
  const firstDay = Math.max(block * blockDays, delivery.firstDay)
  const lastDay = Math.min(block * blockDays + blockDays - 1, delivery.lastDay)
  const days = Math.max(0, lastDay - firstDay + 1)
  const cells = () => {
    const known = cellCache.get(key)
    if (known) return known
    const made = makeCells(accountSeed, delivery, firstDay, days, moneyScale)
    cellCache.set(key, made, made.byteLength + entryBytes)
    return made
  }
  return { firstDay, days, totals: totalsOf(key, days, cells), cells }
}

// What a key and its place in a map take besides the numbers.
const entryBytes = 200

function totalsOf(key: string, days: number, cells: () => FactValues): FactValues {
  const known = totalCache.get(key)
  if (known) return known
  const made = dayTotals(cells(), days, demographicCells.length)
  totalCache.set(key, made, made.byteLength + entryBytes)
  return made
}

function makeCells(
  accountSeed: number,
  delivery: AdDelivery,
  firstDay: EpochDay,
  days: number,
  moneyScale: number,
): Int32Array {
  const values = new Int32Array(days * demographicCells.length * measureCount)
  for (let index = 0; index < days; index++) {
    const offset = index * demographicCells.length * measureCount
    fillDay(values, offset, delivery, firstDay + index, seasonOf(accountSeed, firstDay + index), moneyScale)
  }
  return values
}

function fillDay(
  values: Int32Array,
  offset: number,
  delivery: AdDelivery,
  day: EpochDay,
  season: Season,
  moneyScale: number,
): void {
  const { adSet } = delivery
  const random = createRandom(seedOf(delivery.seed, day))
  const spend = adSetSpend(adSet, day, season) * shareOfAdSet(delivery, day)
  const rates = ratesOf(delivery, day, season, random)
  adSet.cellShares.forEach((share, cell) => {
    if (share > 0) fillCell(values, offset + cell * measureCount, spend * share, cell, rates, moneyScale, random)
  })
}

interface Rates {
  costPerThousand: number
  linkClicks: number
  otherClicks: number
  landing: number
  purchases: number
  leads: number
  video: number
  orderValue: number
}

/** What an impression is worth today: fatigue wears clicks down, learning holds sales back. */
function ratesOf({ adSet, firstDay, quality }: AdDelivery, day: EpochDay, season: Season, random: Random): Rates {
  const fatigue = fatigueAfter(day - firstDay)
  const learning = learningAfter(day - adSet.firstDay)
  return {
    costPerThousand: adSet.costPerThousand * season.price * (1 + 0.08 * random.normal()) * (1.25 - 0.25 * learning),
    linkClicks: adSet.linkClickRate * quality * fatigue * (1 + 0.06 * random.normal()),
    otherClicks: adSet.otherClickShare,
    landing: adSet.landingShare,
    purchases: adSet.purchaseRate * Math.sqrt(quality) * season.intent * learning,
    leads: adSet.leadRate * Math.sqrt(quality) * (0.9 + 0.1 * season.intent) * learning,
    video: adSet.videoRate,
    orderValue: adSet.orderValue,
  }
}

// Clicks per impression by age bracket and gender: older people click more and buy a little more.
const clickTaste = [0.82, 0.93, 1, 1.1, 1.22, 1.3]
const buyTaste = [0.72, 1, 1.12, 1.08, 0.98, 0.86]

function fillCell(
  values: Int32Array,
  offset: number,
  spend: number,
  cell: number,
  rates: Rates,
  moneyScale: number,
  random: Random,
): void {
  const age = Math.floor(cell / 3)
  const impressions = random.count((spend / rates.costPerThousand) * 1000)
  if (impressions === 0) return
  const set = (name: keyof typeof at, value: number) => (values[offset + at[name]] = value)
  const linkClicks = Math.min(impressions, random.count(impressions * rates.linkClicks * (clickTaste[age] ?? 1)))
  const landings = Math.min(linkClicks, random.count(linkClicks * rates.landing))
  const purchases = Math.min(landings, random.count(landings * rates.purchases * (buyTaste[age] ?? 1)))
  const checkouts = Math.min(landings, purchases + random.count(purchases * 0.9))
  const addsToCart = Math.min(landings, checkouts + random.count(checkouts * 1.4))
  const videoViews = Math.min(impressions, random.count(impressions * rates.video))
  const reactions = random.count(linkClicks * 0.32)
  set('impressions', impressions)
  set('spend', Math.floor(((impressions * rates.costPerThousand) / 1000) * moneyScale + random.next()))
  set('linkClicks', linkClicks)
  set('clicks', Math.min(impressions, linkClicks + random.count(linkClicks * rates.otherClicks)))
  set('landingPageViews', landings)
  set('contentViews', Math.min(landings, random.count(landings * 0.86)))
  set('addsToCart', addsToCart)
  set('checkouts', checkouts)
  set('purchases', purchases)
  set('purchaseValue', orderTotal(purchases, rates.orderValue, random) * moneyScale)
  set('leads', Math.min(linkClicks, random.count(linkClicks * rates.leads)))
  set('videoViews', videoViews)
  set('thruplays', Math.min(videoViews, random.count(videoViews * 0.21)))
  set('reactions', reactions)
  set('comments', random.count(reactions * 0.09))
  set('saves', random.count(reactions * 0.05))
}

function orderTotal(purchases: number, orderValue: number, random: Random): number {
  if (purchases === 0) return 0
  return purchases * orderValue * Math.max(0.35, 1 + (0.5 * random.normal()) / Math.sqrt(purchases))
}

function adSetSpend(adSet: AdSetDelivery, day: EpochDay, season: Season): number {
  const age = day - adSet.firstDay
  const random = createRandom(seedOf(adSet.seed, 'pace', day))
  // Learning spends unevenly; a settled ad set keeps within a tenth of its budget.
  const unevenness = age < 7 ? 0.16 : 0.05
  return adSet.dailySpend * season.demand * (age === 0 ? 0.55 : 1) * (1 + unevenness * random.normal())
}

function shareOfAdSet(delivery: AdDelivery, day: EpochDay): number {
  const running = delivery.adSet.ads.filter((ad) => ad.firstDay <= day && day <= ad.lastDay)
  const pull = (ad: AdDelivery) => ad.weight * fatigueAfter(day - ad.firstDay) ** 2
  const own = pull(delivery)
  const all = running.reduce((sum, ad) => sum + pull(ad), 0)
  // An ad that runs on after its planned end takes its part beside those that the plan left running.
  return own / (running.some((ad) => ad.seed === delivery.seed) ? all : all + own)
}

function fatigueAfter(days: number): number {
  return 0.62 + 0.38 * Math.exp(-days / 50)
}

function learningAfter(days: number): number {
  return days >= 10 ? 1 : 0.72 + 0.028 * days
}
