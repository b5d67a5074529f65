import type { EdgeCall } from '../graph/graph-call.ts'
import { unknownObject } from '../graph/graph-error.ts'
import type { ObjectNode } from '../graph/node.ts'
import { nodeSchema } from '../schema/graph-schema.ts'
import type { AdAccount, Creative } from '../world/objects.ts'
import { creativeRules } from './creative-rules.ts'
import { creativeOfStory, newCreativeValues, pictureFor } from './creative-values.ts'
import { enforce, type Scene } from './draft.ts'
import { findObject } from './find-object.ts'
import { planLabels } from './object-labels.ts'
import { isRecord, textOf } from './loose-values.ts'
import { existingObject, planObject, type Plan } from './plan.ts'
import { refusal } from './refusals.ts'
import { wireTime } from './wire-time.ts'
import { create, success, updatedReply, type AccountNode } from './write-call.ts'

type Values = Readonly<Record<string, unknown>>

/** `POST act_…/adcreatives` */
export function createCreative(call: EdgeCall<AccountNode>): unknown {
  return create(call, planCreative)
}

/**
 * A creative as a call describes it; the one there is when its post is promoted already.
 *
 * @throws {GraphError} What the first broken rule says.
 */
export function planCreative(scene: Scene, sent: Values): Plan<Creative> {
  const { account, nowMs } = scene
  const known = creativeOfStory(account, textOf(sent['object_story_id']))
  if (known) return existingObject(known)
  const values = newCreativeValues(scene, sent)
  enforce(creativeRules, { ...scene, sent, values })
  const labels = planLabels(account, sent['adlabels'], nowMs)
  const object: Creative = {
    type: 'AdCreative',
    id: account.objects().newId('AdCreative'),
    values: { ...values, ...labels.values } as Creative['values'],
    picture: pictureFor(values),
    isChanged: true,
  }
  return planObject(account, object, [labels])
}

/**
 * The creative an ad names: `{creative_id}`, `{creative: {…}}` or the description itself.
 *
 * @throws {GraphError} What its description breaks, or 100/33 when there is no such creative.
 */
export function planCreativeOfAd(scene: Scene, named: unknown): Plan<Creative> {
  if (!isRecord(named)) return existing(scene.account, named)
  if (named['creative_id'] !== undefined) return existing(scene.account, named['creative_id'])
  return planCreative(scene, isRecord(named['creative']) ? named['creative'] : named)
}

function existing(account: AdAccount, id: unknown): Plan<Creative> {
  const object = findObject(account, 'AdCreative', id)
  if (object.values['status'] === 'DELETED') throw unknownObject(object.id, 'POST')
  return existingObject(object)
}

const editable = new Set(['name', 'status', 'adlabels', 'account_id', 'execution_options'])

/**
 * `POST {creative}`: name, status and labels only.
 *
 * @throws {GraphError} 100/1815573 for anything else.
 */
export function updateCreative(call: EdgeCall<ObjectNode<'AdCreative'>>): unknown {
  const { account, object } = call.node
  // An update declares only what can change; content is what a creation declares besides.
  const known = nodeSchema('AdAccount')?.edges.get('POST adcreatives')?.params
  const content = [...call.params.keys()].find((name) => known?.has(name) && !editable.has(name))
  if (content !== undefined) throw refusal('creativeFixed', { param: content.slice(0, 60) })
  const { name, status, adlabels } = call.input
  const labels = planLabels(account, adlabels, call.now.getTime())
  labels.commit()
  Object.assign(
    object.values,
    labels.values,
    name === undefined ? {} : { name },
    status === undefined ? {} : { status },
  )
  object.values.updated_time = wireTime(call.now.getTime(), account.timezone)
  account.objects().touch(object)
  return updatedReply(call, account, object)
}

/** `DELETE {creative}`: ads that show it go on showing it. */
export function deleteCreative({ node }: EdgeCall<ObjectNode<'AdCreative'>>): unknown {
  node.object.values['status'] = 'DELETED'
  node.account.objects().touch(node.object)
  return success()
}
