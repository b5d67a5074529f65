import type { GraphError } from '../graph/graph-error.ts'
import type { Campaign } from '../world/objects.ts'
import type { AdSetDraft } from './ad-set-rules.ts'
import type { Draft, Rule } from './draft.ts'
import { numberOf, textOf } from './loose-values.ts'
import { formatMinor, minimumBudgets, minimumDailyBudget } from './minimum-budgets.ts'
import { refusal } from './refusals.ts'
import { budgetOf, dayMs, daysOf, scheduleOf } from './schedule.ts'

/** Sent instead of a budget or cap to take it away. */
export const noCap = 922_337_203_685_478

const schedule = 'start_time end_time daily_budget lifetime_budget'

/** Budget and schedule of an ad set. */
export const adSetBudgetRules: readonly Rule<AdSetDraft>[] = [
  { about: 'daily_budget lifetime_budget', check: onOneLevel },
  { about: 'daily_budget lifetime_budget', check: oneKind },
  { about: 'daily_budget lifetime_budget', check: alikeWhereShared },
  { about: 'end_time', check: endsLater },
  { about: schedule, check: fitsSchedule },
  { about: `${schedule} billing_event optimization_goal`, check: highEnough },
  ...(['daily', 'lifetime'] as const).map((kind) => ({
    about: `${kind}_min_spend_target ${kind}_spend_cap`,
    check: (draft: AdSetDraft) => spendLimitsFit(draft, kind),
  })),
  { about: 'daily_imps lifetime_imps', check: impressionsFit },
]

// 1885621: a budget stands on the campaign or on its ad sets.
function onOneLevel({ account, sent, values, campaign }: AdSetDraft): GraphError | undefined {
  const isGiven = ['daily_budget', 'lifetime_budget'].some((name) => (numberOf(sent[name]) ?? 0) > 0)
  if (budgetOf(campaign)) return isGiven ? refusal('budgetOnBothLevels') : undefined
  if (budgetOf(values)) return undefined
  const amount = formatMinor(minimum(values, account.currency), account.currency)
  return refusal('budgetTooLow', { amount, budget: 'daily_budget' })
}

function oneKind({ values }: Draft): GraphError | undefined {
  const isBoth = (numberOf(values['daily_budget']) ?? 0) > 0 && (numberOf(values['lifetime_budget']) ?? 0) > 0
  return isBoth ? refusal('twoBudgets') : undefined
}

// 4834009: ad sets that share budgets are alike.
function alikeWhereShared({ campaign, siblings, values }: AdSetDraft): GraphError | undefined {
  if (campaign['is_adset_budget_sharing_enabled'] !== true) return undefined
  const kind = budgetOf(values)?.kind
  const isOdd = siblings.some((sibling) => budgetOf(sibling)?.kind !== kind)
  return isOdd ? refusal('sharedBudgetsDiffer') : undefined
}

// 1487033
function endsLater({ account, values, nowMs }: Draft): GraphError | undefined {
  const { startMs, endMs } = scheduleOf(values, account.timezone, nowMs)
  if (endMs === undefined) return undefined
  if (endMs <= nowMs) return refusal('endInPast')
  return endMs <= startMs ? refusal('endBeforeStart') : undefined
}

// A lifetime budget needs an end; a daily one more than 24 hours.
function fitsSchedule({ account, values, campaign, nowMs }: AdSetDraft): GraphError | undefined {
  const budget = budgetOf(values) ?? budgetOf(campaign)
  const { startMs, endMs } = scheduleOf(values, account.timezone, nowMs)
  if (budget?.kind === 'lifetime') return endMs === undefined ? refusal('endMissing') : undefined
  return endMs !== undefined && endMs - startMs <= dayMs ? refusal('tooShortForDaily') : undefined
}

// 1885272 on creation, 1885650 on updates: a daily minimum by billing; a lifetime budget needs it for each day.
function highEnough({ account, values, before, nowMs }: AdSetDraft): GraphError | undefined {
  const budget = budgetOf(values)
  if (!budget) return undefined
  const days = budget.kind === 'daily' ? 1 : daysOf(scheduleOf(values, account.timezone, nowMs), nowMs)
  const least = minimum(values, account.currency, days)
  if (budget.minor >= least) return undefined
  const details = { amount: formatMinor(least, account.currency), budget: `${budget.kind}_budget` }
  return refusal(before ? 'budgetTooLowNow' : 'budgetTooLow', details)
}

// The least and the most of a campaign's budget that an ad set gets, in the kind that the budget has.
function spendLimitsFit({ values, campaign }: AdSetDraft, kind: 'daily' | 'lifetime'): GraphError | undefined {
  const names = [`${kind}_min_spend_target`, `${kind}_spend_cap`] as const
  const limit = names.find((name) => (numberOf(values[name]) ?? 0) > 0)
  if (limit === undefined) return undefined
  if (budgetOf(campaign)?.kind !== kind) return refusal('spendLimitsOfCampaign', { limit, kind })
  const [least = 0, most = Infinity] = names.map((name) => numberOf(values[name]))
  return least > most ? refusal('spendLimitsCrossed', { limit }) : undefined
}

function impressionsFit({ sent, campaign }: AdSetDraft): GraphError | undefined {
  const param = ['daily_imps', 'lifetime_imps'].find((name) => (numberOf(sent[name]) ?? 0) > 0)
  return param === undefined || campaign['buying_type'] === 'FIXED_CPM'
    ? undefined
    : refusal('impressionsUnavailable', { param })
}

/** Budget of a campaign. */
export const campaignBudgetRules: readonly Rule<CampaignBudgetDraft>[] = [
  { about: 'daily_budget lifetime_budget', check: oneKind },
  { about: 'daily_budget lifetime_budget', check: noneBelow },
  { about: 'daily_budget lifetime_budget', check: highEnoughForAll },
  { about: 'stop_time', check: endsLater },
  { about: 'lifetime_budget', check: adSetsEnd },
  { about: 'spend_cap', check: capHighEnough },
]

export interface CampaignBudgetDraft extends Draft {
  campaign?: Campaign
}

function noneBelow({ account, values, campaign }: CampaignBudgetDraft): GraphError | undefined {
  if (!campaign || !budgetOf(values)) return undefined
  const adSets = account.objects().adSetsOf(campaign)
  const isOnAdSet = adSets.some(({ values: own }) => isLive(own) && budgetOf(own))
  return isOnAdSet ? refusal('budgetOnBothLevels') : undefined
}

// 2238055: at least the sum of the minimums of its ad sets.
function highEnoughForAll({ account, values, campaign, nowMs }: CampaignBudgetDraft): GraphError | undefined {
  const budget = budgetOf(values)
  if (!budget) return undefined
  const adSets = campaign
    ? account
        .objects()
        .adSetsOf(campaign)
        .filter((adSet) => isLive(adSet.values))
    : []
  const days = budget.kind === 'daily' ? 1 : daysOf(scheduleOf(values, account.timezone, nowMs), nowMs)
  const sum = adSets.reduce((total, adSet) => total + minimum(adSet.values, account.currency, days), 0)
  const least = Math.max(sum, minimumBudgets(account.currency).min_daily_budget_imp * days)
  if (budget.minor >= least) return undefined
  const details = { amount: formatMinor(least, account.currency), budget: `${budget.kind}_budget` }
  return refusal('campaignBudgetTooLow', details)
}

// What an ad set under a lifetime budget is asked when it is made.
function adSetsEnd({ account, values, campaign }: CampaignBudgetDraft): GraphError | undefined {
  if (!campaign || budgetOf(values)?.kind !== 'lifetime') return undefined
  const adSets = account.objects().adSetsOf(campaign)
  const isOpen = adSets.some(({ values: own }) => isLive(own) && own['end_time'] === undefined)
  return isOpen ? refusal('endMissing') : undefined
}

// 2446307: about 100 dollars.
function capHighEnough({ account, sent }: Draft): GraphError | undefined {
  const cap = numberOf(sent['spend_cap'])
  const least = minimumBudgets(account.currency).min_daily_budget_imp * 100
  if (cap === undefined || cap === noCap || cap >= least) return undefined
  return refusal('spendCapTooLow', { amount: formatMinor(least, account.currency) })
}

function minimum(values: Readonly<Record<string, unknown>>, currency: string, days = 1): number {
  return minimumDailyBudget(currency, textOf(values['billing_event']), textOf(values['optimization_goal'])) * days
}

function isLive(values: Readonly<Record<string, unknown>>): boolean {
  return values['status'] === 'ACTIVE' || values['status'] === 'PAUSED'
}
