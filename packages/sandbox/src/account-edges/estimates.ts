import type { AccountCall } from '../assets/account-call.ts'
import { sizeBounds } from '../audiences/audience-size.ts'
import { usableAudience } from '../audiences/shared-audiences.ts'
import type { EdgeCall } from '../graph/graph-call.ts'
import { invalidParam, invalidParameter } from '../graph/graph-error.ts'
import type { ObjectNode } from '../graph/node.ts'
import { minimumBudgets } from '../objects/minimum-budgets.ts'
import { textOf } from '../objects/loose-values.ts'
import type { CustomAudience } from '../world/objects.ts'
import { estimatedPeople, hasPlaces } from './estimated-people.ts'

/** `GET act_…/reachestimate`: bounds of -1 when a custom audience cannot be counted. */
export function reachEstimate(call: AccountCall): unknown {
  const { lower, upper } = sizeBounds(
    estimatedPeople(finderOf(call), checkedTargeting(call.input.targeting_spec), call.now),
  )
  return { data: { users_lower_bound: lower, users_upper_bound: upper, estimate_ready: lower >= 0 } }
}

/** `GET act_…/delivery_estimate` */
export function accountDeliveryEstimate(call: AccountCall): unknown {
  return deliveryEstimate(call, checkedTargeting(call.input.targeting_spec), call.input.optimization_goal)
}

/** `GET /<ad set>/delivery_estimate`: of its own targeting unless another is sent. */
export function adSetDeliveryEstimate(call: EdgeCall<ObjectNode<'AdSet'>>): unknown {
  const { input } = call
  const { object } = call.node
  const targeting =
    input.targeting_spec === undefined ? object.values.targeting : checkedTargeting(input.targeting_spec)
  const goal = input.optimization_goal ?? object.values.optimization_goal
  return deliveryEstimate(call, targeting, goal)
}

type EstimateCall = AccountCall | EdgeCall<ObjectNode<'AdSet'>>

function finderOf({ sandbox, node }: EstimateCall): (id: string) => CustomAudience | undefined {
  return (id) => usableAudience(sandbox.world, node.account, id)
}

function deliveryEstimate(call: EstimateCall, targeting: unknown, goal: unknown): unknown {
  const { now, version } = call
  const people = estimatedPeople(finderOf(call), targeting, now)
  const { lower, upper } = sizeBounds(people)
  const daily = Math.round((people ?? 0) * 0.62)
  return {
    data: [
      {
        daily_outcomes_curve: people === undefined ? [] : outcomes(daily, textOf(goal), call.node.account.currency),
        // No longer filled from v26.0 on.
        ...(Number(version.slice(1)) >= 26 ? {} : { estimate_dau: daily }),
        estimate_mau_lower_bound: lower,
        estimate_mau_upper_bound: upper,
        estimate_ready: people !== undefined,
      },
    ],
  }
}

/** Spend in minor units against what it brings in a day; each further unit brings less. */
function outcomes(dailyPeople: number, goal: string, currency: string): Record<string, number>[] {
  const rate = actionRates[goal] ?? 0.012
  // One dollar a day is the least that an ad set may spend.
  const cent = minimumBudgets(currency).min_daily_budget_imp / 100
  return spends.map((cents) => {
    const spend = Math.round(cents * cent)
    const reach = Math.round(dailyPeople * (1 - Math.exp((-cents * 1.1) / Math.max(1, dailyPeople))))
    const impressions = Math.round(reach * (1.05 + cents / 400_000))
    return { spend, reach, impressions, actions: Math.round(reach * rate) }
  })
}

// US cents.
const spends = [0, 100, 250, 500, 1000, 2500, 5000, 10_000, 25_000, 50_000, 100_000]

const actionRates: Readonly<Record<string, number>> = {
  REACH: 1,
  IMPRESSIONS: 1,
  THRUPLAY: 0.14,
  LINK_CLICKS: 0.012,
  LANDING_PAGE_VIEWS: 0.009,
  LEAD_GENERATION: 0.0012,
  OFFSITE_CONVERSIONS: 0.0004,
  POST_ENGAGEMENT: 0.05,
}

function checkedTargeting(spec: unknown): Record<string, unknown> {
  if (typeof spec !== 'object' || spec === null || Array.isArray(spec)) {
    throw invalidParam('Param targeting_spec must be a JSON object.')
  }
  if (hasPlaces(spec) || 'custom_audiences' in spec) return { ...spec }
  throw invalidParameter(
    1885364,
    'Missing Target Audience Location',
    'Choose at least one location for your audience.',
    'targeting_spec',
  )
}
