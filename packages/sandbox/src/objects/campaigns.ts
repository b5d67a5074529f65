import type { EdgeCall } from '../graph/graph-call.ts'
import type { ObjectNode } from '../graph/node.ts'
import type { Campaign } from '../world/objects.ts'
import { noCap } from './budget-rules.ts'
import { campaignRules } from './campaign-rules.ts'
import { planPeriods } from './budget-period-writes.ts'
import { changeStatus } from './change-status.ts'
import { enforce, type Scene } from './draft.ts'
import { planLabels } from './object-labels.ts'
import { listOf, numberOf, textOf } from './loose-values.ts'
import { checkRoom } from './object-limits.ts'
import { planObject, type Plan } from './plan.ts'
import { budgetOf } from './schedule.ts'
import { checkFirstStatus, checkWritable } from './status-rules.ts'
import { storeValues } from './store-values.ts'
import { wireTime } from './wire-time.ts'
import { wireValues } from './wire-values.ts'
import { checkAccountActive, create, isDryRun, sceneOf, success, updatedReply, type AccountNode } from './write-call.ts'

type Values = Record<string, unknown>

/** `POST act_…/campaigns` */
export function createCampaign(call: EdgeCall<AccountNode>): unknown {
  return create(call, planCampaign)
}

/**
 * A campaign as a call describes it.
 *
 * @throws {GraphError} What the first broken rule says.
 */
export function planCampaign(scene: Scene, sent: Readonly<Values>): Plan<Campaign> {
  const { account, nowMs } = scene
  checkAccountActive(account)
  checkFirstStatus(sent['status'])
  const values = newValues(scene, sent)
  enforce(campaignRules, { ...scene, sent, values })
  checkRoom(account, 'Campaign')
  const labels = planLabels(account, sent['adlabels'], nowMs)
  const object: Campaign = {
    type: 'Campaign',
    id: account.objects().newId('Campaign'),
    values: { ...values, ...labels.values } as Campaign['values'],
    statusChanges: [],
    isChanged: true,
  }
  return planObject(account, object, [labels, planPeriods(scene, object, sent['budget_schedule_specs'])])
}

/** `POST {campaign}` */
export function updateCampaign(call: EdgeCall<ObjectNode<'Campaign'>>): unknown {
  const { account, object } = call.node
  const scene = sceneOf(call)
  const isOnlyAsking = isDryRun(call)
  const sent = withCategories(call.input)
  checkWritable(object, sent, scene)
  const values = settledCampaign(
    { ...object.values, ...wireValues('Campaign', sent, account), ...migrated(sent) },
    sent,
  )
  enforce(campaignRules, { ...scene, sent, values, before: object.values, campaign: object })
  const labels = planLabels(account, sent['adlabels'], scene.nowMs)
  if (isOnlyAsking) return success()
  noteUnmodelled(call)
  labels.commit()
  storeValues(account, object, { ...values, ...labels.values }, sent, scene.nowMs)
  changeStatus(call.sandbox, account, object, sent['status'], scene.nowMs)
  return updatedReply(call, account, object)
}

// Rare helpers for moving budgets between levels; a caller should not believe that they worked.
function noteUnmodelled(call: EdgeCall): void {
  for (const name of ['adset_budgets', 'adset_bid_amounts', 'budget_schedule_specs']) {
    if (call.input[name] !== undefined) call.note(`The sandbox does not model ${name}; it was ignored.`)
  }
}

function newValues({ account, nowMs }: Scene, sent: Readonly<Values>): Values {
  const now = wireTime(nowMs, account.timezone)
  const values = settledCampaign(
    {
      // Graph starts what says nothing of its status; a careless client spends money there too.
      status: 'ACTIVE',
      buying_type: 'AUCTION',
      pacing_type: ['standard'],
      start_time: now,
      ...wireValues('Campaign', withCategories(sent), account),
      created_time: now,
      updated_time: now,
    },
    sent,
  )
  return budgetOf(values) ? { bid_strategy: 'LOWEST_COST_WITHOUT_CAP', ...values } : values
}

/** Budgets of zero and lifted caps are none; a budget of one kind replaces one of the other. */
export function settledCampaign(merged: Values, sent: Readonly<Values>): Values {
  const values = { ...merged }
  if (sent['daily_budget'] !== undefined && sent['lifetime_budget'] === undefined) delete values['lifetime_budget']
  if (sent['lifetime_budget'] !== undefined && sent['daily_budget'] === undefined) delete values['daily_budget']
  for (const name of ['daily_budget', 'lifetime_budget', 'spend_cap']) {
    const amount = numberOf(values[name])
    if (amount === 0 || amount === noCap) delete values[name]
  }
  const [first] = listOf(values['special_ad_categories'])
  return { ...values, special_ad_category: textOf(first) || 'NONE' }
}

// Campaigns of the old generation become ones whose state follows from their settings; their ids stay.
function migrated(sent: Readonly<Values>): Values {
  return sent['migrate_to_advantage_plus'] === true ? { smart_promotion_type: 'GUIDED_CREATION' } : {}
}

// Updates may name a single category.
function withCategories(sent: Readonly<Values>): Readonly<Values> {
  const category = sent['special_ad_category']
  return category === undefined ? sent : { ...sent, special_ad_categories: [category] }
}
