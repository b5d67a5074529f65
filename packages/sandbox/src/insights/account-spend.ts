import { localMoment } from '../world/clock.ts'
import type { EpochDay } from '../world/day.ts'
import { at, type Measure } from '../world/facts.ts'
import type { Ad, AdAccount } from '../world/objects.ts'
import { aggregate, tallyOf } from './aggregate.ts'
import { layoutOf } from './measure-layout.ts'

/** All spend of an account so far, in minor units of its currency. */
export function aggregateSpend(account: AdAccount, now: Date): number {
  return spendOfAds(account, account.objects().all('Ad'), now)
}

/** What some ads of an account have spent so far, in minor units of its currency. */
export function spendOfAds(account: AdAccount, ads: readonly Ad[], now: Date): number {
  const spend = sumOfAds(account, ads, 'spend', account.createdDay, now)
  return Math.round(spend / 10 ** (account.facts().moneyDecimals - account.currencyDecimals))
}

/** One measure of some ads from a day on, money in the smallest unit of the account's facts. */
export function sumOfAds(account: AdAccount, ads: readonly Ad[], measure: Measure, since: EpochDay, now: Date): number {
  const moment = localMoment(now, account.timezone)
  const [totals] = aggregate(account, ads, { since, until: moment.today }, moment, plainTally)
  return totals?.sums[at[measure]] ?? 0
}

const plainTally = tallyOf({
  layout: layoutOf(false, []),
  columns: [],
  family: undefined,
  actionDimensions: [],
  needsPeople: false,
})
