import { localMoment } from '../world/clock.ts'
import { at } from '../world/facts.ts'
import type { AdAccount } from '../world/objects.ts'
import { aggregate } from './aggregate.ts'

/** All spend of an account so far, in minor units of its currency. */
export function aggregateSpend(account: AdAccount, now: Date): number {
  const moment = localMoment(now, account.timezone)
  const facts = account.facts()
  const oneGroup = facts.cells.map(() => 0)
  const period = { since: account.createdDay, until: moment.today }
  const [totals] = aggregate(account, account.objects().all('Ad'), period, oneGroup, moment)
  return Math.round((totals?.sums[at.spend] ?? 0) / 10 ** (facts.moneyDecimals - account.currencyDecimals))
}
