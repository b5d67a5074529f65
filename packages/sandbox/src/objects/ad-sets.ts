import type { EdgeCall } from '../graph/graph-call.ts'
import { missingParam } from '../graph/graph-error.ts'
import type { ObjectNode } from '../graph/node.ts'
import type { AdAccount, AdSet, Campaign } from '../world/objects.ts'
import { adSetRules } from './ad-set-rules.ts'
import { changedAdSetValues, newAdSetValues } from './ad-set-values.ts'
import { planCampaign } from './campaigns.ts'
import { planPeriods } from './budget-period-writes.ts'
import { changeStatus } from './change-status.ts'
import { enforce, type Scene } from './draft.ts'
import { findObject } from './find-object.ts'
import { planLabels } from './object-labels.ts'
import { isSignificantEdit, learningFrom } from './learning.ts'
import { isRecord } from './loose-values.ts'
import { checkRoom, checkRoomInCampaign, isLive } from './object-limits.ts'
import { existingObject, planObject, type Plan } from './plan.ts'
import { reviewAfterEdit } from './review.ts'
import { checkFirstStatus, checkParent, checkWritable } from './status-rules.ts'
import { storeValues } from './store-values.ts'
import { checkAccountActive, create, isDryRun, sceneOf, success, updatedReply, type AccountNode } from './write-call.ts'

type Values = Record<string, unknown>

/** `POST act_…/adsets` */
export function createAdSet(call: EdgeCall<AccountNode>): unknown {
  return create(call, planAdSet)
}

/**
 * An ad set as a call describes it, with its campaign if that is described too.
 *
 * @throws {GraphError} What the first broken rule says.
 */
export function planAdSet(scene: Scene, sent: Readonly<Values>): Plan<AdSet> {
  const { account, nowMs } = scene
  checkAccountActive(account)
  checkFirstStatus(sent['status'])
  const parent = planParent(scene, sent)
  const campaign = parent.object
  checkParent(campaign)
  const values = newAdSetValues(scene, sent, campaign.values)
  enforce(adSetRules, { ...scene, sent, values, campaign: campaign.values, siblings: siblingsOf(account, campaign) })
  checkRoom(account, 'AdSet')
  checkRoomInCampaign(account, campaign)
  const labels = planLabels(account, sent['adlabels'], nowMs)
  const object: AdSet = {
    type: 'AdSet',
    id: account.objects().newId('AdSet'),
    campaign,
    values: { ...values, ...labels.values } as AdSet['values'],
    statusChanges: [],
    isChanged: true,
  }
  return planObject(account, object, [parent, labels, planPeriods(scene, object, sent['budget_schedule_specs'])])
}

function planParent(scene: Scene, sent: Readonly<Values>): Plan<Campaign> {
  const spec = sent['campaign_spec']
  if (sent['campaign_id'] === undefined && isRecord(spec)) {
    // A described campaign cannot say what only campaign calls ask for.
    return planCampaign(scene, { special_ad_categories: [], is_adset_budget_sharing_enabled: false, ...spec })
  }
  if (sent['campaign_id'] === undefined) throw missingParam('campaign_id')
  return existingObject(findObject(scene.account, 'Campaign', sent['campaign_id']))
}

/** `POST {ad set}` */
export function updateAdSet(call: EdgeCall<ObjectNode<'AdSet'>>): unknown {
  const { account, object } = call.node
  const { campaign } = object
  const scene = sceneOf(call)
  const isOnlyAsking = isDryRun(call)
  checkWritable(object, call.input, scene)
  const before = object.values
  const values = changedAdSetValues(scene, before, call.input, campaign.values)
  const siblings = siblingsOf(account, campaign, object)
  enforce(adSetRules, { ...scene, sent: call.input, values, before, campaign: campaign.values, siblings })
  const labels = planLabels(account, call.input['adlabels'], scene.nowMs)
  countBudgetChange(call, before, values, isOnlyAsking)
  if (isOnlyAsking) return success()
  labels.commit()
  const learning = isSignificantEdit(before, values) ? { learning_stage_info: learningFrom(scene.nowMs) } : {}
  storeValues(account, object, { ...values, ...labels.values, ...learning }, call.input, scene.nowMs)
  reviewAfterEdit(call.sandbox, account, object, before, scene.nowMs)
  changeStatus(call.sandbox, account, object, call.input['status'], scene.nowMs)
  return updatedReply(call, account, object)
}

// 613/1487632: four changes of an ad set's budget an hour.
function countBudgetChange(
  { sandbox, node, now }: EdgeCall<ObjectNode<'AdSet'>>,
  before: Readonly<Values>,
  after: Readonly<Values>,
  isOnlyAsking: boolean,
): void {
  const isSame = ['daily_budget', 'lifetime_budget'].every((name) => (before[name] ?? '0') === (after[name] ?? '0'))
  if (isSame) return
  const { changes } = sandbox.quota
  if (!isOnlyAsking) return changes.count('adset_budget', node.id, now.getTime())
  const refused = changes.refusal('adset_budget', node.id, now.getTime())
  if (refused) throw refused
}

function siblingsOf(account: AdAccount, campaign: Campaign, but?: AdSet): readonly Readonly<Values>[] {
  const adSets = account.objects().adSetsOf(campaign)
  return adSets.filter((adSet) => adSet !== but && isLive(adSet)).map(({ values }) => values)
}
