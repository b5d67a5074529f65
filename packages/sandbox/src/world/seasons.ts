import { calendarOf, type EpochDay } from './day.ts'
import { createRandom, seedOf } from './random.ts'

/** What a day does to an account, as factors around 1. */
export interface Season {
  /** On money spent. */
  demand: number
  /** On the price of impressions. */
  price: number
  /** On the share of visitors who buy. */
  intent: number
}

const weekdayDemand = [0.98, 0.93, 0.94, 0.99, 1.07, 1.11, 1.08]
const weekdayIntent = [1.03, 1.01, 1.0, 0.98, 0.94, 0.97, 1.08]
const monthPrice = [0.84, 0.88, 0.94, 0.97, 1.0, 1.0, 0.98, 0.99, 1.03, 1.07, 1.22, 1.18]
const monthIntent = [0.93, 0.94, 0.97, 0.98, 1.02, 1.03, 1.0, 0.98, 1.0, 1.02, 1.14, 1.12]

/** The season of one account on one day: weekday, month, sales, and the odd day on which tracking broke. */
export function seasonOf(accountSeed: number, day: EpochDay): Season {
  const { month, date, weekday } = calendarOf(day)
  const random = createRandom(seedOf(accountSeed, 'season', day))
  const sale = saleStrength(accountSeed, day, month, date)
  const isTrackingBroken = random.next() < 0.004
  return {
    demand: (weekdayDemand[weekday] ?? 1) * (1 + 0.05 * random.normal()) * (1 + 0.9 * sale),
    price: (monthPrice[month - 1] ?? 1) * (1 + 0.05 * random.normal()) * (1 + 0.35 * sale),
    intent:
      (weekdayIntent[weekday] ?? 1) * (monthIntent[month - 1] ?? 1) * (1 + 0.7 * sale) * (isTrackingBroken ? 0.08 : 1),
  }
}

// Late November is everyone's; two more sale days a season are the advertiser's own.
function saleStrength(accountSeed: number, day: EpochDay, month: number, date: number): number {
  if (month === 11 && date >= 24 && date <= 30) return date >= 27 ? 1 : 0.5
  const block = Math.floor(day / 61)
  const first = block * 61 + (seedOf(accountSeed, 'sale', block) % 56)
  if (day === first) return 0.7
  return day === first + 1 ? 0.4 : 0
}
