import type { EpochDay } from './day.ts'
import type { Cell } from './facts.ts'

/** How one ad set delivers; amounts are in whole units of the account's currency. */
export interface AdSetDelivery {
  seed: number
  firstDay: EpochDay
  /** Infinity while it runs on. */
  lastDay: EpochDay
  dailySpend: number
  costPerThousand: number
  /** Rates per impression or per click, before fatigue, learning and chance. */
  linkClickRate: number
  otherClickShare: number
  landingShare: number
  purchaseRate: number
  leadRate: number
  videoRate: number
  orderValue: number
  /** Share of impressions per cell; sums to 1. */
  cellShares: readonly number[]
  ads: AdDelivery[]
}

export interface AdDelivery {
  seed: number
  adSet: AdSetDelivery
  firstDay: EpochDay
  lastDay: EpochDay
  /** How much of the ad set's money Meta gives it, relative to its siblings. */
  weight: number
  /** Multiplies its click and purchase rates. */
  quality: number
}

const ages = ['18-24', '25-34', '35-44', '45-54', '55-64', '65+']
const genders = ['female', 'male', 'unknown']

/** The demographic cells of generated accounts, age by age. */
export const demographicCells: readonly Cell[] = ages.flatMap((age) => genders.map((gender) => ({ age, gender })))

/** How impressions of an ad set fall on the cells it targets. */
export function cellShares(ageMin: number, ageMax: number, women: number): number[] {
  const byAge = [0.13, 0.29, 0.25, 0.16, 0.1, 0.07]
  const byGender = [women * 0.985, (1 - women) * 0.985, 0.015]
  const shares = demographicCells.map((cell, index) => {
    const youngest = Number.parseInt(cell.age, 10)
    const oldest = Number(cell.age.split('-')[1] ?? 120)
    const targeted = oldest >= ageMin && youngest <= ageMax
    return targeted ? (byAge[Math.floor(index / 3)] ?? 0) * (byGender[index % 3] ?? 0) : 0
  })
  const total = shares.reduce((sum, share) => sum + share, 0)
  return shares.map((share) => share / total)
}
