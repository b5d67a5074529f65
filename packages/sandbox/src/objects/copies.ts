import type { EdgeCall } from '../graph/graph-call.ts'
import type { ObjectNode } from '../graph/node.ts'
import type { Ad, AdSet, Campaign, ConfiguredStatus, Creative, DeliveringObject } from '../world/objects.ts'
import { adRules } from './ad-rules.ts'
import { adSetRules } from './ad-set-rules.ts'
import { changedAdSetValues } from './ad-set-values.ts'
import { newAd } from './ads.ts'
import { settledCampaign } from './campaigns.ts'
import { campaignRules } from './campaign-rules.ts'
import { copyNames } from './copy-names.ts'
import { planCreative } from './creatives.ts'
import { enforce, type Scene } from './draft.ts'
import { findObject } from './find-object.ts'
import { learningFrom } from './learning.ts'
import { isRecord, isTrue, recordOf } from './loose-values.ts'
import { checkRoom, checkRoomInAdSet, checkRoomInCampaign, isLive } from './object-limits.ts'
import { existingObject, type Plan } from './plan.ts'
import { refusal } from './refusals.ts'
import { startReview } from './review.ts'
import { checkParent, hasEnded } from './status-rules.ts'
import { wireTime } from './wire-time.ts'
import { wireValues } from './wire-values.ts'
import { checkAccountActive, sceneOf } from './write-call.ts'

type Values = Record<string, unknown>

/** `POST {campaign}/copies`: with `deep_copy`, its live ad sets and ads too. */
export function copyCampaign(call: EdgeCall<ObjectNode<'Campaign'>>): unknown {
  const { account, object: source } = call.node
  const copying = startCopying(call, source)
  const adSets = isTrue(call.input['deep_copy']) ? account.objects().adSetsOf(source).filter(isLive) : []
  const ads = adSets.map((adSet) => account.objects().adsOf(adSet).filter(isLive))
  checkSize(copying, 1 + adSets.length + ads.flat().length)
  const values = campaignValues(copying, source)
  checkRoom(account, 'Campaign')
  checkRoom(account, 'AdSet', adSets.length)
  checkRoom(account, 'Ad', ads.flat().length)
  const copy: Campaign = {
    type: 'Campaign',
    id: account.objects().newId('Campaign'),
    values: copying.stamp(source, values, true),
    statusChanges: [],
    isChanged: true,
  }
  const plans = adSets.map((adSet) => adSetValues(copying, adSet, copy))
  copying.add(source, copy)
  for (const [index, adSet] of adSets.entries()) addAdSet(copying, adSet, copy, plans[index] ?? {}, ads[index] ?? [])
  return { copied_campaign_id: copy.id, ad_object_ids: copying.made }
}

/** `POST {ad set}/copies`, into another campaign if `campaign_id` names one. */
export function copyAdSet(call: EdgeCall<ObjectNode<'AdSet'>>): unknown {
  const { account, object: source } = call.node
  const copying = startCopying(call, source)
  const ads = isTrue(call.input['deep_copy']) ? account.objects().adsOf(source).filter(isLive) : []
  checkSize(copying, 1 + ads.length)
  const named = call.input['campaign_id']
  const campaign = named === undefined ? source.campaign : findObject(account, 'Campaign', named)
  checkParent(campaign)
  const values = adSetValues(copying, source, campaign)
  if (campaign !== source.campaign) checkElsewhere(copying, source, values, campaign)
  checkRoom(account, 'AdSet')
  checkRoom(account, 'Ad', ads.length)
  checkRoomInCampaign(account, campaign)
  const copy = addAdSet(copying, source, campaign, values, ads, true)
  return { copied_adset_id: copy.id, ad_object_ids: copying.made }
}

/** `POST {ad}/copies`, into another ad set if `adset_id` names one, with another creative if parts of it are given. */
export function copyAd(call: EdgeCall<ObjectNode<'Ad'>>): unknown {
  const { account, object: source } = call.node
  const copying = startCopying(call, source)
  const named = call.input['adset_id']
  const adSet = named === undefined ? source.adSet : findObject(account, 'AdSet', named)
  checkParent(adSet)
  checkRoom(account, 'Ad')
  checkRoomInAdSet(account, adSet)
  const creative = creativeFor(copying, source)
  enforce(adRules, { ...copying.scene, sent: {}, values: source.values, adSet, creative: creative.object })
  creative.commit()
  return { copied_ad_id: addAd(copying, source, adSet, creative.object, true).id }
}

interface Copying {
  call: EdgeCall<ObjectNode<'Campaign' | 'AdSet' | 'Ad'>>
  scene: Scene
  made: { ad_object_type: string; source_id: string; copied_id: string }[]
  /** Stored fields of a copy: name, status and times of its own. */
  stamp<Stored extends DeliveringObject>(source: Stored, values: Values, isTop: boolean): Stored['values']
  /** Keeps a copy and remembers it for the answer. */
  add(source: DeliveringObject, copy: DeliveringObject): void
}

function startCopying(call: Copying['call'], source: DeliveringObject): Copying {
  const scene = sceneOf(call)
  const { account, nowMs } = scene
  checkAccountActive(account)
  if (source.values.status === 'DELETED') checkParent(source)
  const rename = copyNames(call.input['rename_options'])
  const now = wireTime(nowMs, account.timezone)
  const made: Copying['made'] = []
  return {
    call,
    scene,
    made,
    stamp: (original, values, isTop) => ({
      ...structuredClone(values),
      // Those have ids of their own, which name the original.
      budget_schedules: [],
      name: rename(original.values.name, isTop),
      status: statusOf(call.input['status_option'], original),
      created_time: now,
      updated_time: now,
      [sourceFields[original.type]]: original.id,
    }),
    add(original, copy) {
      account.objects().add(copy)
      made.push({ ad_object_type: typeNames[original.type], source_id: original.id, copied_id: copy.id })
    },
  }
}

const typeNames = { Campaign: 'campaign', AdSet: 'ad_set', Ad: 'ad' } as const
const sourceFields = { Campaign: 'source_campaign_id', AdSet: 'source_adset_id', Ad: 'source_ad_id' } as const

function statusOf(option: unknown, { values }: DeliveringObject): ConfiguredStatus {
  if (option === 'ACTIVE') return 'ACTIVE'
  return option === 'INHERITED_FROM_SOURCE' && values.status === 'ACTIVE' ? 'ACTIVE' : 'PAUSED'
}

// 1885194: three objects and more need an asynchronous batch.
function checkSize({ call }: Copying, objects: number): void {
  if (objects >= 3 && !call.isAsync) throw refusal('tooManyToCopy')
}

function campaignValues({ call, scene }: Copying, { values: before }: Campaign): Values {
  const sent = { ...recordOf(call.input['parameter_overrides']), ...timesOf(call.input, 'stop_time') }
  const values = settledCampaign({ ...before, ...wireValues('Campaign', sent, scene.account) }, sent)
  enforce(campaignRules, { ...scene, sent, values, before })
  return isTrue(call.input['migrate_to_advantage_plus'])
    ? { ...values, smart_promotion_type: 'GUIDED_CREATION' }
    : values
}

function timesOf({ start_time: start, end_time: end }: Readonly<Values>, endName: string): Values {
  return { ...(start === undefined ? {} : { start_time: start }), ...(end === undefined ? {} : { [endName]: end }) }
}

function adSetValues({ call, scene }: Copying, { values: before }: AdSet, campaign: Campaign): Values {
  const sent = timesOf(call.input, 'end_time')
  const values = changedAdSetValues(scene, before, sent, campaign.values)
  if (hasEnded(values, scene.account, scene.nowMs)) throw refusal('endInPast')
  return { ...values, learning_stage_info: learningFrom(scene.nowMs) }
}

/** Under another campaign, budgets, bid and purpose must fit anew. */
function checkElsewhere({ scene }: Copying, { values: before }: AdSet, values: Values, campaign: Campaign): void {
  const { daily_budget, lifetime_budget, optimization_goal, destination_type, promoted_object } = before
  const sent = { daily_budget, lifetime_budget, optimization_goal, destination_type, promoted_object }
  const siblings = scene.account
    .objects()
    .adSetsOf(campaign)
    .filter(isLive)
    .map((adSet) => adSet.values)
  enforce(adSetRules, { ...scene, sent, values, before, campaign: campaign.values, siblings })
}

function addAdSet(
  copying: Copying,
  source: AdSet,
  campaign: Campaign,
  values: Values,
  ads: readonly Ad[],
  isTop = false,
): AdSet {
  const { account } = copying.scene
  const copy: AdSet = {
    type: 'AdSet',
    id: account.objects().newId('AdSet'),
    campaign,
    values: copying.stamp(source, values, isTop),
    statusChanges: [],
    isChanged: true,
  }
  copying.add(source, copy)
  for (const ad of ads) addAd(copying, ad, copy, ad.creative, false)
  return copy
}

function addAd(copying: Copying, source: Ad, adSet: AdSet, creative: Creative, isTop: boolean): Ad {
  const { call, scene } = copying
  const values = copying.stamp(source, source.values, isTop)
  const copy = newAd(scene.account.objects().newId('Ad'), adSet, creative, values)
  copying.add(source, copy)
  startReview(call.sandbox, scene.account, copy, scene.nowMs, true)
  return copy
}

function creativeFor({ call, scene }: Copying, { creative }: Ad): Plan<Creative> {
  const changes = call.input['creative_parameters']
  if (!isRecord(changes)) return existingObject(creative)
  const { name: _name, status: _status, object_story_id: _story, ...content } = creative.values
  return planCreative(scene, { ...content, ...changes })
}
