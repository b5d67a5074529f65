import { refused } from '../assets/refused.ts'
import type { EdgeCall } from '../graph/graph-call.ts'
import { notOneOf } from '../graph/graph-error.ts'
import type { ObjectNode } from '../graph/node.ts'
import { enumValues } from '../schema/graph-schema.ts'
import type { PeriodNode } from './budget-period-nodes.ts'
import { newPeriodId, periodsOf, storePeriods, type BudgetHolder, type BudgetPeriod } from './budget-periods.ts'
import type { Scene } from './draft.ts'
import { listOf, numberOf, recordOf, textOf } from './loose-values.ts'
import { budgetOf } from './schedule.ts'
import { checkWritable } from './status-rules.ts'
import { instantMs } from './wire-time.ts'
import { sceneOf, success } from './write-call.ts'

/** `POST {campaign or ad set}/budget_schedules` */
export function createBudgetPeriod(call: EdgeCall<ObjectNode<'Campaign' | 'AdSet'>>): unknown {
  const { account, object: holder } = call.node
  checkWritable(holder, call.input, sceneOf(call))
  const draft = periodOf(call.input)
  const others = periodsOf(holder)
  checkPeriod(draft, holder, others, call.now)
  const id = newPeriodId(account)
  storePeriods(account, holder, [...others, { ...draft, id }])
  return { id }
}

/** `POST {period}` */
export function updateBudgetPeriod(call: EdgeCall<PeriodNode>): unknown {
  const { node, input, now } = call
  const { account, holder, period } = node
  checkWritable(holder, input, sceneOf(call))
  const changed = { ...period, ...periodOf({ ...period, ...input }) }
  checkPeriod(changed, holder, without(period, holder), now)
  storePeriods(
    account,
    holder,
    periodsOf(holder).map((known) => (known.id === period.id ? changed : known)),
  )
  return success()
}

/** `DELETE {period}` */
export function deleteBudgetPeriod({ node }: EdgeCall<PeriodNode>): unknown {
  const { account, holder, period } = node
  storePeriods(account, holder, without(period, holder))
  return success()
}

/**
 * The periods that a new campaign or ad set brings along in `budget_schedule_specs`.
 *
 * @throws {GraphError} 100 for the first that cannot be.
 */
export function planPeriods({ account, nowMs }: Scene, holder: BudgetHolder, specs: unknown): { commit(): void } {
  const drafts: BudgetPeriod[] = []
  for (const spec of listOf(specs).map(recordOf)) {
    const at = (name: string) => Math.floor((instantMs(spec[name], account.timezone) ?? 0) / 1000)
    const draft = { ...periodOf(spec), time_start: at('time_start'), time_end: at('time_end'), id: '' }
    checkPeriod(draft, holder, drafts, new Date(nowMs))
    drafts.push(draft)
  }
  return {
    commit() {
      if (drafts.length === 0) return
      storePeriods(
        account,
        holder,
        drafts.map((draft) => ({ ...draft, id: newPeriodId(account) })),
      )
    },
  }
}

function without({ id }: BudgetPeriod, holder: BudgetHolder): BudgetPeriod[] {
  return periodsOf(holder).filter((known) => known.id !== id)
}

type Draft = Omit<BudgetPeriod, 'id'>

function periodOf(input: Readonly<Record<string, unknown>>): Draft {
  return {
    budget_value: numberOf(input['budget_value']) ?? 0,
    budget_value_type: textOf(input['budget_value_type']),
    time_start: numberOf(input['time_start']) ?? 0,
    time_end: numberOf(input['time_end']) ?? 0,
  }
}

const periodKinds = enumValues('HighDemandPeriod.budget_value_type')

// No page of Meta's tells subcodes for these; the texts are free.
function checkPeriod(draft: Draft, holder: BudgetHolder, others: readonly BudgetPeriod[], now: Date): void {
  const { time_start: start, time_end: end } = draft
  if (!budgetOf(holder.values)) {
    throw refused('Budget Required', 'Only what has a budget of its own can have budget schedules.', 'budget_value')
  }
  if (!periodKinds.includes(draft.budget_value_type)) {
    throw notOneOf('budget_value_type', periodKinds, draft.budget_value_type)
  }
  if (draft.budget_value <= 0) throw refused('Budget Is Too Low', 'budget_value must be above zero.', 'budget_value')
  if (end <= start) throw refused('Invalid Schedule', 'time_end must be later than time_start.', 'time_end')
  if (end * 1000 <= now.getTime()) throw refused('Invalid Schedule', 'time_end must be in the future.', 'time_end')
  if (others.some((other) => start < other.time_end && other.time_start < end)) {
    throw refused('Schedules Overlap', 'Another budget schedule covers a part of this time.', 'time_start')
  }
}
