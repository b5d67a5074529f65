import type { Params } from '../graph/params.ts'
import type { Node } from '../graph/node.ts'
import type { AdAccount } from '../world/objects.ts'
import { findPeriod, periodsOf } from './budget-periods.ts'
import { instantMs, wireTime } from './wire-time.ts'

export type PeriodNode = Extract<Node, { type: 'HighDemandPeriod' }>

/** The period that an id of this account means. */
export function findPeriodNode(account: AdAccount, id: string): Node | undefined {
  const found = findPeriod(account, id)
  return found && { type: 'HighDemandPeriod', id, account, ...found }
}

/** Periods on `budget_schedules`, those between `time_start` and `time_stop` if these are given. */
export function periodNodesOn(node: Node, edge: string, params: Params): readonly Node[] | undefined {
  if (edge !== 'budget_schedules' || (node.type !== 'Campaign' && node.type !== 'AdSet')) return undefined
  const { account, object: holder } = node
  const at = (name: string) => instantMs(params.get(name) ?? '', account.timezone)
  const [fromMs, untilMs] = [at('time_start') ?? -Infinity, at('time_stop') ?? Infinity]
  return periodsOf(holder)
    .filter(({ time_start: start, time_end: end }) => end * 1000 > fromMs && start * 1000 < untilMs)
    .map((period) => ({ type: 'HighDemandPeriod', id: period.id, account, holder, period }))
}

type Reader = (node: PeriodNode) => unknown

/** Fields of a period. */
export const periodFields: Readonly<Record<string, Reader>> = {
  ad_object_id: ({ holder }) => holder.id,
  budget_value: ({ period }) => period.budget_value,
  budget_value_type: ({ period }) => period.budget_value_type,
  recurrence_type: () => 'ONE_TIME',
  time_start: ({ account, period }) => wireTime(period.time_start * 1000, account.timezone),
  time_end: ({ account, period }) => wireTime(period.time_end * 1000, account.timezone),
}
