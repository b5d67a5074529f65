import { objectId } from '../world/object-ids.ts'
import type { AdAccount, AdSet, Campaign } from '../world/objects.ts'
import { numberOf, recordsOf, textOf } from './loose-values.ts'

/** A time in which a campaign or an ad set may spend another budget; `HighDemandPeriod` on the wire. */
export interface BudgetPeriod {
  id: string
  /** Minor units, or a multiplier of the budget. */
  budget_value: number
  budget_value_type: string
  /** Seconds since 1970. */
  time_start: number
  time_end: number
}

export type BudgetHolder = Campaign | AdSet

/** The periods of a campaign or an ad set, in the order they were made. */
export function periodsOf({ values }: BudgetHolder): readonly BudgetPeriod[] {
  return recordsOf(values['budget_schedules']).map((period) => ({
    id: textOf(period['id']),
    budget_value: numberOf(period['budget_value']) ?? 0,
    budget_value_type: textOf(period['budget_value_type']),
    time_start: numberOf(period['time_start']) ?? 0,
    time_end: numberOf(period['time_end']) ?? 0,
  }))
}

/** Keeps the periods of a campaign or an ad set. */
export function storePeriods(account: AdAccount, holder: BudgetHolder, periods: readonly BudgetPeriod[]): void {
  holder.values['budget_schedules'] = periods
  account.objects().touch(holder)
}

/** An id that no period of the account has had. */
export function newPeriodId(account: AdAccount): string {
  const made = numberOf(account.values['high_demand_periods_made']) ?? 0
  account.values['high_demand_periods_made'] = made + 1
  return objectId(account.index, 'HighDemandPeriod', made)
}

/** The period of that id, with what it belongs to. */
export function findPeriod(account: AdAccount, id: string): { holder: BudgetHolder; period: BudgetPeriod } | undefined {
  const objects = account.objects()
  for (const holder of [...objects.all('Campaign'), ...objects.all('AdSet')]) {
    if (holder.values['budget_schedules'] === undefined) continue
    const period = periodsOf(holder).find((known) => known.id === id)
    if (period) return { holder, period }
  }
  return undefined
}
