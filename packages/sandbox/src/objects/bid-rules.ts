import type { GraphError } from '../graph/graph-error.ts'
import type { AdSetDraft } from './ad-set-rules.ts'
import type { Rule } from './draft.ts'
import { numberOf, recordOf, textOf } from './loose-values.ts'
import { formatMinor, minorUnitsOfCents } from './minimum-budgets.ts'
import { refusal } from './refusals.ts'
import { budgetOf } from './schedule.ts'

const bid = 'bid_strategy bid_amount bid_constraints'

/** How an ad set bids. */
export const bidRules: readonly Rule<AdSetDraft>[] = [
  { about: 'bid_strategy', check: belongsToBudget },
  { about: bid, check: hasAmount },
  { about: bid, check: isAutomatic },
  { about: `${bid} optimization_goal`, check: hasRoasFloor },
  { about: 'bid_amount billing_event', check: highEnough },
]

/** The strategy in force: the campaign's where it holds the budget, else the ad set's own. */
function bidStrategyOf(values: Readonly<Record<string, unknown>>, campaign: Readonly<Record<string, unknown>>): string {
  const strategy = budgetOf(campaign) ? campaign['bid_strategy'] : (values['bid_strategy'] ?? campaign['bid_strategy'])
  return textOf(strategy) || 'LOWEST_COST_WITHOUT_CAP'
}

// Under a campaign budget the strategy belongs on the campaign; saying the same again does no harm.
function belongsToBudget({ sent, campaign }: AdSetDraft): GraphError | undefined {
  if (!budgetOf(campaign)) return undefined
  return sent['bid_strategy'] === undefined || sent['bid_strategy'] === bidStrategyOf({}, campaign)
    ? undefined
    : refusal('bidStrategyOfCampaign')
}

// 1815857 for the ad set's own strategy; 2490487 when the campaign's asks for it.
function hasAmount({ values, campaign }: AdSetDraft): GraphError | undefined {
  const strategy = bidStrategyOf(values, campaign)
  if (strategy !== 'COST_CAP' && strategy !== 'LOWEST_COST_WITH_BID_CAP') return undefined
  if ((numberOf(values['bid_amount']) ?? 0) > 0) return undefined
  return refusal(budgetOf(campaign) ? 'bidMissing' : 'bidAmountMissing', { strategy })
}

// 1885204
function isAutomatic({ sent, values, campaign }: AdSetDraft): GraphError | undefined {
  const strategy = bidStrategyOf(values, campaign)
  const takesAmount = strategy === 'COST_CAP' || strategy === 'LOWEST_COST_WITH_BID_CAP'
  const isSent = (numberOf(sent['bid_amount']) ?? 0) > 0
  return isSent && !takesAmount ? refusal('bidMustBeAutomatic', { strategy }) : undefined
}

// The floor is ROAS × 10,000, from 0.01 to 1,000, and needs the goal VALUE.
function hasRoasFloor({ values, campaign }: AdSetDraft): GraphError | undefined {
  const strategy = bidStrategyOf(values, campaign)
  if (strategy !== 'LOWEST_COST_WITH_MIN_ROAS') return undefined
  const floor = numberOf(recordOf(values['bid_constraints'])['roas_average_floor'])
  if (floor === undefined) return refusal('bidMissing', { strategy })
  if (floor < 100 || floor > 10_000_000) return refusal('roasFloorOutOfRange')
  if (values['optimization_goal'] === 'VALUE') return undefined
  return refusal('goalUnavailableForBid', { goal: textOf(values['optimization_goal']), strategy })
}

// 2 US cents for a thousand impressions, else 1 cent.
function highEnough({ account, values }: AdSetDraft): GraphError | undefined {
  const amount = numberOf(values['bid_amount'])
  if (amount === undefined) return undefined
  const least = minorUnitsOfCents(values['billing_event'] === 'IMPRESSIONS' ? 2 : 1, account.currency)
  return amount >= least ? undefined : refusal('bidTooLow', { amount: formatMinor(least, account.currency) })
}
