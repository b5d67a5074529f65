import { localMoment } from '../world/clock.ts'
import type { EpochDay } from '../world/day.ts'
import { settlingDays } from '../world/settling.ts'
import { at, type Measure } from '../world/facts.ts'
import type { Ad, AdAccount } from '../world/objects.ts'
import { aggregate, tallyOf } from './aggregate.ts'
import { layoutOf } from './measure-layout.ts'
import type { Period } from './periods.ts'

/** All spend of an account so far, in minor units of its currency. */
export function aggregateSpend(account: AdAccount, now: Date): number {
  const { today } = localMoment(now, account.timezone)
  const finalSpend = spendThrough(account, today - settlingDays - 1, now)
  const recent = { since: Math.max(account.createdDay, today - settlingDays), until: today }
  const spend = finalSpend + sumOfAds(account, account.objects().all('Ad'), 'spend', recent, now)
  return Math.round(spend / 10 ** (account.facts().moneyDecimals - account.currencyDecimals))
}

// Days that no longer change are summed once.
const finalSpends = new WeakMap<AdAccount, { through: EpochDay; spend: number }>()

function spendThrough(account: AdAccount, lastDay: EpochDay, now: Date): number {
  const known = finalSpends.get(account) ?? { through: account.createdDay - 1, spend: 0 }
  if (lastDay <= known.through) return known.spend
  const added = { since: known.through + 1, until: lastDay }
  const spend = known.spend + sumOfAds(account, account.objects().all('Ad'), 'spend', added, now)
  finalSpends.set(account, { through: lastDay, spend })
  return spend
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
