import { localMoment } from '../world/clock.ts'
import { at } from '../world/facts.ts'
import type { Ad, AdAccount } from '../world/objects.ts'
import { aggregate, type Tally } from './aggregate.ts'
import { layoutOf } from './measure-layout.ts'

/** All spend of an account so far, in minor units of its currency. */
export function aggregateSpend(account: AdAccount, now: Date): number {
  return spendOfAds(account, account.objects().all('Ad'), now)
}

/** What some ads of an account have spent so far, in minor units of its currency. */
export function spendOfAds(account: AdAccount, ads: readonly Ad[], now: Date): number {
  const moment = localMoment(now, account.timezone)
  const facts = account.facts()
  const [totals] = aggregate(account, ads, { since: account.createdDay, until: moment.today }, moment, plainTally)
  return Math.round((totals?.sums[at.spend] ?? 0) / 10 ** (facts.moneyDecimals - account.currencyDecimals))
}

const plainTally: Tally = {
  layout: layoutOf(false, []),
  columns: [],
  family: undefined,
  actionDimensions: [],
  needsPeople: false,
}
