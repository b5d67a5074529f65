import type { EdgeCall } from '../graph/graph-call.ts'
import { missingParam } from '../graph/graph-error.ts'
import type { ObjectNode } from '../graph/node.ts'
import type { Ad, AdSet, Creative } from '../world/objects.ts'
import { adRules } from './ad-rules.ts'
import { planAdSet } from './ad-sets.ts'
import { changeStatus } from './change-status.ts'
import { planCreativeOfAd } from './creatives.ts'
import { enforce, type Scene } from './draft.ts'
import { findObject } from './find-object.ts'
import { planLabels } from './object-labels.ts'
import { learningFrom } from './learning.ts'
import { isRecord } from './loose-values.ts'
import { checkRoom, checkRoomInAdSet } from './object-limits.ts'
import { existingObject, planObject, type Plan } from './plan.ts'
import { startReview } from './review.ts'
import { checkFirstStatus, checkParent, checkWritable } from './status-rules.ts'
import { storeValues } from './store-values.ts'
import { wireTime } from './wire-time.ts'
import { wireValues } from './wire-values.ts'
import { checkAccountActive, create, isDryRun, sceneOf, success, updatedReply, type AccountNode } from './write-call.ts'

type Values = Record<string, unknown>

/** `POST act_…/ads` */
export function createAd(call: EdgeCall<AccountNode>): unknown {
  const { sandbox, caller, node, now } = call
  return create(call, planAd, (ad) => {
    ad.values['last_updated_by_app_id'] = caller.appId
    startReview(sandbox, node.account, ad, now.getTime(), true)
  })
}

/**
 * An ad as a call describes it, with its creative and ad set if those are described too.
 *
 * @throws {GraphError} What the first broken rule says.
 */
function planAd(scene: Scene, sent: Readonly<Values>): Plan<Ad> {
  const { account, nowMs } = scene
  checkAccountActive(account)
  checkFirstStatus(sent['status'])
  const parent = planParent(scene, sent)
  const adSet = parent.object
  checkParent(adSet)
  const content = planCreativeOfAd(scene, sent['creative'])
  const creative = content.object
  const values = newValues(scene, sent)
  enforce(adRules, { ...scene, sent, values, adSet, creative })
  checkRoom(account, 'Ad')
  checkRoomInAdSet(account, adSet)
  const labels = planLabels(account, sent['adlabels'], nowMs)
  const object = newAd(account.objects().newId('Ad'), adSet, creative, { ...values, ...labels.values })
  return planObject(account, object, [parent, content, labels])
}

export function newAd(id: string, adSet: AdSet, creative: Creative, values: Values): Ad {
  return { type: 'Ad', id, adSet, creative, values: values as Ad['values'], statusChanges: [], isChanged: true }
}

function planParent(scene: Scene, sent: Readonly<Values>): Plan<AdSet> {
  const spec = sent['adset_spec']
  if (sent['adset_id'] === undefined && isRecord(spec)) return planAdSet(scene, spec)
  if (sent['adset_id'] === undefined) throw missingParam('adset_id')
  return existingObject(findObject(scene.account, 'AdSet', sent['adset_id']))
}

function newValues({ account, nowMs }: Scene, sent: Readonly<Values>): Values {
  const now = wireTime(nowMs, account.timezone)
  return { status: 'ACTIVE', ...storedOf(sent, account), created_time: now, updated_time: now }
}

// The creative and the parents are held as objects.
function storedOf(sent: Readonly<Values>, account: Scene['account']): Values {
  const { creative: _creative, adset_id: _adSetId, ...stored } = wireValues('Ad', sent, account)
  return stored
}

/** `POST {ad}`: another creative sends it to review again. */
export function updateAd(call: EdgeCall<ObjectNode<'Ad'>>): unknown {
  const { account, object } = call.node
  const { input: sent, sandbox } = call
  const scene = sceneOf(call)
  const isOnlyAsking = isDryRun(call)
  checkWritable(object, sent, scene)
  const content = sent['creative'] === undefined ? undefined : planCreativeOfAd(scene, sent['creative'])
  const creative = content?.object ?? object.creative
  const values = { ...object.values, ...storedOf(sent, account), last_updated_by_app_id: call.caller.appId }
  enforce(adRules, { ...scene, sent, values, before: object.values, adSet: object.adSet, creative })
  const labels = planLabels(account, sent['adlabels'], scene.nowMs)
  if (isOnlyAsking) return success()
  content?.commit()
  labels.commit()
  const isOther = creative !== object.creative
  object.creative = creative
  storeValues(account, object, { ...values, ...labels.values }, sent, scene.nowMs)
  changeStatus(sandbox, account, object, sent['status'], scene.nowMs)
  if (isOther) showNewCreative(call)
  return updatedReply(call, account, object)
}

function showNewCreative({ sandbox, node, now }: EdgeCall<ObjectNode<'Ad'>>): void {
  const { adSet } = node.object
  startReview(sandbox, node.account, node.object, now.getTime())
  adSet.values['learning_stage_info'] = learningFrom(now.getTime())
  node.account.objects().touch(adSet)
}
