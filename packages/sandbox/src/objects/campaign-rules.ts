import { invalidParam, missingParam, notOneOf, type GraphError } from '../graph/graph-error.ts'
import { campaignBudgetRules, type CampaignBudgetDraft } from './budget-rules.ts'
import type { Draft, Rule } from './draft.ts'
import { listOf, textOf } from './loose-values.ts'
import { currentObjectives, matrixRow } from './objective-matrix.ts'
import { isLive } from './object-limits.ts'
import { refusal } from './refusals.ts'
import { budgetOf } from './schedule.ts'

/** Everything a campaign must satisfy, in the order Graph complains. */
export const campaignRules: readonly Rule<CampaignBudgetDraft>[] = [
  { about: 'name', check: hasName },
  { about: 'objective', check: hasCurrentObjective },
  { about: 'objective', check: objectiveFitsAdSets },
  { about: 'buying_type', check: buyingTypeExists },
  { about: 'special_ad_categories', check: categoriesFit },
  { about: 'smart_promotion_type', check: promotionAvailable },
  { about: 'daily_budget lifetime_budget is_adset_budget_sharing_enabled', check: sharingSaid },
  { about: 'daily_budget lifetime_budget is_adset_budget_sharing_enabled bid_strategy', check: bidHasBudget },
  { about: 'bid_strategy', check: bidCanChange },
  ...campaignBudgetRules,
]

function hasName({ values }: Draft): GraphError | undefined {
  return textOf(values['name']) === '' ? missingParam('name') : undefined
}

// Legacy objectives ended with v17.0: old campaigns keep them, no new one gets them.
function hasCurrentObjective({ values, before }: Draft): GraphError | undefined {
  const objective = textOf(values['objective'])
  if (objective === '') return missingParam('objective')
  if (currentObjectives.includes(objective) || before?.['objective'] === objective) return undefined
  return invalidParam(`Objective ${objective} is invalid. Use one of: ${currentObjectives.join(', ')}.`)
}

// 2490408: what the ad sets are for has to stay possible.
function objectiveFitsAdSets({ account, campaign, values }: CampaignBudgetDraft): GraphError | undefined {
  if (!campaign || campaign.values.objective === values['objective']) return undefined
  const objective = textOf(values['objective'])
  const adSets = account.objects().adSetsOf(campaign).filter(isLive)
  const goals = adSets.flatMap(({ values: { destination_type: destination, optimization_goal: goal } }) =>
    matrixRow(objective, textOf(destination) || 'UNDEFINED')?.goals.includes(goal) ? [] : [goal],
  )
  return goals[0] === undefined ? undefined : refusal('goalUnavailable', { goal: goals[0], objective })
}

const buyingTypes = ['AUCTION', 'RESERVED', 'FIXED_CPM']

function buyingTypeExists({ values }: Draft): GraphError | undefined {
  const type = textOf(values['buying_type'])
  return buyingTypes.includes(type) ? undefined : notOneOf('buying_type', buyingTypes, type)
}

function categoriesFit({ values }: Draft): GraphError | undefined {
  const categories = listOf(values['special_ad_categories'])
  return categories.length > 1 && categories.includes('NONE') ? refusal('categoriesExclusive') : undefined
}

// Campaigns by flag ended with v25.0; what they did follows from settings now.
function promotionAvailable({ values, before, version }: Draft): GraphError | undefined {
  const type = values['smart_promotion_type']
  const isFlag = type !== undefined && type !== 'GUIDED_CREATION' && type !== before?.['smart_promotion_type']
  return version >= 25 && isFlag ? refusal('smartPromotionRetired') : undefined
}

// 4834011 since v24.0
function sharingSaid({ values, version }: Draft): GraphError | undefined {
  const isSaid = typeof values['is_adset_budget_sharing_enabled'] === 'boolean'
  return version >= 24 && !isSaid && !budgetOf(values) ? refusal('budgetSharingUnsaid') : undefined
}

// 4834005 with shared ad set budgets, 1885737 with none to share.
function bidHasBudget({ values, sent }: Draft): GraphError | undefined {
  if (budgetOf(values)) return undefined
  const isShared = values['is_adset_budget_sharing_enabled'] === true
  if (isShared) return values['bid_strategy'] === undefined ? refusal('budgetSharingWithoutBid') : undefined
  return sent['bid_strategy'] === undefined ? undefined : refusal('bidStrategyWithoutBudget')
}

// A campaign budget over more than 70 ad sets holds its bid strategy.
function bidCanChange({ account, campaign, before, values }: CampaignBudgetDraft): GraphError | undefined {
  if (!campaign || !budgetOf(values) || before?.['bid_strategy'] === values['bid_strategy']) return undefined
  const isLarge = account.objects().adSetsOf(campaign).length > 70
  return isLarge
    ? invalidParam('The bid strategy of a campaign with more than 70 ad sets cannot be changed.')
    : undefined
}
