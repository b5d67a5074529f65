import { localMoment } from '../world/clock.ts'
import { at, type Measure } from '../world/facts.ts'
import type { Ad, AdAccount } from '../world/objects.ts'
import { aggregate, tallyOf } from './aggregate.ts'
import { layoutOf } from './measure-layout.ts'
import type { Period } from './periods.ts'

/** All spend of an account so far, in minor units of its currency. */
export function aggregateSpend(account: AdAccount, now: Date): number {
  const { today } = localMoment(now, account.timezone)
  const always = { since: account.createdDay, until: today }
  const spend = sumOfAds(account, account.objects().all('Ad'), 'spend', always, now)
  return Math.round(spend / 10 ** (account.facts().moneyDecimals - account.currencyDecimals))
}

/** One measure of some ads over some days, money in the smallest unit of the account's facts. */
export function sumOfAds(account: AdAccount, ads: readonly Ad[], measure: Measure, days: Period, now: Date): number {
  const [totals] = aggregate(account, ads, days, localMoment(now, account.timezone), plainTally)
  return totals?.sums[at[measure]] ?? 0
}

const plainTally = tallyOf({
  layout: layoutOf(false, []),
  columns: [],
  family: undefined,
  actionDimensions: [],
  needsPeople: false,
})
